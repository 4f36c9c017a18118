import { Points } from '../../pages/plan.tsx';
import { Blocks, Table } from '../../parts/blocks.tsx';
import { WholePlan } from '../../parts/plan-parts.tsx';
import { PlanRecord } from '../../parts/record.tsx';
import { en } from '../../words/en.ts';
import { type AdminFrame, adminPage } from '../layout.tsx';
import { Actions } from './actions-list.tsx';
import type { PlanModel, Remark } from './model.ts';
import { PeopleTable, WaitingTable } from './tables.tsx';
import { Timeline } from './timeline-list.tsx';
import { STATUS } from './words.ts';

/** One plan for whoever keeps or checks its record: where it stands first, then everything in it. */
export const planDeskPage = (frame: AdminFrame, model: PlanModel): string =>
  adminPage(
    frame,
    { title: model.title, crumbs: [{ href: '/admin/plans', text: 'Plans' }], wide: true },
    <>
      {model.undo ? (
        <p class="actions">
          <a class="button button-plain" href={model.undo.href}>
            {model.undo.text}
          </a>
        </p>
      ) : null}
      <div id="stands" {...following(model)}>
        <p>
          <span class={`pill ${PILLS[model.status] ?? ''}`}>{STATUS[model.status]}</span>
          {model.outcome ? ` ${model.outcome}` : ''}
        </p>
        {model.isBusy ? null : <Next next={model.next} />}
      </div>
      <nav aria-label="On this page" class="onpage">
        <ul>
          {SECTIONS.filter(([id]) => id !== 'actions-title' || model.actions.length > 0).map(([id, text]) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="split">
        <div id="where" {...following(model)}>
          <div class="calm">
            {model.says.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <h2 id="waiting">What it waits for</h2>
          <WaitingTable waiting={model.waiting} isBusy={model.isBusy} />
          <h2 id="timeline">Timeline</h2>
          <p class="soft small">Days and times here are those of {model.timeZone}.</p>
          <Timeline days={model.timeline} />
        </div>
        <aside aria-label="Facts and actions">
          <section class="card" aria-labelledby="facts">
            <h2 id="facts">Facts</h2>
            <dl class="facts wraps">
              {model.facts.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            <Rules pack={model.pack} />
          </section>
          {model.actions.length > 0 ? (
            <div id="offers" {...following(model)}>
              <Actions actions={model.actions} />
            </div>
          ) : null}
        </aside>
      </div>
      <h2 id="people">People</h2>
      <PeopleTable people={model.people} />
      <h2 id="goals">Goals and numbers</h2>
      <div class="points">
        <Points items={model.items} frame={{ words: en }} />
      </div>
      <Remarks heading="Comments on the draft" remarks={model.comments} />
      <Remarks heading="Notes" id="notes" remarks={model.notes} empty="No note was added." />
      <h2 id="versions">Versions</h2>
      {model.versions.length === 0 ? (
        <p>The plan reads as it was written; nothing was changed since.</p>
      ) : null}
      {model.versions.map(({ title, why, table }) => (
        <section class="card" key={title}>
          <h3>{title}</h3>
          <p class="kept">{why}</p>
          {table ? <Table table={table} /> : null}
        </section>
      ))}
      <Blocks blocks={model.blocks} words={en} />
      <h2 id="answers">Questions and answers</h2>
      {model.answers.length === 0 ? (
        <p>Nothing was asked yet.</p>
      ) : (
        <details>
          <summary>
            {model.answers.length === 1 ? 'One question' : `${model.answers.length} questions`} with
            everything that was answered
          </summary>
          <div class="card">
            <PlanRecord record={model.answers} words={en} />
          </div>
        </details>
      )}
      <details id="whole">
        <summary>The whole text of the plan</summary>
        <div class="card">
          <WholePlan plan={model.whole} words={en} />
        </div>
      </details>
      <h2 id="record">The record</h2>
      <ul>
        <li>
          <a href={`/admin/plans/${model.id}/events`}>Technical events</a>, as they are kept
        </li>
        <li>
          <a href={`/admin/plans/${model.id}/record.json`}>Download the whole record</a>, sealed, to be
          checked by anybody. It holds survey answers one by one, with names; reading it is logged.
        </li>
        <li>
          {model.executions.length === 0
            ? 'No workflow has run for it yet.'
            : `Workflow executions, for operators: ${model.executions.join(', ')}`}
        </li>
      </ul>
    </>,
  );

/** While something is being done, the page looks again by itself. */
const following = ({ isBusy }: PlanModel) => (isBusy ? { 'data-refresh': '2' } : {});

/** The one thing that comes next, before everything else that could be done. */
const Next = ({ next }: { next: PlanModel['next'] }) =>
  next ? (
    <section class="card" aria-labelledby="next-title">
      <h2 id="next-title">Next step</h2>
      <p>{next.says}</p>
      {next.ways.length > 0 ? (
        <p class="actions">
          {next.ways.map(({ title, href }, at) => (
            <a class={at === 0 ? 'button' : 'button button-plain'} href={href} key={href}>
              {title}
            </a>
          ))}
        </p>
      ) : null}
    </section>
  ) : null;

const SECTIONS = [
  ['facts', 'Facts'],
  ['actions-title', 'Actions'],
  ['waiting', 'Waiting'],
  ['timeline', 'Timeline'],
  ['people', 'People'],
  ['goals', 'Goals'],
  ['notes', 'Notes'],
  ['versions', 'Versions'],
  ['answers', 'Answers'],
  ['record', 'Record'],
] as const;

const PILLS: Partial<Record<PlanModel['status'], string>> = {
  active: 'pill-good',
  monitoring: 'pill-good',
  paused: 'pill-warn',
  deciding: 'pill-warn',
  withdrawn: 'pill-bad',
};

function Remarks({
  heading,
  id,
  remarks,
  empty,
}: {
  heading: string;
  id?: string;
  remarks: Remark[];
  empty?: string;
}) {
  if (remarks.length === 0 && !empty) return null;
  return (
    <>
      <h2 id={id}>{heading}</h2>
      {remarks.length === 0 ? <p>{empty}</p> : null}
      {remarks.map(({ who, when, text, about, late }) => (
        <figure class="remark" key={`${when} ${text}`}>
          <figcaption>
            {who}, {when}
            {about ? `, on ${about}` : ''}
            {late ? ' ' : ''}
            {late ? <span class="pill pill-warn">came late</span> : null}
          </figcaption>
          <blockquote class="kept">{text}</blockquote>
        </figure>
      ))}
    </>
  );
}

/** Whoever makes the rule publishes it there; every other place has it second hand. */
const OFFICIAL = /(^|\.)(gov|gov\.uk|dccouncil\.gov|uscourts\.gov|ico\.org\.uk)$/;

/** What a link to the text of a rule says: a copy is called one, with the host it is on. */
function whereIs(source: string): string {
  const host = new URL(source).host.replace(/^www\./, '');
  return OFFICIAL.test(host) ? `at ${host}` : `a copy at ${host}`;
}

const Rules = ({ pack }: { pack: PlanModel['pack'] }) => (
  <details>
    <summary>The rules: {pack.title}</summary>
    <ul class="small">
      {pack.rules.map(({ says, citation, source }) => (
        <li key={`${citation} ${says}`}>
          {says} <span class="soft">{citation}</span>
          {source?.startsWith('https://') ? (
            <>
              {' '}
              (<a href={source}>{whereIs(source)}</a>)
            </>
          ) : null}
        </li>
      ))}
    </ul>
  </details>
);

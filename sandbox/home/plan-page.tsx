import type { Mail } from '../inbox.ts';
import { MailList } from './mail-list.tsx';
import { aboutOf, PlanFacts, StatusBadge } from './plan-list.tsx';
import { moment, placeOf } from './words.ts';
import type { PlanRow, TimelineEntry } from './world.ts';

const Command = ({ plan, type, label }: { plan: PlanRow; type: string; label: string }) => (
  <form method="post" action={`/_sandbox/ui/plans/${encodeURIComponent(plan.planId)}`}>
    <button type="submit" name="type" value={type}>
      {label}
    </button>
  </form>
);

const Withdraw = ({ plan }: { plan: PlanRow }) => (
  <details>
    <summary>Withdraw this plan</summary>
    <form method="post" action={`/_sandbox/ui/plans/${encodeURIComponent(plan.planId)}`}>
      <div>
        <label for="reason">Reason, kept in the record</label>
        <input id="reason" type="text" name="reason" required maxlength={500} />
      </div>
      <button type="submit" class="plain" name="type" value="withdraw">
        Withdraw
      </button>
    </form>
  </details>
);

const Timeline = ({ entries, timeZone }: { entries: TimelineEntry[]; timeZone: string }) => (
  <ol class="timeline">
    {entries.map(({ at, kind, text }, index) => (
      <li key={index} class={kind}>
        <time datetime={at}>{moment(at, timeZone)}</time>
        <span>{text}</span>
      </li>
    ))}
  </ol>
);

export interface PlanPageProps {
  plan: PlanRow;
  entries: TimelineEntry[];
  mails: Mail[];
}

export const PlanPage = ({ plan, entries, mails }: PlanPageProps) => {
  const past = entries.filter(({ kind }) => kind === 'past');
  const planned = entries.filter(({ kind }) => kind === 'planned');
  const isOver = ['closed', 'withdrawn'].includes(plan.status);
  return (
    <>
      <p class="back">
        <a href="/_sandbox/ui">All plans</a>
      </p>
      <h1>{plan.title}</h1>
      <p class="soft">{aboutOf(plan)}</p>
      <div class="columns">
        <div>
          <section class="card" aria-label="Where it stands">
            <div class="card-top">
              <StatusBadge {...plan} />
              <span class="soft small">
                <a href={`/api/plans/${encodeURIComponent(plan.planId)}`}>as JSON</a> ·{' '}
                <a href={`/api/plans/${encodeURIComponent(plan.planId)}/events`}>its events</a>
              </span>
            </div>
            <PlanFacts plan={plan} />
            <div class="acts">
              {plan.status === 'draft' ? <Command plan={plan} type="approve" label="Approve" /> : null}
              {plan.status === 'approved' ? <Command plan={plan} type="launch" label="Launch" /> : null}
              {plan.status === 'approved' ? (
                <Command plan={plan} type="share" label="Give the draft to the employee" />
              ) : null}
              {isOver ? null : <Withdraw plan={plan} />}
            </div>
          </section>
          <section class="card" aria-labelledby="past">
            <h2 id="past">What happened</h2>
            <Timeline entries={past} timeZone={plan.timeZone} />
          </section>
          <section class="card" aria-labelledby="planned">
            <h2 id="planned">What will happen if nobody does anything</h2>
            {planned.length === 0 ? (
              <p class="soft">
                {isOver ? 'Nothing: the plan is over.' : 'Nothing until the plan is launched.'}
              </p>
            ) : (
              <Timeline entries={planned} timeZone={plan.timeZone} />
            )}
            <p class="soft small">Times in {placeOf(plan.timeZone)}.</p>
          </section>
        </div>
        <MailList mails={mails} plans={[plan]} />
      </div>
    </>
  );
};

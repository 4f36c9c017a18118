import { actAs, at, HOME } from './address.ts';
import type { Desk } from './desk.ts';
import { aboutOf, PlanFacts, StatusBadge } from './plan-list.tsx';
import { Steer } from './plan-steer.tsx';
import type { Shown } from './shown.ts';
import { counted, moment, placeOf } from './words.ts';
import { type PlanRow, planOf, type TimelineEntry } from './world.ts';

const Command = ({ plan, type, label }: { plan: PlanRow; type: string; label: string }) => (
  <form method="post" action={at(['plans', plan.planId])}>
    <button type="submit" name="type" value={type}>
      {label}
    </button>
  </form>
);

const Withdraw = ({ plan }: { plan: PlanRow }) => (
  <details>
    <summary>Withdraw this plan</summary>
    <form method="post" action={at(['plans', plan.planId])}>
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

const Ways = ({ plan, mails, hasAdmin }: { plan: PlanRow; mails: number; hasAdmin: boolean }) => (
  <p class="ways small">
    <a href={at(['mail'], { plan: plan.planId })}>{counted(mails, 'mail')}</a>
    <a href={at(['plans', plan.planId, 'record'])}>The record</a>
    <a href={at(['plans', plan.planId, 'story.json'])}>As a story file</a>
    <a href={`/api/plans/${encodeURIComponent(plan.planId)}`}>As JSON</a>
    {hasAdmin ? (
      <a
        href={actAs('hr', `/admin/plans/${encodeURIComponent(plan.planId)}`)}
        target="_blank"
        rel="noreferrer"
      >
        On the admin site, as HR
      </a>
    ) : null}
  </p>
);

/** One plan: where it stands, what can be done about it, its past and its future. @throws NotDone */
export const planPage = async (desk: Desk, planId: string, hasAdmin: boolean): Promise<Shown> => {
  const plan = await desk.meter.unmetered(() => planOf(desk.options.gateway, planId));
  const entries = await desk.timeline(planId);
  const past = entries.filter(({ kind }) => kind === 'past');
  const planned = entries.filter(({ kind }) => kind === 'planned');
  const isOver = ['closed', 'withdrawn'].includes(plan.status);
  return {
    title: plan.title,
    plans: [plan],
    children: (
      <>
        <p class="back">
          <a href={HOME}>All plans</a>
        </p>
        <h1>{plan.title}</h1>
        <p class="soft">{aboutOf(plan)}</p>
        <div class="columns">
          <div>
            <section class="card" aria-label="Where it stands">
              <div class="card-top">
                <StatusBadge {...plan} />
              </div>
              <PlanFacts plan={plan} />
              <Ways
                plan={plan}
                mails={desk.options.inbox.list({ plan: planId }).length}
                hasAdmin={hasAdmin}
              />
              <div class="acts">
                {plan.status === 'draft' ? <Command plan={plan} type="approve" label="Approve" /> : null}
                {plan.status === 'approved' ? <Command plan={plan} type="launch" label="Launch" /> : null}
                {plan.status === 'approved' ? (
                  <Command plan={plan} type="share" label="Give the draft to the employee" />
                ) : null}
                {isOver ? null : <Withdraw plan={plan} />}
              </div>
            </section>
            <Steer
              plan={plan}
              reminds={planned.find(({ what }) => what === 'Reminded')?.at}
              now={desk.options.clock.now()}
            />
          </div>
          <div>
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
        </div>
      </>
    ),
  };
};

import { at } from './address.ts';
import { ExampleList } from './example-list.tsx';
import type { Example } from './examples.ts';
import { counted, moment, placeOf, plain, shortId, statusName } from './words.ts';
import { MOST_PLANS, type PlanRow } from './world.ts';

const OVER = ['closed', 'withdrawn'];

export const StatusBadge = ({ status, outcome }: { status: string; outcome: string | null }) => (
  <span class={status === 'deciding' ? 'badge warn' : 'badge'}>
    {statusName(status)}
    {outcome ? `: ${plain(outcome)}` : ''}
  </span>
);

/** Titles are neutral, so many plans share one: whom it is about, and the beginning of its id, tell them apart. */
export const aboutOf = ({ planId, participants }: PlanRow): string => {
  const subject = participants.find(({ role }) => role === 'employee');
  return [subject?.name, shortId(planId)].filter(Boolean).join(', ');
};

const nameOf = (plan: PlanRow, id: string): string =>
  plan.participants.find((person) => person.id === id)?.name ?? id;

export const PlanFacts = ({ plan }: { plan: PlanRow }) => (
  <dl class="facts">
    <dt>Waiting for</dt>
    <dd>
      {plan.openRequests.length === 0 ? (
        OVER.includes(plan.status) ? (
          'nobody, it is over'
        ) : (
          'nobody'
        )
      ) : (
        <ul>
          {plan.openRequests.map(({ id, kind, dueAt, waitingFor }) => (
            <li key={id}>
              {waitingFor.map((who) => nameOf(plan, who)).join(', ') ||
                (kind === 'survey' ? 'not said of whom' : 'nobody any more')}
              : {plain(kind)}, due {moment(dueAt, plan.timeZone)}
            </li>
          ))}
        </ul>
      )}
    </dd>
    <dt>Next due</dt>
    <dd>
      {plan.nextDueAt
        ? `${moment(plan.nextDueAt, plan.timeZone)} (${placeOf(plan.timeZone)})`
        : 'nothing by itself'}
    </dd>
    <dt>Runs</dt>
    <dd>
      {plan.startDate} to {plan.endDate}, under {plan.pack}
    </dd>
  </dl>
);

const PlanCard = ({ plan }: { plan: PlanRow }) => (
  <article class="card">
    <div class="card-top">
      <h3>
        <a href={at(['plans', plan.planId])}>{plan.title}</a>
      </h3>
      <StatusBadge {...plan} />
    </div>
    <p class="soft small">{aboutOf(plan)}</p>
    <PlanFacts plan={plan} />
  </article>
);

export interface PlanListProps {
  plans: PlanRow[];
  examples: Example[];
  now: number;
  began: number;
}

/** More plans than these are looked for on the admin site. */
const SHOWN = 50;

export const PlanList = ({ plans, examples, now, began }: PlanListProps) => (
  <section id="plans" aria-labelledby="plans-title">
    <h2 id="plans-title">
      Plans{' '}
      <span class="count">
        {plans.length >= MOST_PLANS
          ? 'very many plans'
          : plans.length > 0
            ? counted(plans.length, 'plan')
            : ''}
      </span>
    </h2>
    {plans.length === 0 ? (
      <div class="card">
        <p>
          There is no plan yet. {examples.length > 0 ? 'Start one of the examples below, or post' : 'Post'} a
          draft of your own to <code>/api/plans</code>.
        </p>
      </div>
    ) : null}
    {plans.slice(0, SHOWN).map((plan) => (
      <PlanCard key={plan.planId} plan={plan} />
    ))}
    {plans.length > SHOWN ? (
      <p class="small soft">The first {SHOWN} are shown; the admin site lists and searches all of them.</p>
    ) : null}
    {examples.length > 0 ? (
      <ExampleList examples={examples} now={now} began={began} open={plans.length === 0} />
    ) : null}
  </section>
);

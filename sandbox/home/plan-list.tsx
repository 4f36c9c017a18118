import type { Example } from './examples.ts';
import { counted, moment, placeOf, plain } from './words.ts';
import type { PlanRow } from './world.ts';

const OVER = ['closed', 'withdrawn'];

export const StatusBadge = ({ status, outcome }: { status: string; outcome: string | null }) => (
  <span class={status === 'deciding' ? 'badge warn' : 'badge'}>
    {plain(status)}
    {outcome ? `: ${plain(outcome)}` : ''}
  </span>
);

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
              {waitingFor.map((who) => nameOf(plan, who)).join(', ') || 'nobody any more'}: {plain(kind)}, due{' '}
              {moment(dueAt, plan.timeZone)}
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
        <a href={`/_sandbox/ui/plans/${encodeURIComponent(plan.planId)}`}>{plan.title}</a>
      </h3>
      <StatusBadge {...plan} />
    </div>
    <PlanFacts plan={plan} />
  </article>
);

const Examples = ({ examples, open }: { examples: Example[]; open: boolean }) => (
  <details class="card fold" open={open}>
    <summary>
      <strong>Start an example plan</strong>
    </summary>
    <div>
      <p class="soft small">
        Drafts it, approves it and launches it. If the clock stands before the example begins, it is moved
        there.
      </p>
      {examples.map(({ file, title, about }) => (
        <form key={file} class="example" method="post" action="/_sandbox/ui/example">
          <button type="submit" name="file" value={file}>
            {title}
          </button>
          <p class="small soft">{about}</p>
        </form>
      ))}
    </div>
  </details>
);

export const PlanList = ({ plans, examples }: { plans: PlanRow[]; examples: Example[] }) => (
  <section id="plans" aria-labelledby="plans-title">
    <h2 id="plans-title">
      Plans <span class="count">{plans.length > 0 ? counted(plans.length, 'plan') : ''}</span>
    </h2>
    {plans.length === 0 ? (
      <div class="card">
        <p>
          There is no plan yet. {examples.length > 0 ? 'Start one of the examples below, or post' : 'Post'} a
          draft of your own to <code>/api/plans</code>.
        </p>
      </div>
    ) : null}
    {plans.map((plan) => (
      <PlanCard key={plan.planId} plan={plan} />
    ))}
    {examples.length > 0 ? <Examples examples={examples} open={plans.length === 0} /> : null}
  </section>
);

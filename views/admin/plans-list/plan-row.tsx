import type { Instant } from '../../../domain/plan.ts';
import type { PlanInList } from './model.ts';
import { shortDate, shortMoment } from './moments.ts';
import { KIND_NAMES, STATUS_NAMES } from './words.ts';

/** More names than these tell nobody more. */
const MOST_NAMES = 3;

export const nameIn = ({ participants }: Pick<PlanInList, 'participants'>, id: string): string =>
  participants.find((person) => person.id === id)?.name ?? id;

/** One line of the table. With `isChosen` boxes, what is ticked can be worked on together. */
export const PlanRow = ({ plan, now, mayAct }: { plan: PlanInList; now: Instant; mayAct: boolean }) => {
  const who = nameIn(plan, plan.about);
  const due = plan.waiting[0]?.dueAt;
  return (
    <tr>
      {mayAct ? (
        <td class="chosen">
          <input
            type="checkbox"
            name="planId"
            value={plan.planId}
            aria-label={`Choose the plan of ${who}: ${plan.title}`}
          />
        </td>
      ) : null}
      <th scope="row">
        <a href={`/admin/plans/${plan.planId}`}>{who}</a>
        <span class="plan-title">{plan.title}</span>
      </th>
      <td data-label="Status">
        <Status plan={plan} />
      </td>
      <td data-label="Waiting on">
        <Waiting plan={plan} />
      </td>
      <td data-label="Next due">
        <Due at={due} now={now} plan={plan} />
      </td>
      <td data-label="Decision due">
        <Due at={plan.decisionDueAt ?? undefined} now={now} plan={plan} />
      </td>
    </tr>
  );
};

const Status = ({ plan: { status, outcome, bounced } }: { plan: PlanInList }) => (
  <>
    <span class="pill">
      {STATUS_NAMES[status]}
      {outcome && status === 'closed' ? `: ${outcome.replaceAll('_', ' ')}` : ''}
    </span>
    {bounced ? <span class="pill pill-warn">Mail did not arrive</span> : null}
  </>
);

const Waiting = ({ plan }: { plan: PlanInList }) =>
  plan.waiting.length === 0 ? (
    <span class="soft">nobody</span>
  ) : (
    <ul class="waits">
      {plan.waiting.map((one) => (
        <li key={one.requestId}>
          {namesOf(one.for.map((id) => nameIn(plan, id)))}
          <span class="soft small since">
            {KIND_NAMES[one.kind]}, since{' '}
            <time dateTime={one.since}>{shortDate(one.since, plan.timeZone)}</time>
          </span>
        </li>
      ))}
    </ul>
  );

function namesOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  if (more > 1) return `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more`;
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '');
}

const Due = ({ at, now, plan }: { at: Instant | undefined; now: Instant; plan: PlanInList }) =>
  at === undefined ? (
    <span class="soft">–</span>
  ) : (
    <>
      <time dateTime={at}>{shortMoment(at, plan.timeZone)}</time>
      {at < now ? <span class="pill pill-bad">Overdue</span> : null}
    </>
  );

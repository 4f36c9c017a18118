import { at } from './address.ts';
import { mayDecline } from './complete.ts';
import { answeredOn } from './steer.ts';
import { moment, plain } from './words.ts';
import type { PlanRow } from './world.ts';

type Open = PlanRow['openRequests'][number];

interface Way {
  mood: 'well' | 'badly';
  label: string;
}

const GOES: readonly Way[] = [
  { mood: 'well', label: 'it goes well' },
  { mood: 'badly', label: 'it goes badly' },
];

/** How an answer can turn out. Who issued a plan confirms that they did, however it went. */
const waysFor = (open: Open, role: string): readonly Way[] => {
  if (open.kind !== 'acknowledgement') return GOES;
  if (!mayDecline(role)) return [{ mood: 'well', label: 'confirms' }];
  return [
    { mood: 'well', label: 'signs' },
    { mood: 'badly', label: 'declines to sign' },
  ];
};

const Complete = ({
  planId,
  open,
  who,
  name,
  part,
}: {
  planId: string;
  open: Open;
  who: string;
  name: string;
  part: string;
}) => (
  <form class="complete" method="post" action={at(['plans', planId, 'complete'])}>
    <input type="hidden" name="request" value={open.id} />
    <input type="hidden" name="who" value={who} />
    <span>Answer as {name}</span>
    {waysFor(open, part).map(({ mood, label }) => (
      <button
        key={mood}
        type="submit"
        class="plain small"
        name="mood"
        value={mood}
        aria-label={`${label}, as ${name}: ${plain(open.kind)}`}
      >
        {label}
      </button>
    ))}
  </form>
);

const Question = ({ plan, open, now }: { plan: PlanRow; open: Open; now: number }) => {
  const day = answeredOn(open, plan.timeZone, now);
  const people = open.waitingFor.map((id) => ({
    id,
    name: plan.participants.find((person) => person.id === id)?.name ?? id,
    role: plan.participants.find((person) => person.id === id)?.role ?? '',
    email: plan.participants.find((person) => person.id === id)?.email,
  }));
  return (
    <li>
      <p>
        <strong>{plain(open.kind)}</strong>, due {moment(open.dueAt, plan.timeZone)}
      </p>
      {day !== undefined && people.length > 0 ? (
        <p class="small soft">
          Whether they met is known only on the day: an answer moves the clock to {moment(day, plan.timeZone)}{' '}
          first.
        </p>
      ) : null}
      {people.map(({ id, name, role }) => (
        <Complete key={id} planId={plan.planId} open={open} who={id} name={name} part={role} />
      ))}
      {people.length === 0 && open.kind === 'survey' ? (
        <Complete planId={plan.planId} open={open} who="" name="everybody asked" part="" />
      ) : null}
      <form method="post" action={at(['plans', plan.planId, 'time-out'])}>
        <button
          type="submit"
          class="plain small"
          name="request"
          value={open.id}
          aria-label={`Time out now: ${plain(open.kind)}`}
        >
          Time out now
        </button>
        {people.map(({ id, name, email }) =>
          email ? (
            <span key={id} class="small">
              {' '}
              <a href={at(['mail'], { to: email })}>{name}’s mail</a>
            </span>
          ) : null,
        )}
      </form>
    </li>
  );
};

/** What can be done at once about the open questions of a plan: answer for somebody, or let the time run out. */
export const Steer = ({
  plan,
  reminds,
  now,
}: {
  plan: PlanRow;
  /** When the next reminder is planned. */
  reminds: string | undefined;
  /** Epoch milliseconds. */
  now: number;
}) =>
  plan.openRequests.length === 0 && plan.status !== 'active' ? null : (
    <section class="card" aria-labelledby="steer">
      <h2 id="steer">Go on from here</h2>
      {plan.openRequests.length === 0 ? (
        <p class="small soft">Nobody is asked anything at this moment.</p>
      ) : (
        <>
          <p class="small soft">
            An answer is filled in and sent through the page its person would use. To type one yourself, open
            the mail.
          </p>
          <ul class="questions">
            {plan.openRequests.map((open) => (
              <Question key={open.id} plan={plan} open={open} now={now} />
            ))}
          </ul>
        </>
      )}
      <div class="acts">
        {reminds && plan.openRequests.some(({ waitingFor }) => waitingFor.length > 0) ? (
          <form method="post" action={at(['plans', plan.planId, 'remind'])}>
            <button type="submit" class="plain">
              Send the reminder now
            </button>
            <span class="small soft"> moves the clock to {moment(reminds, plan.timeZone)}</span>
          </form>
        ) : null}
        {plan.status === 'active' ? (
          <form method="post" action={at(['plans', plan.planId, 'to-decision'])}>
            <button type="submit" class="plain">
              On to the decision
            </button>
          </form>
        ) : null}
      </div>
    </section>
  );

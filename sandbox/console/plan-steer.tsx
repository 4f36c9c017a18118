import { at } from './address.ts';
import { moment, plain } from './words.ts';
import type { PlanRow } from './world.ts';

type Open = PlanRow['openRequests'][number];

const Complete = ({ planId, open, who, name }: { planId: string; open: Open; who: string; name: string }) => (
  <form class="complete" method="post" action={at(['plans', planId, 'complete'])}>
    <input type="hidden" name="request" value={open.id} />
    <input type="hidden" name="who" value={who} />
    <span>Answer as {name}</span>
    <button
      type="submit"
      class="plain small"
      name="mood"
      value="well"
      aria-label={`it goes well, as ${name}: ${plain(open.kind)}`}
    >
      it goes well
    </button>
    <button
      type="submit"
      class="plain small"
      name="mood"
      value="badly"
      aria-label={`it goes badly, as ${name}: ${plain(open.kind)}`}
    >
      it goes badly
    </button>
  </form>
);

const Question = ({ plan, open }: { plan: PlanRow; open: Open }) => {
  const people = open.waitingFor.map((id) => ({
    id,
    name: plan.participants.find((person) => person.id === id)?.name ?? id,
    email: plan.participants.find((person) => person.id === id)?.email,
  }));
  return (
    <li>
      <p>
        <strong>{plain(open.kind)}</strong>, due {moment(open.dueAt, plan.timeZone)}
      </p>
      {people.map(({ id, name }) => (
        <Complete key={id} planId={plan.planId} open={open} who={id} name={name} />
      ))}
      {people.length === 0 && open.kind === 'survey' ? (
        <Complete planId={plan.planId} open={open} who="" name="everybody asked" />
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
export const Steer = ({ plan, reminds }: { plan: PlanRow; reminds: string | undefined }) =>
  plan.openRequests.length === 0 && !reminds ? null : (
    <section class="card" aria-labelledby="steer">
      <h2 id="steer">Go on from here</h2>
      <p class="small soft">
        An answer is filled in and sent through the page its person would use. To type one yourself, open the
        mail.
      </p>
      <ul class="questions">
        {plan.openRequests.map((open) => (
          <Question key={open.id} plan={plan} open={open} />
        ))}
      </ul>
      <div class="acts">
        {reminds ? (
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

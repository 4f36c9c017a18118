import type { ComponentChildren } from 'preact';
import { at, HOME } from './address.ts';
import type { Desk } from './desk.ts';
import { RESET } from './example-list.tsx';
import { listExamples, tooLate } from './examples.ts';
import type { EventRow } from './scenario.ts';
import { counted } from './words.ts';
import type { PlanRow } from './world.ts';

interface GuideStep {
  title: string;
  /** Why it is worth doing. */
  says: string;
  done: boolean;
  /** How it is done, with one click. */
  way?: ComponentChildren;
}

const FIRST = 'dc-answered.json';

/** What somebody is asked before a plan runs. */
const FIRST_KINDS = ['acknowledgement', 'response'];

const Press = ({
  action,
  fields,
  label,
}: {
  action: string;
  fields: Record<string, string>;
  label: string;
}) => (
  <form method="post" action={action}>
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <button type="submit" class="plain small">
      {label}
    </button>
  </form>
);

const startStep = async (desk: Desk, plan: PlanRow | undefined): Promise<GuideStep> => {
  const examples = await listExamples(desk.options.examples);
  const now = desk.options.clock.now();
  const ready = examples.filter((example) => !tooLate(example, now, desk.began));
  const example = ready.find(({ file }) => file === FIRST) ?? ready[0];
  return {
    title: 'Start an example',
    says: 'A plan is drafted, approved and launched, as HR would do it.',
    done: plan !== undefined,
    way: example ? (
      <Press action={at(['example'])} fields={{ file: example.file }} label={`Start “${example.title}”`} />
    ) : undefined,
  };
};

/** Whether both sides have answered one check-in. */
const isMet = ({ type, complete, answer }: EventRow): boolean =>
  type === 'RequestAnswered' &&
  complete === true &&
  (answer as { kind?: string } | undefined)?.kind === 'check_in';

const OVER = ['closed', 'withdrawn', 'monitoring'];

const stepsFor = async (desk: Desk, plan: PlanRow | undefined, back: string): Promise<GuideStep[]> => {
  const past = plan ? await desk.events(plan.planId).catch((): EventRow[] => []) : [];
  const has = (...types: string[]) => past.some(({ type }) => types.includes(type));
  const employee = plan?.participants.find(({ role }) => role === 'employee');
  const mails = employee ? desk.options.inbox.list({ to: employee.email }) : [];
  // The first question there is; later ones are asked again and again.
  const asked = plan?.openRequests.find(
    ({ kind, waitingFor }) => FIRST_KINDS.includes(kind) && employee && waitingFor.includes(employee.id),
  );
  const decision = plan?.openRequests.find(({ kind }) => kind === 'decision');
  const decides = plan?.participants.find(({ id }) => decision?.waitingFor.includes(id));
  const [newest] = mails.toReversed();
  const page = plan ? at(['plans', plan.planId]) : '';
  return [
    await startStep(desk, plan),
    {
      title: `Read the mail${employee ? ` to ${employee.name}` : ' to the employee'}`,
      says: 'Its subject and preview give nothing away to whoever looks over a shoulder.',
      done: mails.some(({ id }) => desk.opened.has(id)),
      way:
        newest && employee ? (
          <a href={at(['mail', newest.id], { to: employee.email })}>Open it</a>
        ) : undefined,
    },
    {
      title: 'Answer as the employee',
      says: 'Through the link in the mail, with no account; or let the sandbox fill it in.',
      done: has('RequestAnswered') && !asked,
      way:
        plan && asked && employee ? (
          <Press
            action={`${page}/complete`}
            fields={{ request: asked.id, who: employee.id, mood: 'well', back }}
            label={`Answer as ${employee.name}`}
          />
        ) : undefined,
    },
    {
      title: 'Let a reminder happen',
      says: 'Somebody else is still silent. Silence is reminded, then escalated; it never stalls a plan.',
      done: has('Reminded'),
      way: plan ? (
        <Press action={`${page}/remind`} fields={{ back }} label="On to the next reminder" />
      ) : undefined,
    },
    {
      title: 'Answer a check-in, as both sides',
      says: 'The clock goes to the day of the next check-in; the employee and the supervisor each say how far it has come, without seeing what the other says.',
      // Nothing is asked any more in a plan that is over, or waits for its decision.
      done: past.some(isMet) || decision !== undefined || OVER.includes(plan?.status ?? ''),
      way: plan ? (
        <Press action={`${page}/check-in`} fields={{ back }} label="Hold the check-in, and answer as both" />
      ) : undefined,
    },
    {
      title: 'Watch the decision',
      says: decision
        ? 'The end date has come: somebody is asked to decide, and that clock never stops by itself.'
        : 'From here to the end date nobody answers anything: watch how silence is reminded, escalated and recorded, mail by mail, and how the plan reaches its decision all the same.',
      done: has('DecisionRecorded', 'PlanClosed'),
      way: !plan ? undefined : decision ? (
        <Press
          action={`${page}/complete`}
          fields={{ request: decision.id, who: decides?.id ?? '', mood: 'well', back }}
          label={`Decide as ${decides?.name ?? 'whoever is asked'}`}
        />
      ) : (
        <Press action={`${page}/to-decision`} fields={{ back }} label="On to the decision" />
      ),
    },
    {
      title: 'Read the record',
      says: 'What happened, word for word, in an order nobody can change unseen.',
      done: plan !== undefined && desk.recordsRead.has(plan.planId),
      way: plan ? <a href={`${page}/record`}>Open it</a> : undefined,
    },
  ];
};

const Away = ({ label, away, back }: { label: string; away: string; back: string }) => (
  <form method="post" action={at(['guide'])}>
    <input type="hidden" name="back" value={back} />
    <button type="submit" class="plain small" name="away" value={away}>
      {label}
    </button>
  </form>
);

/** What to do when all is done: the clock stands after the start of most examples then, and never goes back. */
const StartOver = () => (
  <>
    That was a whole plan’s life. The clock never goes back, so most examples are past now:{' '}
    <a href={RESET}>start over with an empty sandbox</a>, or try the{' '}
    <a href={at(['chaos'])}>chaos switches</a>.
  </>
);

const stepsOf = (desk: Desk, plans: readonly PlanRow[], back: string): Promise<GuideStep[]> => {
  // The first that was started, whatever the order of the list.
  const plan = [...plans].sort((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? -1 : 1))[0];
  return stepsFor(desk, plan, back);
};

/** The first plan of a newcomer, in steps that tick themselves off. */
export const guideFor = async (desk: Desk, plans: readonly PlanRow[]): Promise<ComponentChildren> => {
  if (desk.guideIsAway)
    return (
      <div class="over">
        <Away label="Show the guide to a first plan" away="no" back={HOME} />
      </div>
    );
  const steps = await stepsOf(desk, plans, HOME);
  const next = steps.findIndex(({ done }) => !done);
  return (
    <section class="card guide" aria-labelledby="guide-title">
      <div class="card-top">
        <h2 id="guide-title">A first plan, in {counted(steps.length, 'step')}</h2>
        <Away label="Put this away" away="yes" back={HOME} />
      </div>
      {next < 0 ? (
        <p>
          All done. <StartOver />
        </p>
      ) : null}
      <ol>
        {steps.map(({ title, says, done, way }, index) => (
          <li
            key={title}
            class={done ? 'done' : index === next ? 'next' : ''}
            aria-current={index === next ? 'step' : undefined}
          >
            <p>
              <strong>{title}</strong>
              {done ? <span class="badge">done</span> : null}
            </p>
            {index === next ? (
              <>
                <p class="small soft">{says}</p>
                {way}
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
};

/** The same on any other page, as one line: which step is next, and how it is done from here. */
export const guideLine = async (
  desk: Desk,
  plans: readonly PlanRow[],
  here: string,
): Promise<ComponentChildren> => {
  if (desk.guideIsAway) return null;
  const steps = await stepsOf(desk, plans, here);
  const next = steps.findIndex(({ done }) => !done);
  const step = steps[next];
  return (
    <aside class="guide-line" aria-label="Guide to a first plan">
      {step ? (
        <>
          <p>
            <a href={HOME}>
              Step {next + 1} of {steps.length}
            </a>
            : <strong>{step.title}.</strong> <span class="soft">{step.says}</span>
          </p>
          {step.way}
        </>
      ) : (
        <p>
          <a href={HOME}>All {counted(steps.length, 'step')} done.</a> <StartOver />
        </p>
      )}
      <Away label="Put the guide away" away="yes" back={here} />
    </aside>
  );
};

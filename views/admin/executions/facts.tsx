import { SWEPT_WITHIN } from '../sweeper.ts';
import { addressOf, type DetailModel, type ZoneName } from './detail-model.ts';
import { executionHref, MACHINE_NAMES } from './model.ts';
import { StatusPill } from './status-pill.tsx';
import { duration, moment } from './times.ts';

/** Where an execution stands, and what can be done with it. */
export const Facts = (model: DetailModel) => (
  <div class="card">
    <dl class="facts">
      <Fact name="Status">
        <StatusPill status={model.status} />
        {model.error ? (
          <>
            {' '}
            <code>{model.error}</code> {model.cause}
          </>
        ) : null}
      </Fact>
      <Fact name="Execution">
        <span class="mono">{model.name}</span>, {MACHINE_NAMES[model.machine].toLowerCase()}
      </Fact>
      <Here {...model} />
      {model.plan ? <PlanFact {...model} plan={model.plan} /> : null}
      <Fact name="Started">{moment(model.startedAt, model.timeZone)}</Fact>
      {model.stoppedAt ? (
        <Fact name="Ended">
          {moment(model.stoppedAt, model.timeZone)}, after {duration(model.startedAt, model.stoppedAt)}
        </Fact>
      ) : null}
      <Fact name="Workflow">
        {model.isCurrentVersion
          ? 'the current version'
          : 'an older version than new executions run; what was corrected since is not in it'}
      </Fact>
      <Fact name="Times in">
        <ZoneSwitch {...model} />
      </Fact>
      <Fact name="ARN">
        <span class="mono">{model.arn}</span>
        {model.consoleHref ? (
          <>
            {' '}
            <a href={model.consoleHref}>Open it in the AWS console</a>
          </>
        ) : null}
      </Fact>
    </dl>
    {model.canAct ? <Actions {...model} /> : null}
  </div>
);

const Fact = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Here = ({ trace, timeZone }: DetailModel) => {
  const here = trace.visits.filter(({ end }) => end === 'here');
  return here.length === 0 ? null : (
    <Fact name="It is in">
      {[...new Set(here.map(({ state }) => state))].join(', ')}
      {here[0]?.enteredAt ? <span class="soft"> since {moment(here[0].enteredAt, timeZone)}</span> : null}
    </Fact>
  );
};

const PlanFact = (model: DetailModel & { plan: PlanShown }) => {
  const { plan, timeZone, status, isAnswered } = model;
  return (
    <>
      <Fact name="Plan">
        <span class="mono">{plan.planId}</span>, {plan.status}. <Driver {...model} />
      </Fact>
      {isAnswered && plan.isCurrentRun && status === 'RUNNING' ? (
        <Fact name="Already answered">
          Nothing it waits for is open any more. For a moment that is so after every answer; if it stays so,
          its wake-up is lost: it goes on when it wakes next, or restart it now.
        </Fact>
      ) : null}
      {plan.wakesAt && plan.isCurrentRun && status === 'RUNNING' ? (
        <Fact name="Wakes next">
          {moment(plan.wakesAt, timeZone)}
          {isAnswered ? '' : ', or when everybody asked has answered'}
        </Fact>
      ) : null}
    </>
  );
};

/** Which run drives the plan, if one does. */
const Driver = ({ plan, status, timeZone, canAct, name }: DetailModel & { plan: PlanShown }) => {
  if (!plan.isCurrentRun) {
    return (
      <>
        Run {plan.run} drives it:{' '}
        <a href={executionHref(`${plan.planId}-r${plan.run}`)}>
          {plan.planId}-r{plan.run}
        </a>
      </>
    );
  }
  if (status === 'RUNNING') return <>This run drives it.</>;
  if (!plan.isLive) return <>This was its last run; it needs no other.</>;
  return (
    <>
      <strong>No run drives it.</strong>{' '}
      {plan.wakesAt
        ? `What is due next: ${moment(plan.wakesAt, timeZone)}; the sweeper gives it another run within ${SWEPT_WITHIN} of that`
        : 'Nothing is due next'}
      {canAct ? (
        <>
          , or <a href={`${executionHref(name)}/restart`}>restart it now</a>.
        </>
      ) : (
        '.'
      )}
    </>
  );
};

type PlanShown = NonNullable<DetailModel['plan']>;

const ZONE_NAMES: Record<ZoneName, string> = {
  plan: "the plan's zone",
  organisation: "the organisation's zone",
  utc: 'UTC',
};

const ZoneSwitch = (model: DetailModel) => {
  const offered: ZoneName[] = model.plan ? ['plan', 'organisation', 'utc'] : ['organisation', 'utc'];
  return (
    <>
      {offered.map((zone, at) => (
        <span key={zone}>
          {at > 0 ? ' · ' : ''}
          {zone === model.zone ? (
            <strong>
              {ZONE_NAMES[zone]}
              {zone === 'utc' ? '' : ` (${model.timeZone})`}
            </strong>
          ) : (
            <a href={addressOf(model, { zone })}>{ZONE_NAMES[zone]}</a>
          )}
        </span>
      ))}
    </>
  );
};

const Actions = ({ name, machine, status, plan, isCurrentVersion }: DetailModel) => {
  const href = executionHref(name);
  const isRunning = status === 'RUNNING';
  return (
    <p class="actions">
      {machine === 'plan-lifecycle' && plan?.isCurrentRun ? (
        <a class="button button-plain" href={`${href}/restart`}>
          Restart from the record …
        </a>
      ) : null}
      {machine === 'plan-lifecycle' && isRunning && !isCurrentVersion ? (
        <a class="button button-plain" href={`${href}/migrate`}>
          Move to the current version …
        </a>
      ) : null}
      {isRunning ? (
        <a class="button button-plain" href={`${href}/stop`}>
          Stop …
        </a>
      ) : null}
    </p>
  );
};

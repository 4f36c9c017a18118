import { readFileSync } from 'node:fs';
import type { Answer, Instant, Plan, PlanDraft, Request } from '../../domain/index.ts';
import { respond } from '../../functions/api/respond.ts';
import { api, scheduled, stream, task } from '../../functions/chains.ts';
import { perform } from '../../functions/effects/perform.ts';
import { lifecycle } from '../../functions/lifecycle/lifecycle.ts';
import { deliver } from '../../functions/mailer/deliver.ts';
import { sweep } from '../../functions/sweeper/sweep.ts';
import { createClock, NOTHING_DONE } from '../../sandbox/clock.ts';
import { createStatesEngine } from '../../sandbox/states/index.ts';
import type { InvokeResult } from '../../sandbox/types.ts';
import { CONTEXT, httpEvent, streamEvent } from '../functions/lambda.ts';
import { worldAt } from '../functions/ports.ts';
import { inlineJobs } from '../support/inline-bulk.ts';

const ACCOUNT = { region: 'us-east-1', account: '123456789012' };
const MACHINE = 'arn:aws:states:us-east-1:123456789012:stateMachine:plan-lifecycle';
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:lifecycle';
const definitionIn = (file: string): string =>
  readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll(/\$\{LifecycleFunctionArn\}/g, FUNCTION);
const TODAY = definitionIn('../../workflows/plan-lifecycle.asl.json');

/**
 * The real workflow on the interpreter, the real functions, rules and store (in memory), with a stream between them that
 * is drained before any time passes.
 */
export function drivenAt(start: Instant, baseUrl?: string) {
  const clock = createClock(Date.parse(start));
  const world = worldAt(start, baseUrl);
  const now = (): Instant => `${new Date(clock.now()).toISOString().slice(0, 19)}Z`;
  const ports: typeof world.ports = { ...world.ports, now, jobs: inlineJobs(world.rows, () => ports) };
  const lifecycleTask = task(lifecycle, ports);
  const driven = {
    clock,
    ports,
    world,
    now,
    /** What the lifecycle function throws instead of working, call by call. */
    failures: [] as (Error | undefined)[],
  };
  let draws = 0;
  const engine = createStatesEngine({
    ...ACCOUNT,
    clock,
    random: () => ((draws++ * 7919) % 1000) / 1000,
    invokeLambda: async (_, payload): Promise<InvokeResult> => {
      try {
        const failure = driven.failures.shift();
        if (failure) throw failure;
        return { payload: await lifecycleTask(payload as never, CONTEXT) };
      } catch (error) {
        const { name, message } = error as Error;
        return { payload: null, error: { errorType: name, errorMessage: message } };
      }
    },
  });
  engine.createStateMachine({
    arn: MACHINE,
    name: 'plan-lifecycle',
    definition: TODAY,
    roleArn: 'arn:aws:iam::123456789012:role/machine',
  });
  const arnOf = (planId: string, run: number) =>
    `${MACHINE.replace(':stateMachine:', ':execution:')}:${planId}-r${run}`;
  const gone = <T, U>(run: () => T, otherwise: U, done: U): U => {
    try {
      run();
      return done;
    } catch {
      return otherwise;
    }
  };
  ports.workflows = {
    start: async (planId, run) =>
      gone(
        () =>
          engine.startExecution({
            stateMachineArn: MACHINE,
            name: `${planId}-r${run}`,
            input: JSON.stringify({ planId, run, schemaVersion: 1 }),
          }),
        'already',
        'started',
      ),
    unusedRun: async (_, from) => from,
    stop: async (planId, run) =>
      gone(() => engine.stopExecution({ executionArn: arnOf(planId, run) }), 'gone', 'stopped'),
    answer: async (taskToken, output) =>
      gone(() => engine.sendTaskSuccess({ taskToken, output: JSON.stringify(output) }), 'gone', 'answered'),
  };
  const effects = stream(perform, ports);
  const mailer = stream(deliver, ports);
  const held = new Set<unknown>();
  clock.beforeIdle(async () => {
    const waiting = world.rows.all(({ sk, status }) => sk.startsWith('OUTBOX#') && status === 'PENDING');
    const pending = waiting.filter(({ notBefore }) => !notBefore || String(notBefore) <= now());
    // What is held back until a moment needs no sweep here: the clock stops then, and the stream is drained.
    for (const { notBefore } of waiting) {
      if (!notBefore || held.has(notBefore)) continue;
      held.add(notBefore);
      clock.at(Date.parse(String(notBefore)), 'what was held back', () => NOTHING_DONE);
    }
    const event = streamEvent(pending);
    await effects(event, CONTEXT);
    await mailer(event, CONTEXT);
    return pending.length > 0;
  });

  const call = async (route: string, body?: object, planId = '') => {
    const event = httpEvent(route, {
      params: { planId },
      caller: 'hr@agency.example',
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const { statusCode, body: text } = await api(respond, ports)(event, CONTEXT);
    const json = JSON.parse(text ?? '');
    if (Number(statusCode) >= 300) throw new Error(JSON.stringify(json.errors ?? json));
    return json;
  };

  const command = async (planId: string, body: object): Promise<void> => {
    await call('POST /api/plans/{planId}/commands', body, planId);
    await clock.settle();
  };

  const define = (definition: string) => engine.updateStateMachine({ stateMachineArn: MACHINE, definition });

  const whole = Object.assign(driven, {
    engine,
    machine: MACHINE,
    /** Executions that begin from now on follow a definition of test/workflows/fixtures/definitions; those that run keep theirs. */
    deployBefore: (name: string) => define(definitionIn(`fixtures/definitions/${name}.asl.json`)),
    /** Executions that begin from now on follow the definition of today. */
    deployToday: () => define(TODAY),
    /** The lifecycle function as a workflow calls it. */
    task: (event: object) => lifecycleTask(event as never, CONTEXT),
    sweep: () => scheduled(sweep, ports)({}, CONTEXT).then(() => clock.settle()),
    /** Drafted and approved through the API. */
    async approved(draft: PlanDraft): Promise<string> {
      const { planId } = await call('POST /api/plans', draft);
      await command(planId, { type: 'approve' });
      return planId;
    },
    /** Drafted, approved and launched through the API. */
    async launch(draft: PlanDraft): Promise<string> {
      const planId = await whole.approved(draft);
      await command(planId, { type: 'launch' });
      return planId;
    },
    command,
    plan: (planId: string): Promise<Plan> => ports.store.load(planId),
    async answer(planId: string, request: Request, by: string, answer: Answer) {
      await whole.record(planId, request, by, answer);
      await clock.settle();
    },
    /** The answer is in the record, and nothing came of it yet. */
    async record(planId: string, request: Request, by: string, answer: Answer) {
      await ports.store.commit(
        planId,
        { type: 'AnswerRequest', requestId: request.id, by, answer },
        {
          now: now(),
          actor: { kind: 'participant', id: by },
          newLinkId: () => ports.ids.link(planId),
          library: ports.library,
          defaults: ports.settings.defaults,
        },
      );
    },
    history(planId: string, run = 1) {
      const executionArn = arnOf(planId, run);
      const { status } = engine.describeExecution({ executionArn });
      const { events } = engine.getExecutionHistory({ executionArn, maxResults: 1000 });
      const entered = events.flatMap(({ stateEnteredEventDetails }) =>
        stateEnteredEventDetails ? [(stateEnteredEventDetails as { name: string }).name] : [],
      );
      return { status, events, entered };
    },
    /** How long the history of an execution is, however long. */
    eventCount(planId: string, run: number): number {
      const executionArn = arnOf(planId, run);
      const [last] = engine.getExecutionHistory({ executionArn, maxResults: 1, reverseOrder: true }).events;
      return last?.id ?? 0;
    },
    stop: (planId: string, run: number) => engine.stopExecution({ executionArn: arnOf(planId, run) }),
  });
  return whole;
}

export type Driven = ReturnType<typeof drivenAt>;

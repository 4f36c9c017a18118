import { z } from 'zod';
import { moveClock } from './control/clock-move.ts';
import { ControlProblem, jsonAnswer, problemReply } from './control/problem.ts';
import { readTable } from './control/table.ts';
import type { Deployed } from './deploy/deploy.ts';
import { deployProblem } from './deploy/problem.ts';
import { type Faults, FaultsForm, isFunctionNamed } from './faults.ts';
import type { Inbox, MailFilter } from './inbox.ts';
import {
  AwsError,
  type Clock,
  type Functions,
  type Iam,
  type Meter,
  type Resource,
  type WireService,
} from './types.ts';
import type { HttpReply, HttpRequest } from './wire/endpoint.ts';
import type { EventLog } from './wire/events.ts';
import { instant } from './wire/instant.ts';

/** One line per execution, as the state engine gives it; moments are epoch milliseconds. */
export interface ExecutionOverview {
  arn: string;
  name: string;
  stateMachine: string;
  status: string;
  /** The state it is in, or ended in. */
  state: string;
  startedAt: number;
  stoppedAt: number | undefined;
}

export interface ControlOptions {
  clock: Clock;
  iam: Iam;
  functions: Functions;
  states: { overview(): readonly ExecutionOverview[] };
  resources: readonly Resource[];
  ignored: readonly unknown[];
  dynamodb: WireService;
  meter: Meter;
  inbox: Inbox;
  events: EventLog;
  faults: Faults;
  /** What event sources and schedules gave up after their last attempt. */
  poisoned?(): readonly unknown[];
  isLive(): boolean;
  /** Empties everything and puts the clock back to its start. */
  reset(): Promise<void>;
  /** Makes what runs into what another assembly says. */
  deploy?(assembly: string): Promise<Deployed>;
}

type Handle = (request: HttpRequest, body: unknown) => Promise<unknown> | unknown;

const Deployment = z.strictObject({ assembly: z.string().min(1) });
const Invocation = z.strictObject({ function: z.string().min(1), payload: z.unknown().optional() });

const checked = <T>(form: z.ZodType<T>, body: unknown, code: string): T => {
  const result = form.safeParse(body);
  if (result.success) return result.data;
  throw new ControlProblem(code, z.prettifyError(result.error));
};

const mailFilter = (query: URLSearchParams): MailFilter => {
  const unknown = [...query.keys()].find((name) => !['to', 'plan', 'since'].includes(name));
  if (unknown)
    throw new ControlProblem(
      'bad_mail_filter',
      `There is no filter "${unknown}"; there are to, plan and since.`,
    );
  const [to, plan, since] = [query.get('to'), query.get('plan'), query.get('since')];
  if (since !== null && !/^\d{4}-\d\d-\d\dT/.test(since)) {
    throw new ControlProblem('bad_mail_filter', `"${since}" is not a moment such as 2027-01-05T14:00:00Z.`);
  }
  return {
    ...(to === null ? {} : { to }),
    ...(plan === null ? {} : { plan }),
    ...(since === null ? {} : { since: Date.parse(since) }),
  };
};

const isUnknown = (error: unknown): boolean =>
  error instanceof AwsError && error.code === 'ResourceNotFoundException';

const noSuchFunction = (name: string, resources: readonly Resource[]): ControlProblem => {
  const known = resources.filter(({ type }) => type === 'AWS::Lambda::Function').map((one) => one.logicalId);
  const others = known.length > 0 ? `; there are ${known.join(', ')}` : '';
  return new ControlProblem('no_such_function', `There is no function "${name}"${others}.`, 404);
};

const jsonBody = (request: HttpRequest): unknown => {
  if (request.body.length === 0 && request.headers['content-type'] === undefined) return {};
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new ControlProblem('json_only', 'Send the body as JSON, with Content-Type: application/json.', 415);
  }
  if (request.tooLarge) throw new ControlProblem('too_large', 'The body is too large.', 413);
  try {
    return JSON.parse(request.body.toString('utf8') || '{}');
  } catch {
    throw new ControlProblem('malformed_json', 'The body is not JSON.');
  }
};

/** The control API under `/_sandbox/`. What reads the world waits until the world has settled. */
export const createControl = (options: ControlOptions): ((request: HttpRequest) => Promise<HttpReply>) => {
  const { clock, iam, functions, states, resources, meter, inbox, events, faults } = options;
  const settled =
    (read: Handle): Handle =>
    async (request, body) => {
      await clock.settle();
      return read(request, body);
    };

  const calls: Record<string, Handle> = {
    'GET health': () => ({
      ok: true,
      now: instant(clock.now()),
      mode: options.isLive() ? 'live' : 'stepped',
      resources: resources.map(({ stack, logicalId, type, path, arn }) => ({
        stack,
        logicalId,
        type,
        path,
        arn,
      })),
      ignored: options.ignored,
    }),
    'GET clock': () => ({ now: instant(clock.now()) }),
    'POST clock': (_, body) => moveClock(clock, body),
    'GET timers': () => clock.pending().map(({ at, what }) => ({ at: instant(at), what })),
    'GET mail': settled(({ query }) => inbox.list(mailFilter(query))),
    'GET executions': settled(() =>
      states.overview().map(({ startedAt, stoppedAt, ...execution }) => ({
        ...execution,
        startedAt: instant(startedAt),
        stoppedAt: stoppedAt === undefined ? null : instant(stoppedAt),
      })),
    ),
    'GET meter': settled(() => meter.read()),
    'GET events': settled(() => events.list()),
    'GET logs': settled(({ query }) => {
      const wanted = query.get('function');
      return functions
        .logs()
        .filter((log) => wanted === null || isFunctionNamed(log.function, wanted))
        .map((log) => ({ ...log, at: instant(log.at) }));
    }),
    'GET iam': settled(() => ({ unused: iam.unused(), denied: iam.denied() })),
    'GET poisoned': settled(() => options.poisoned?.() ?? []),
    'GET table': settled(({ query }) => readTable(options, query)),
    'POST invoke': async (_, body) => {
      const { function: name, payload } = checked(Invocation, body, 'bad_invocation');
      return functions.invoke(name, payload ?? {}).catch((error: unknown) => {
        throw isUnknown(error) ? noSuchFunction(name, resources) : error;
      });
    },
    'POST deploy': async (_, body) => {
      const { assembly } = checked(Deployment, body, 'bad_deployment');
      const done = await options.deploy?.(assembly).catch((error: unknown) => {
        throw deployProblem(error);
      });
      return { now: instant(clock.now()), ...done };
    },
    'GET faults': () => ({ faults: faults.active() }),
    'POST faults': (_, body) => {
      faults.replace(checked(FaultsForm, body, 'bad_faults').faults);
      return { faults: faults.active() };
    },
    'POST reset': async () => {
      await options.reset();
      return { now: instant(clock.now()) };
    },
  };

  return async (request) => {
    const name = request.path.replace(/^\/_sandbox\//, '');
    // A reply to HEAD is that to GET without its body, which the server leaves out.
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const handle = calls[`${method} ${name}`];
    try {
      if (!handle) {
        const others = Object.keys(calls).filter((call) => call.endsWith(` ${name}`));
        throw others.length > 0
          ? new ControlProblem(
              'method_not_allowed',
              `/_sandbox/${name} takes ${others.map((call) => call.split(' ')[0]).join(', ')}.`,
              405,
            )
          : new ControlProblem('no_such_call', `The control API has no ${request.path}.`, 404);
      }
      return jsonAnswer(await handle(request, method === 'POST' ? jsonBody(request) : undefined));
    } catch (error) {
      if (error instanceof ControlProblem) return problemReply(error);
      const reason = error instanceof Error ? error.message : String(error);
      return problemReply(new ControlProblem('sandbox_failed', reason, 500));
    }
  };
};

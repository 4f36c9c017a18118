import { createConsole } from './console/console.tsx';
import { ControlProblem, problemReply } from './control/problem.ts';
import { createControl, type ExecutionOverview } from './control.ts';
import type { Deployed } from './deploy/deploy.ts';
import type { Poisoned } from './dynamodb/streams.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGateway, type DeployedGateway } from './gateway.ts';
import { createInbox, type Inbox } from './inbox.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import type { DeployedStack } from './template/deployed-stack.ts';
import type { Triggers } from './triggers.ts';
import {
  ACCOUNT,
  type Caller,
  type Clock,
  type Functions,
  type Iam,
  type Meter,
  REGION,
  type Resource,
  type WireService,
} from './types.ts';
import { type Answer, type Endpoint, type HttpRequest, openEndpoint } from './wire/endpoint.ts';
import { createEventLog, type EventLog, eventsService, type PublishedEvent } from './wire/events.ts';
import { isLoopbackHost, isSameOrigin } from './wire/hosts.ts';
import { operatingServices } from './wire/operating.ts';
import { createWire } from './wire/router.ts';
import { secretsService } from './wire/secrets.ts';
import { sesService } from './wire/ses.ts';
import { sesEvents } from './wire/ses-events.ts';
import { type StatesApi, statesService } from './wire/states.ts';
import { stsService } from './wire/sts.ts';

export { type Endpoint, openEndpoint } from './wire/endpoint.ts';

export interface DoorsOptions {
  clock: Clock;
  iam: Iam;
  functions: Functions;
  states: StatesApi & { overview(): readonly ExecutionOverview[] };
  resources: readonly Resource[];
  /** What CloudFormation tells about the stacks. */
  stacks?: readonly DeployedStack[];
  /** What of the templates the sandbox leaves out, shown as it is by the health call. */
  ignored: readonly unknown[];
  dynamodb: WireService;
  meter: Meter;
  /** What event sources and schedules gave up after their last attempt, as a dead-letter queue would hold it. */
  poisoned?(): readonly Poisoned[];
  /** Switches feeds and rules. */
  triggers?: Triggers;
  /** Told of everything that is put on a bus of EventBridge. */
  onEvent?(event: PublishedEvent): void;
  callerOf(accessKeyId: string): Caller | undefined;
  /** Empties table, executions and logs and puts the clock back. Inbox, events and faults are emptied here. */
  reset(): Promise<void>;
  /** Makes what runs into what another assembly says. */
  deploy?(assembly: string): Promise<Deployed>;
  /** An endpoint opened before (its address is needed to resolve the templates); otherwise one is opened on `port`. */
  endpoint?: Endpoint;
  /** 0, the default, takes any free port. */
  port?: number;
  faults?: Faults;
  /** People who sign in, and tokens; without it the templates have no user pool. */
  signIn?: SignIn;
  /** A folder of plan files the console offers to start. */
  examples?: string;
}

export interface Doors {
  url: string;
  port: number;
  inbox: Inbox;
  events: EventLog;
  faults: Faults;
  /** The HTTP API, whose routes may be deployed anew. */
  gateway: Pick<DeployedGateway, 'prepare'>;
  /** Forgets mail, events and faults. */
  clear(): void;
  /** Says in the console and in the health call whether the clock runs by itself. */
  setLive(live: boolean): void;
  /** Stops taking requests and resolves when those under way are answered. */
  close(): Promise<void>;
}

const isLocal = (request: HttpRequest): boolean =>
  isLoopbackHost(request.headers.host) && (request.method === 'GET' || isSameOrigin(request.headers));

const REFUSED = problemReply(
  new ControlProblem('not_local', 'This address answers only to this machine, under its own name.', 403),
);

/**
 * Everything by which the outside reaches the sandbox, on one address of this machine: the AWS services, the
 * HTTP API of the templates, the control API and the console.
 *
 * @throws UnsupportedRoute when the HTTP API asks for something the sandbox does not have.
 */
export const createDoors = async (options: DoorsOptions): Promise<Doors> => {
  const { clock, resources, meter, faults = createFaults() } = options;
  const where = { region: REGION, account: ACCOUNT };
  const inbox = createInbox({ clock, meter });
  const events = createEventLog(options.onEvent);
  let live = false;

  const machines = resources.filter(({ type }) => type === 'AWS::StepFunctions::StateMachine');
  const wire = createWire({
    ...options,
    faults,
    services: [
      options.dynamodb,
      statesService(
        options.states,
        machines.map(({ arn }) => arn),
        faults,
      ),
      sesService({
        inbox,
        faults,
        clock,
        resources,
        ...where,
        announce: sesEvents({ clock, log: events, resources, ...where }),
      }),
      eventsService({
        ...{ clock, log: events, resources, ...where },
        ...(options.triggers ? { triggers: options.triggers } : {}),
      }),
      secretsService({ clock, resources }),
      stsService(where),
      ...operatingServices({ stacks: [], poisoned: () => [], ...options, ...where }),
    ],
  });
  const { signIn } = options;
  const gateway = createGateway({ ...options, ...where, ...(signIn ? { keysOf: signIn.keysOf } : {}) });
  const clear = (): void => {
    inbox.clear();
    events.clear();
    faults.replace([]);
    home.clear();
  };
  const control = {
    ...options,
    inbox,
    events,
    faults,
    isLive: () => live,
    reset: async () => {
      await clock.settle();
      await options.reset();
      await signIn?.reset();
      clear();
    },
  };
  const answerControl = createControl(control);
  const endpoint = options.endpoint ?? (await openEndpoint(options.port));
  const home = createConsole({
    ...control,
    gateway,
    url: () => endpoint.url,
    ...(options.examples ? { examples: options.examples } : {}),
  });

  endpoint.serve(async (request): Promise<Answer> => {
    const isControl = request.path.startsWith('/_sandbox/');
    // First of all: in AWS's REST style the path is anything, `/` too, where otherwise the console is.
    const isCall = !isControl && wire.isCall(request);
    const isHome =
      !isCall && home.isMine(request) && (request.path !== '/' || !gateway.match(request.method, '/'));
    if ((isHome || isControl || isCall) && !isLocal(request)) return REFUSED;
    if (isHome) return home.answer(request);
    const named = signIn?.toOwnName(request);
    if (named) return named;
    if (signIn?.isMine(request)) return signIn.answer(request);
    if (isControl) return answerControl(request);
    return isCall ? wire.answer(request) : home.gateway.answer(request);
  });

  return {
    url: endpoint.url,
    port: endpoint.port,
    inbox,
    events,
    faults,
    gateway,
    clear,
    setLive: (on) => {
      live = on;
    },
    close: () => endpoint.close(),
  };
};

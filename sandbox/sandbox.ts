import { createClock } from './clock.ts';
import { createDeploy } from './deploy/deploy.ts';
import { liveIam } from './deploy/live-iam.ts';
import { prepareMachines } from './deploy/machines.ts';
import { createDoors, type Endpoint, openEndpoint } from './doors.ts';
import { createBackups } from './dynamodb/backups.ts';
import { engineClient } from './dynamodb/client.ts';
import { startEngine } from './dynamodb/engine.ts';
import { createJournal } from './dynamodb/journal.ts';
import { dynamodbService } from './dynamodb/service.ts';
import { createStreams, type Poisoned } from './dynamodb/streams.ts';
import { createTable } from './dynamodb/tables.ts';
import { createRules } from './events/rules.ts';
import { createFaults } from './faults.ts';
import { createIam } from './iam.ts';
import { checkDestinations } from './lambda/destinations.ts';
import { createFunctions } from './lambda/pool.ts';
import { createMeter } from './meter.ts';
import type { Sandbox, SandboxOptions } from './sandbox-types.ts';
import { createThinning } from './schedule/thinning.ts';
import {
  leftOut,
  millisecondsIn,
  watchedFaults,
  watchedStates,
  watchingExecutions,
} from './schedule/trouble.ts';
import { createSchedules } from './schedule.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { createStatesEngine } from './states/index.ts';
import { loadAssembly } from './template/load.ts';
import { createTriggers } from './triggers.ts';
import { ACCOUNT, type Clock, REGION, type Resource } from './types.ts';
import { seededRandom } from './wire/random.ts';

export type { Sandbox, SandboxOptions } from './sandbox-types.ts';

const ofType = (resources: readonly Resource[], type: string) =>
  resources.filter((each) => each.type === type);

const startOf = (start: string | undefined): number => {
  const time = start === undefined ? Math.floor(Date.now() / 1000) * 1000 : Date.parse(start);
  if (Number.isNaN(time)) throw new RangeError(`"${start}" is not a moment such as 2027-01-05T14:00:00Z.`);
  return time;
};

/** Answers are dated by the virtual clock: by another date an SDK would think its own clock wrong, and ask again. */
const onVirtualTime = (endpoint: Endpoint, clock: Clock): Endpoint => ({
  ...endpoint,
  serve: (handler) =>
    endpoint.serve(async (request) => {
      const answer = await handler(request);
      if (answer === 'hang up') return answer;
      return { ...answer, headers: { date: new Date(clock.now()).toUTCString(), ...answer.headers } };
    }),
});

/** Everything made on the way up is taken down in reverse, also when the way up is cut short. */
const compose = async (options: SandboxOptions, opened: (() => Promise<unknown>)[]): Promise<Sandbox> => {
  const start = startOf(options.start);
  const endpoint = await openEndpoint(options.port ?? 0);
  opened.push(() => endpoint.close());
  const { resources, asset, ...loaded } = loadAssembly(options.assembly, endpoint.url);
  const scheduleEvery = options.scheduleEvery ?? 'P1D';
  const ignored = [...loaded.ignored, ...leftOut(resources, scheduleEvery)];
  const engine = await startEngine(options.engine);
  opened.push(() => engine.close());
  const client = engineClient(engine.endpoint);
  opened.push(async () => client.close());

  const poisoned: Poisoned[] = [];
  const giveUp = (given: Poisoned) => void poisoned.push(given);
  const onError = options.onError ?? ((error) => console.error(error));
  const clock = createClock(start, { eager: true, onError });
  opened.push(async () => clock.stopLive());
  const iam = liveIam(createIam(resources));
  const journal = createJournal(start);
  opened.push(async () => journal.close());
  const meter = createMeter();
  const thinning = createThinning({ clock, every: millisecondsIn(scheduleEvery) });
  const faults = watchedFaults(createFaults(), thinning);
  const functions = createFunctions({
    clock,
    meter,
    resources,
    asset,
    url: endpoint.url,
    onFailure: thinning.trouble,
    intercept: (name) => (faults.strikes('kill_worker', { function: name }) ? 'kill' : undefined),
  });
  opened.push(() => functions.close());

  const tables = ofType(resources, 'AWS::DynamoDB::Table');
  const streams = createStreams({
    client,
    clock,
    iam,
    functions,
    resources,
    giveUp,
    journal,
    kept: thinning.keptFor,
    duplicate: (name) => faults.strikes('duplicate_delivery', { function: logicalIdOf(resources, name) }),
  });
  const afterWrite = () => {
    streams.poke();
    thinning.changed();
  };
  const backups = createBackups({ client, clock, journal, tables });
  const makeTables = async (wanted: readonly Resource[] = tables) => {
    for (const table of wanted) {
      const engineArn = await createTable(client, table);
      if (engineArn) await streams.follow(table, engineArn);
    }
  };
  await makeTables();

  const stateEngine = createStatesEngine({
    clock,
    invokeLambda: (functionArn, payload) => functions.invoke(functionArn, payload),
    authorize: (roleArn, permission) => {
      const machine = ofType(resources, 'AWS::StepFunctions::StateMachine').find(
        ({ properties }) => properties.RoleArn === roleArn,
      );
      iam.check({ name: machine?.logicalId ?? roleArn, roleArn }, permission);
    },
    random: seededRandom(start / 1000),
    meter,
    region: REGION,
    account: ACCOUNT,
    hideTaskTokens: !options.showTaskTokens,
  });
  const states = watchedStates(stateEngine, functions, thinning);
  prepareMachines(states, [], resources)();

  const schedules = createSchedules({
    clock,
    iam,
    functions,
    resources,
    giveUp,
    thinning: watchingExecutions(thinning, states),
  });
  schedules.start();
  const triggers = createTriggers(() => schedules.prepare(resources)());

  checkDestinations(resources, iam);
  const rules = createRules({ clock, functions, resources, meter, giveUp });

  const empty = async (at = start) => {
    states.reset();
    triggers.reset();
    clock.reset(at);
    rules.clear();
    streams.clear();
    thinning.reset();
    await backups.clear();
    await makeTables();
    journal.clear(at);
    schedules.start();
    functions.clearLogs();
    meter.reset();
    poisoned.length = 0;
  };
  const signIn = createSignIn({ clock, resources, url: endpoint.url });
  opened.push(() => signIn.close());
  const doors = await createDoors({
    clock,
    iam,
    functions,
    states,
    resources,
    stacks: loaded.stacks,
    ignored,
    dynamodb: dynamodbService({ client, clock, meter, tables, backups, afterWrite }),
    meter,
    poisoned: () => [...poisoned],
    triggers,
    onEvent: rules.take,
    callerOf: functions.callerOf,
    reset: () => empty(),
    deploy: (assembly) => deploy(assembly),
    endpoint: onVirtualTime(endpoint, clock),
    faults,
    signIn,
    ...(options.examples ? { examples: options.examples } : {}),
  });
  const deploy = createDeploy({
    url: endpoint.url,
    current: { ...loaded, resources, ignored },
    iam,
    functions,
    streams,
    schedules,
    gateway: doors.gateway,
    states,
    makeTables: async (fresh) => {
      await makeTables(fresh);
      tables.push(...fresh);
    },
    leftOut: (of) => leftOut(of, scheduleEvery),
  });
  if (options.live) clock.startLive();
  doors.setLive(options.live ?? false);

  return {
    url: doors.url,
    clock,
    iam,
    states,
    inbox: doors.inbox,
    events: doors.events,
    faults,
    functions,
    meter,
    resources,
    people: signIn.people,
    ignored,
    dynamodb: engine.endpoint,
    poisoned: () => [...poisoned],
    deploy,
    reset: async (at) => {
      await clock.settle();
      await empty(at === undefined ? start : startOf(at));
      await signIn.reset();
      doors.clear();
    },
    close: () => takeDown(opened),
  };
};

const takeDown = async (opened: (() => Promise<unknown>)[]): Promise<void> => {
  for (const close of opened.splice(0).reverse()) await close();
};

/** Mappings name a function by its name or ARN; people, and faults, by its logical id. */
const logicalIdOf = (resources: readonly Resource[], name: string): string =>
  ofType(resources, 'AWS::Lambda::Function').find(({ arn }) => arn === name || arn.endsWith(`:${name}`))
    ?.logicalId ?? name;

/**
 * Runs what `cdk synth` wrote to `options.assembly`.
 *
 * @throws NoAssembly when there is nothing to run; NotSupported naming what of it the sandbox does not do; AwsError
 *   when a deployment would fail for lack of a right; NoEngine; the system's error when the port is taken.
 */
export const bootSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const opened: (() => Promise<unknown>)[] = [];
  try {
    return await compose(options, opened);
  } catch (error) {
    await takeDown(opened);
    throw error;
  }
};

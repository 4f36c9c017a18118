import { isDeepStrictEqual } from 'node:util';
import type { Streams } from '../dynamodb/streams.ts';
import type { DeployedGateway } from '../gateway.ts';
import { createIam } from '../iam.ts';
import { checkDestinations } from '../lambda/destinations.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import type { Schedules } from '../schedule.ts';
import type { StatesEngine } from '../states/index.ts';
import { type Ignored, type LoadedAssembly, loadAssembly } from '../template/load.ts';
import type { Resource } from '../types.ts';
import type { LiveIam } from './live-iam.ts';
import { prepareMachines } from './machines.ts';
import { CannotDeploy, type Running, whyNot } from './refusals.ts';

/** What a deployment did, by `<stack>: <logical id>`. */
export interface Deployed {
  added: string[];
  changed: string[];
  removed: string[];
}

/** The parts of a running sandbox that are made of templates. */
export interface DeployOptions {
  /** Where the sandbox answers. */
  url: string;
  /** What is deployed now. Its lists are changed in place: whoever holds one reads it when asked, not when made. */
  current: Omit<LoadedAssembly, 'asset'>;
  iam: LiveIam;
  functions: Pick<FunctionPool, 'prepare'>;
  streams: Pick<Streams, 'prepare'>;
  schedules: Pick<Schedules, 'prepare'>;
  gateway: Pick<DeployedGateway, 'prepare'>;
  states: StatesEngine;
  /** Makes tables that are new. */
  makeTables(tables: readonly Resource[]): Promise<void>;
  /** What else is left out of these resources. */
  leftOut(resources: readonly Resource[]): Ignored[];
}

/**
 * Makes a running sandbox into what another assembly says, as a deployment of it would: functions get their new code and
 * environment and end what they have begun with the old, roles count at once, workflows get a new revision beside the one
 * that runs. Tables, secrets and people keep what they hold. All of it happens, or nothing.
 *
 * @throws CannotDeploy naming what cannot be changed in place; NoAssembly, NotSupported, NoCode; AwsError for a definition
 * that is not sound or a right that is missing.
 */
export const createDeploy = (options: DeployOptions): ((assembly: string) => Promise<Deployed>) => {
  const { current, iam, states } = options;
  let turn: Promise<unknown> = Promise.resolve();

  const deploy = async (assembly: string): Promise<Deployed> => {
    const { asset, ...next } = loadAssembly(assembly, options.url);
    const problems = whyNot(current.resources, next.resources, running(states));
    if (problems.length > 0) throw new CannotDeploy(problems);
    const roles = createIam(next.resources);
    checkDestinations(next.resources, roles);
    const apply = [
      options.functions.prepare(next.resources, asset),
      options.streams.prepare(next.resources, roles),
      options.schedules.prepare(next.resources),
      options.gateway.prepare(next.resources),
      prepareMachines(states, current.resources, next.resources),
    ];
    const changes = compared(current.resources, next.resources);
    await options.makeTables(next.resources.filter((one) => isNewTable(one, current.resources)));
    // From here on nothing waits and nothing can fail: nobody sees half of it.
    next.ignored.push(...options.leftOut(next.resources));
    for (const name of Object.keys(next) as (keyof typeof next)[])
      (current[name] as unknown[]).splice(0, Number.POSITIVE_INFINITY, ...next[name]);
    iam.become(roles);
    for (const put of apply) put();
    return changes;
  };

  return (assembly) => {
    const mine = turn.then(() => deploy(assembly));
    turn = mine.catch(() => undefined);
    return mine;
  };
};

const running = (states: StatesEngine): Running[] =>
  states
    .overview()
    .filter(({ status }) => status === 'RUNNING')
    .map(({ arn, name }) => {
      const { stateMachineArn, definition } = states.describeStateMachineForExecution({ executionArn: arn });
      return { name, stateMachineArn, definition };
    });

const isNewTable = ({ type, arn }: Resource, before: readonly Resource[]): boolean =>
  type === 'AWS::DynamoDB::Table' && !before.some((old) => old.arn === arn);

const compared = (before: readonly Resource[], next: readonly Resource[]): Deployed => {
  const byName = (resources: readonly Resource[]) =>
    new Map(resources.map((each) => [`${each.stack}: ${each.logicalId}`, each]));
  const [old, fresh] = [byName(before), byName(next)];
  return {
    added: [...fresh.keys()].filter((name) => !old.has(name)),
    changed: [...fresh]
      .filter(([name, { properties }]) => {
        const was = old.get(name);
        return was && !isDeepStrictEqual(was.properties, properties);
      })
      .map(([name]) => name),
    removed: [...old.keys()].filter((name) => !fresh.has(name)),
  };
};

import type { LiveClock } from './clock.ts';
import type { Deployed } from './deploy/deploy.ts';
import type { LiveIam } from './deploy/live-iam.ts';
import type { Doors } from './doors.ts';
import type { Poisoned } from './dynamodb/streams.ts';
import type { FunctionPool } from './lambda/pool.ts';
import type { SandboxPerson } from './sign-in/people.ts';
import type { StatesEngine } from './states/index.ts';
import type { Ignored } from './template/load.ts';
import type { Meter, Resource } from './types.ts';

export interface SandboxOptions {
  /** The folder `cdk synth` wrote. */
  assembly: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Where the clock starts, ISO 8601; now, to the second, when it is not given. */
  start?: string;
  /** The clock follows real time from `start` on. */
  live?: boolean;
  /** `dynoxide`, `local`, or the address of a DynamoDB engine; see `startEngine`. */
  engine?: string;
  /**
   * Runs of a schedule that could find nothing to do are left out, but for one in this time (ISO 8601 duration, default
   * `P1D`). `PT0S` makes them all. See `schedule/thinning.ts`.
   */
  scheduleEvery?: string;
  /** Histories show task tokens as AWS does; without it they are masked (docs/decisions/0005). */
  showTaskTokens?: boolean;
  /** A folder of plan files the console offers to start. */
  examples?: string;
  /** Told of what fails in the background, where no caller waits for it. */
  onError?: (error: unknown) => void;
}

/** A synthesized app, running on this machine. */
export interface Sandbox {
  url: string;
  clock: LiveClock;
  iam: LiveIam;
  states: StatesEngine;
  inbox: Doors['inbox'];
  events: Doors['events'];
  faults: Doors['faults'];
  functions: FunctionPool;
  meter: Meter;
  resources: readonly Resource[];
  /** One person for each role, who can sign in without a password. */
  people: readonly SandboxPerson[];
  ignored: readonly Ignored[];
  /** Where the DynamoDB engine itself answers, beneath IAM, meter and faults. */
  dynamodb: string;
  /** What event sources and schedules gave up, as dead-letter queues would hold it. */
  poisoned(): readonly Poisoned[];
  /**
   * Makes what runs into what another assembly says, as a deployment would: what has begun ends as it began, and what the
   * table holds stays.
   *
   * @throws CannotDeploy, NoAssembly, NotSupported, NoCode, AwsError; nothing has changed then.
   */
  deploy(assembly: string): Promise<Deployed>;
  /** Empty again, the clock at its start or at the moment that is given. Secrets, warm functions and what IAM has seen are kept. */
  reset(at?: string): Promise<void>;
  close(): Promise<void>;
}

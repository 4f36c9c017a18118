import type { Clock, Meter } from '../types.ts';
import { LONGEST_EXECUTION, MOST_EVENTS } from './limits.ts';
import type { Machine } from './machine.ts';
import { HistoryFull, StatesError } from './states-error.ts';
import { type Owner, Thread } from './thread.ts';
import { isoOf } from './timestamp.ts';
import type { TaskTokens } from './tokens.ts';
import type { ExecutionStatus, HistoryEvent, StatesOptions } from './types.ts';

/** What an execution needs of the engine it runs in. */
export interface Host {
  clock: Clock;
  options: StatesOptions;
  random: () => number;
  meter: Meter | undefined;
  tokens: TaskTokens;
  start(request: { stateMachineArn: string; name?: string; input?: string }): Execution;
  stop(execution: Execution, error: string | undefined, cause: string | undefined): void;
}

export interface Outcome {
  output?: string;
  error?: string;
  cause?: string;
}

/** One run of a machine, with its whole history. */
export class Execution implements Owner {
  readonly host: Host;
  readonly machine: Machine;
  readonly arn: string;
  readonly name: string;
  readonly inputText: string;
  readonly history: HistoryEvent[] = [];
  root: Thread;
  readonly startedAt: number;
  /** No execution outlives this moment (epoch milliseconds). */
  readonly limit: number;
  status: ExecutionStatus = 'RUNNING';
  stoppedAt: number | undefined;
  outcome: Outcome = {};
  /** Called once when the execution is over, whichever way. */
  onEnd: (() => void) | undefined;
  context: object;
  redrives = 0;
  readonly #input: unknown;
  #timeLimit: { cancel(): void } | undefined;
  #closing = false;

  constructor(host: Host, machine: Machine, arn: string, name: string, inputText: string) {
    this.host = host;
    this.machine = machine;
    this.arn = arn;
    this.name = name;
    this.inputText = inputText;
    this.startedAt = host.clock.now();
    this.limit = this.startedAt + LONGEST_EXECUTION;
    this.#input = JSON.parse(inputText);
    this.context = {
      Id: arn,
      Input: this.#input,
      StartTime: isoOf(this.startedAt),
      Name: name,
      RoleArn: machine.roleArn,
      RedriveCount: 0,
    };
    this.root = new Thread(this, this, Object.create(null), 0);
  }

  start() {
    this.record(0, 'ExecutionStarted', 'executionStartedEventDetails', {
      input: this.inputText,
      inputDetails: { truncated: false },
      roleArn: this.machine.roleArn,
    });
    const { program } = this.machine;
    this.#setTimeLimit();
    this.root.enter(program.start, this.#input, this.inputText);
    this.root.drive();
  }

  /** Counted from now on: a redrive begins it anew. */
  #setTimeLimit() {
    const seconds = this.machine.definition.TimeoutSeconds;
    if (seconds === undefined) return;
    const time = this.host.clock.now() + seconds * 1000;
    this.#timeLimit = this.host.clock.at(time, `${this.name}: its time limit`, () => this.timeOut());
  }

  /** Adds an event and answers its id. @throws HistoryFull when only the closing event still has room */
  record(previousEventId: number, type: string, key?: string, details?: object): number {
    const id = this.history.length + 1;
    if (id >= MOST_EVENTS && !this.#closing) throw new HistoryFull();
    const event: HistoryEvent = { timestamp: this.host.clock.now() / 1000, type, id, previousEventId };
    if (key !== undefined) event[key] = details;
    this.history.push(event);
    return id;
  }

  ended(thread: Thread, _value: unknown, text: string) {
    this.#close('SUCCEEDED', { output: text }, thread.lastEventId, 'executionSucceededEventDetails', {
      output: text,
      outputDetails: { truncated: false },
    });
  }

  failed(thread: Thread, failure: StatesError) {
    this.fail(failure, thread.lastEventId);
  }

  fail({ error, detail }: StatesError, previousEventId: number) {
    const details = reason(error, detail);
    this.#close('FAILED', details, previousEventId, 'executionFailedEventDetails', details);
  }

  overflow() {
    const cause = `The execution reached the maximum number of history events (${MOST_EVENTS}).`;
    this.fail(new StatesError('States.Runtime', cause), this.history.length);
  }

  timeOut() {
    this.#close('TIMED_OUT', {}, 0, 'executionTimedOutEventDetails', {});
  }

  abort(error: string | undefined, cause: string | undefined) {
    const details = reason(error, cause);
    this.#close('ABORTED', details, 0, 'executionAbortedEventDetails', details);
  }

  /** The state that did not succeed begins once more, with what it was given; what went before stays. */
  redrive() {
    const { step, input, inputText, vars } = this.root;
    this.#closing = false;
    this.status = 'RUNNING';
    this.stoppedAt = undefined;
    this.outcome = {};
    this.redrives += 1;
    this.context = {
      ...this.context,
      RedriveCount: this.redrives,
      RedriveTime: isoOf(this.host.clock.now()),
    };
    const id = this.record(0, 'ExecutionRedriven', 'executionRedrivenEventDetails', {
      redriveCount: this.redrives,
    });
    this.#setTimeLimit();
    this.root = new Thread(this, this, vars, id);
    this.root.enter(step, input, inputText);
    this.root.drive();
  }

  /** Stops everything without a trace; the engine forgets the execution. */
  forget() {
    this.#closing = true;
    this.#timeLimit?.cancel();
    this.root.cancel();
  }

  #close(status: ExecutionStatus, outcome: Outcome, previousEventId: number, key: string, details: object) {
    if (this.#closing) return;
    this.#closing = true;
    this.#timeLimit?.cancel();
    this.root.cancel();
    this.record(previousEventId, CLOSING_TYPES[status], key, details);
    this.status = status;
    this.outcome = outcome;
    this.stoppedAt = this.host.clock.now();
    this.onEnd?.();
  }
}

const CLOSING_TYPES: Record<ExecutionStatus, string> = {
  RUNNING: '',
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
};

function reason(error: string | undefined, cause: string | undefined): Outcome {
  return {
    ...(error === undefined || error === '' ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
}

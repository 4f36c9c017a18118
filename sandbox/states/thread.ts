import type { Execution } from './execution.ts';
import { Suspend } from './expression.ts';
import { limitedText } from './limits.ts';
import { recover } from './recovery.ts';
import { HistoryFull, StatesError } from './states-error.ts';
import type { Phase, Step } from './step.ts';
import { isoOf } from './timestamp.ts';
import type { Scope, Settled } from './types.ts';

/** Who hears how a thread ended: the execution for the first thread, the group for a branch or an iteration. */
export interface Owner {
  ended(thread: Thread, value: unknown, text: string): void;
  failed(thread: Thread, failure: StatesError): void;
}

/** The item a Map iteration works on, as `$states.context.Map` shows it. */
export interface MapItem {
  Item: { Index: number; Value: unknown };
}

const NOT_TRUNCATED = Object.freeze({ truncated: false });

/**
 * One line of control through a workflow. Runs phase after phase on the stack until a phase parks it (a timer, a task
 * under way, children), and goes on from there when `drive` is called with something to do.
 */
export class Thread implements Scope {
  readonly execution: Execution;
  readonly owner: Owner;
  readonly vars: Record<string, unknown>;
  readonly item: MapItem | undefined;
  /** What the next event follows. */
  lastEventId: number;
  step!: Step;
  input: unknown;
  inputText = '';
  result: unknown;
  errorOutput: unknown;
  memo: Map<object, Settled> | undefined;
  /** The next phase; undefined while parked and after the end. */
  todo: Phase | undefined;
  over = false;
  retries = 0;
  /** Attempts made under each retrier of the state, by the retrier's position. */
  readonly attempts = new Map<number, number>();
  token: string | undefined;
  #enteredAt = 0;
  #enteredId = 0;
  #driving = false;
  #holds: (() => void)[] = [];

  constructor(
    execution: Execution,
    owner: Owner,
    vars: Record<string, unknown>,
    lastEventId: number,
    item?: MapItem,
  ) {
    this.execution = execution;
    this.owner = owner;
    this.vars = vars;
    this.lastEventId = lastEventId;
    this.item = item;
  }

  get now(): number {
    return this.execution.host.clock.now();
  }

  get context(): object {
    const { step, token, item } = this;
    const counted = step.recovery === undefined ? {} : { RetryCount: this.retries };
    return {
      Execution: this.execution.context,
      StateMachine: this.execution.machine.context,
      State: { Name: step.name, EnteredTime: isoOf(this.#enteredAt), ...counted },
      ...(token === undefined ? {} : { Task: { Token: token } }),
      ...(item === undefined ? {} : { Map: item }),
    };
  }

  get states(): object {
    const { input, result, errorOutput, context } = this;
    return {
      input,
      ...(result === undefined ? {} : { result }),
      ...(errorOutput === undefined ? {} : { errorOutput }),
      context,
    };
  }

  /** Has it been in any state yet? */
  get entered(): boolean {
    return this.#enteredId > 0;
  }

  /** What timers and logs call this thread's place. */
  get place(): string {
    return `${this.execution.name}: ${this.step.name}`;
  }

  enter(step: Step, value: unknown, text: string) {
    this.step = step;
    this.input = value;
    this.inputText = text;
    this.result = undefined;
    this.errorOutput = undefined;
    this.token = undefined;
    this.retries = 0;
    if (this.attempts.size > 0) this.attempts.clear();
    this.#enteredAt = this.now;
    const details = { name: step.name, input: text, inputDetails: NOT_TRUNCATED };
    this.#enteredId = this.record(step.entered, 'stateEnteredEventDetails', details);
    this.execution.host.meter?.count('transitions');
    this.todo = step.run;
  }

  /** Leaves the state with this output and goes to `next`, or ends there. */
  leave(next: Step | undefined, output: unknown, assigned: Record<string, unknown> | undefined) {
    const { step } = this;
    const text = output === this.input ? this.inputText : limitedText(output, step.name);
    const details: Record<string, unknown> = { name: step.name, output: text, outputDetails: NOT_TRUNCATED };
    if (assigned !== undefined) {
      details.assignedVariables = jsonTexts(assigned);
      details.assignedVariablesDetails = NOT_TRUNCATED;
    }
    this.record(step.exited, 'stateExitedEventDetails', details);
    if (assigned !== undefined) Object.assign(this.vars, assigned);
    if (next !== undefined) return this.enter(next, output, text);
    this.over = true;
    this.owner.ended(this, output, text);
  }

  /** Ends the state the way its own Assign, Output and Next say; `fallback` is the output without an Output field. */
  finish(fallback: unknown) {
    const { step } = this;
    const assigned = step.assign?.(this);
    this.leave(step.next, step.output === undefined ? fallback : step.output(this), assigned);
  }

  /** Records an event after this thread's last one. */
  record(type: string, key?: string, details?: object): number {
    this.lastEventId = this.execution.record(this.lastEventId, type, key, details);
    return this.lastEventId;
  }

  /** Runs phases until there is nothing to do at once. Errors end in the execution, never in the caller. */
  drive() {
    if (this.#driving) return;
    this.#driving = true;
    while (this.todo !== undefined && !this.over) {
      const phase = this.todo;
      this.todo = undefined;
      try {
        phase(this);
        if (this.memo !== undefined) this.memo = undefined;
      } catch (thrown) {
        this.#caught(thrown, phase);
      }
    }
    this.#driving = false;
  }

  /** Goes on with `phase`, unless the thread ended meanwhile. */
  resume(phase: Phase) {
    if (this.over) return;
    this.release();
    this.todo = phase;
    this.drive();
  }

  /** Sets a timer that is forgotten as soon as the thread moves. A time past the longest execution ends it there. */
  timer(time: number, what: string, run: () => void) {
    const { host, limit } = this.execution;
    const timer =
      time > limit
        ? host.clock.at(limit, `${this.execution.name}: one year is over`, () => this.execution.timeOut())
        : host.clock.at(time, what, run);
    this.hold(() => timer.cancel());
  }

  /** Something to undo when the thread moves on or is cancelled. */
  hold(release: () => void) {
    this.#holds.push(release);
  }

  release() {
    if (this.#holds.length === 0) return;
    const holds = this.#holds;
    this.#holds = [];
    for (const release of holds) release();
  }

  /** Fails the current state: retried, caught, or handed to the owner. */
  fail(failure: StatesError) {
    this.release();
    this.memo = undefined;
    const shown =
      failure.location === undefined ? failure : this.#evaluationFailed(failure, failure.location);
    if (recover(this, shown)) return;
    this.over = true;
    this.owner.failed(this, shown);
  }

  retryAfter(delay: number) {
    this.retries += 1;
    this.token = undefined;
    this.timer(this.now + delay, `${this.place} is tried again`, () => {
      this.execution.host.meter?.count('transitions');
      this.resume(this.step.run);
    });
  }

  /** Stops for good without a word to the owner. */
  cancel() {
    this.over = true;
    this.todo = undefined;
    this.release();
  }

  /** Wraps a runtime failure in the sentence AWS puts before it. */
  runtimeCause(what: string): string {
    return `An error occurred while executing the state '${this.step.name}' (entered at the event id #${this.#enteredId}). ${what}`;
  }

  #evaluationFailed(failure: StatesError, location: string): StatesError {
    const { error, detail } = failure;
    this.record('EvaluationFailed', 'evaluationFailedEventDetails', {
      error,
      cause: detail,
      location,
      state: this.step.name,
    });
    return new StatesError(error, this.runtimeCause(detail ?? ''));
  }

  #caught(thrown: unknown, phase: Phase) {
    try {
      if (thrown instanceof Suspend) this.#suspend(thrown, phase);
      else if (thrown instanceof HistoryFull) this.execution.overflow();
      else if (thrown instanceof StatesError) this.fail(thrown);
      else this.fail(new StatesError('States.Runtime', this.runtimeCause(String(thrown))));
    } catch (again) {
      if (again instanceof HistoryFull) this.execution.overflow();
      else this.execution.fail(new StatesError('States.Runtime', String(again)), this.lastEventId);
    }
  }

  #suspend({ expression }: Suspend, phase: Phase) {
    const { host } = this.execution;
    const done = host.clock.busy(`${this.place} evaluates an expression`);
    this.memo ??= new Map();
    const { memo } = this;
    void expression.settle(this, host.random).then((settled) => {
      memo.set(expression, settled);
      if (!this.over && this.memo === memo) {
        this.todo = phase;
        this.drive();
      }
      done();
    });
  }
}

function jsonTexts(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
}

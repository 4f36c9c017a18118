import { limitedText } from './limits.ts';
import { StatesError } from './states-error.ts';
import type { Program } from './step.ts';
import { type MapItem, type Owner, Thread } from './thread.ts';

/** One child to start. */
export interface Child {
  program: Program;
  /** The input of the child's first state, evaluated by the child itself; sees what the parent's state sees. */
  input(child: Thread): unknown;
  item?: MapItem;
}

export interface GroupEvents {
  /** Records that the child starts and answers the event its first state follows. */
  started(index: number): number;
  ended?(thread: Thread, index: number): void;
  failed?(thread: Thread, index: number): void;
  aborted?(index: number, previousEventId: number): void;
}

/** Who hears how the group as a whole ended. */
export interface Whole {
  succeeded(group: Group): void;
  failed(failure: StatesError): void;
}

const ABORTS = new Set(['Task', 'Wait', 'Parallel', 'Map']);

/** The children of a Parallel or Map state while they run. All must end well; the first failure cancels the others. */
export class Group implements Owner {
  readonly results: unknown[];
  readonly #parent: Thread;
  readonly #children: Child[];
  readonly #most: number;
  readonly #events: GroupEvents;
  readonly #whole: Whole;
  readonly #threads: (Thread | undefined)[] = [];
  readonly #indexes = new Map<Thread, number>();
  #tolerated: number;
  #running = 0;
  #ended = 0;
  #starting = false;
  #over = false;

  /**
   * @param most how many children run at a time
   * @param tolerated how many may fail without failing the others
   */
  constructor(
    parent: Thread,
    children: Child[],
    most: number,
    events: GroupEvents,
    whole: Whole,
    tolerated = 0,
  ) {
    this.#parent = parent;
    this.#children = children;
    this.#most = most;
    this.#events = events;
    this.#whole = whole;
    this.#tolerated = tolerated;
    this.results = new Array(children.length);
  }

  /** Starts as many children as may run; called again whenever one ended. */
  start() {
    if (this.#starting) return;
    this.#starting = true;
    while (!this.#over && this.#ended < this.#children.length) {
      const fresh: Thread[] = [];
      while (this.#running < this.#most && this.#threads.length < this.#children.length)
        fresh.push(this.#open());
      if (fresh.length === 0) break;
      for (const thread of fresh) thread.drive();
    }
    this.#starting = false;
    if (!this.#over && this.#ended === this.#children.length) {
      this.#over = true;
      this.#whole.succeeded(this);
    }
  }

  cancel() {
    this.#over = true;
    for (const thread of this.#threads) thread?.cancel();
  }

  ended(thread: Thread, value: unknown) {
    const index = this.#indexes.get(thread) as number;
    this.results[index] = value;
    this.#events.ended?.(thread, index);
    this.#settled(index, thread.lastEventId);
  }

  failed(thread: Thread, failure: StatesError) {
    if (this.#over) return;
    const last = thread.lastEventId;
    const failedAt = this.#indexes.get(thread) as number;
    if (this.#tolerated > 0) {
      this.#tolerated -= 1;
      this.results[failedAt] = null;
      this.#events.failed?.(thread, failedAt);
      this.#settled(failedAt, last);
      return;
    }
    this.#over = true;
    this.#events.failed?.(thread, failedAt);
    for (const [index, other] of this.#threads.entries()) {
      if (other === undefined || other.over) continue;
      const { type } = other.step;
      other.cancel();
      if (other.entered && ABORTS.has(type)) this.#parent.execution.record(last, `${type}StateAborted`);
      this.#events.aborted?.(index, last);
    }
    this.#parent.lastEventId = last;
    this.#whole.failed(failure);
  }

  /** One child is over, and another may run. */
  #settled(index: number, lastEventId: number) {
    this.#parent.lastEventId = lastEventId;
    this.#threads[index] = undefined;
    this.#running -= 1;
    this.#ended += 1;
    this.start();
  }

  #open(): Thread {
    const index = this.#threads.length;
    const { program, input, item } = this.#children[index] as Child;
    const parent = this.#parent;
    const before = this.#events.started(index);
    const thread = new Thread(
      parent.execution,
      this,
      Object.create(parent.vars),
      before,
      item ?? parent.item,
    );
    this.#threads.push(thread);
    this.#indexes.set(thread, index);
    this.#running += 1;
    // Until its first state the child stands in the parent's, whose Retry and Catch are not its own.
    thread.step = { ...parent.step, recovery: undefined };
    thread.input = parent.input;
    thread.todo = (opened) => {
      const value = input(opened);
      opened.enter(program.start, value, limitedText(value, parent.step.name));
    };
    return thread;
  }
}

/** Runs a group as the work of the parent's state, with AWS's events around it. */
export function runGroup(parent: Thread, kind: 'Parallel' | 'Map', group: (whole: Whole) => Group) {
  const running = group({
    succeeded: ({ results }) => {
      parent.execution.record(parent.lastEventId, `${kind}StateSucceeded`);
      parent.resume((thread) => {
        thread.result = results;
        thread.finish(results);
      });
    },
    failed: (failure) => {
      parent.record(`${kind}StateFailed`);
      parent.resume(() => {
        throw new StatesError(failure.error, failure.detail, { heartbeat: failure.heartbeat });
      });
    },
  });
  parent.hold(() => running.cancel());
  running.start();
}

import type { StateDefinition, Workflow } from '../definition.ts';
import { type Child, Group, type GroupEvents, runGroup } from '../group.ts';
import { MOST_INLINE_ITERATIONS } from '../limits.ts';
import type { Linker } from '../program.ts';
import { StatesError } from '../states-error.ts';
import type { Phase } from '../step.ts';
import { compileInteger } from '../template.ts';
import type { Thread } from '../thread.ts';

/**
 * Distributed mode runs inline too: the same items and answers, without a map run of its own. What a failure that is
 * tolerated leaves in the answer is not AWS's: nothing.
 */
export function createMap(definition: StateDefinition, linker: Linker): Phase {
  const program = linker.program(definition.ItemProcessor as Workflow);
  const items = linker.output(definition.Items, 'Items');
  const selector = linker.output(definition.ItemSelector, 'ItemSelector');
  const concurrency = compileInteger(definition.MaxConcurrency ?? 0, 'MaxConcurrency', 0, 99_999_999);
  const share = compileInteger(
    definition.ToleratedFailurePercentage ?? 0,
    'ToleratedFailurePercentage',
    0,
    100,
  );
  return (thread) => {
    const list = itemsOf(items === undefined ? thread.input : items(thread), thread);
    const most = Math.min(concurrency(thread) || MOST_INLINE_ITERATIONS, MOST_INLINE_ITERATIONS);
    const children = list.map<Child>((Value, Index) => ({
      program,
      input: selector ?? (() => Value),
      item: { Item: { Index, Value } },
    }));
    const tolerated = Math.floor((list.length * share(thread)) / 100);
    const started = thread.record('MapStateStarted', 'mapStateStartedEventDetails', { length: list.length });
    runGroup(
      thread,
      'Map',
      (whole) => new Group(thread, children, most, iterationEvents(thread, started), whole, tolerated),
    );
  };
}

function itemsOf(value: unknown, thread: Thread): unknown[] {
  if (Array.isArray(value)) return value;
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).map(([Key, Value]) => ({ Key, Value }));
  }
  throw new StatesError(
    'States.QueryEvaluationError',
    thread.runtimeCause('The items of a Map must be a list.'),
  );
}

function iterationEvents(thread: Thread, started: number): GroupEvents {
  const { execution, step } = thread;
  const add = (what: string, previous: number, index: number) =>
    execution.record(previous, `MapIteration${what}`, `mapIteration${what}EventDetails`, {
      name: step.name,
      index,
    });
  return {
    started: (index) => add('Started', started, index),
    ended: (child, index) => {
      child.lastEventId = add('Succeeded', child.lastEventId, index);
    },
    failed: (child, index) => void add('Failed', child.lastEventId, index),
    aborted: (index, previous) => void add('Aborted', previous, index),
  };
}

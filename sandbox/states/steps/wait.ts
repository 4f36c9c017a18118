import type { StateDefinition } from '../definition.ts';
import { Expression } from '../expression.ts';
import type { Phase } from '../step.ts';
import { compileInteger, expressionIn } from '../template.ts';
import type { Thread } from '../thread.ts';
import { parseTimestamp } from '../timestamp.ts';

const LONGEST_WAIT = 99_999_999;
const finish: Phase = (thread) => thread.finish(thread.input);

export function createWait(definition: StateDefinition): Phase {
  const until =
    definition.Timestamp === undefined ? afterSeconds(definition.Seconds) : atTimestamp(definition.Timestamp);
  return (thread) => {
    const time = until(thread);
    if (time > thread.now) thread.timer(time, `${thread.place} is over`, () => thread.resume(finish));
    else thread.todo = finish;
  };
}

function afterSeconds(seconds: number | string | undefined): (thread: Thread) => number {
  const count = compileInteger(seconds, 'Seconds', 0, LONGEST_WAIT);
  return (thread) => thread.now + count(thread) * 1000;
}

function atTimestamp(timestamp: string): (thread: Thread) => number {
  const source = expressionIn(timestamp);
  if (source === undefined) return () => parseTimestamp(timestamp) as number;
  const expression = new Expression(source, 'Timestamp');
  return (thread) => {
    const value = expression.evaluate(thread);
    const time = parseTimestamp(value);
    if (time === undefined) throw expression.failure(`returned no timestamp: ${JSON.stringify(value)}.`);
    return time;
  };
}

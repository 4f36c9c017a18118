import type { StateDefinition } from '../definition.ts';
import type { Linker } from '../program.ts';
import { parseResource, type Resource } from '../resource.ts';
import type { Phase } from '../step.ts';
import { startCallback } from '../task-callback.ts';
import { startFunction, startInvoke } from '../task-lambda.ts';
import { startNested } from '../task-nested.ts';
import { compileInteger } from '../template.ts';
import type { Thread } from '../thread.ts';

const LONGEST = 99_999_999;

/** One attempt at a task: everything evaluated, nothing done yet. */
export interface Attempt {
  arguments: unknown;
  /** Seconds the task may take; undefined for no limit. */
  timeout: number | undefined;
  /** Seconds between signs of life; undefined when none are asked for. */
  heartbeat: number | undefined;
}

export function createTask(definition: StateDefinition, linker: Linker): Phase {
  const resource = parseResource(definition.Resource ?? '') as Resource;
  const begin = beginner(resource);
  const input = linker.output(definition.Arguments, 'Arguments');
  const timeout = seconds(definition.TimeoutSeconds, 'TimeoutSeconds');
  const heartbeat = seconds(definition.HeartbeatSeconds, 'HeartbeatSeconds');
  const tokened = resource.kind === 'lambda' && resource.resource === 'invoke.waitForTaskToken';
  return (thread) => {
    if (tokened) thread.token ??= thread.execution.host.tokens.issue(thread.execution.machine.arn);
    begin(thread, {
      arguments: input === undefined ? thread.input : input(thread),
      timeout: timeout?.(thread),
      heartbeat: heartbeat?.(thread),
    });
  };
}

function seconds(value: number | string | undefined, location: string) {
  return value === undefined ? undefined : compileInteger(value, location, 1, LONGEST);
}

function beginner(resource: Resource): (thread: Thread, attempt: Attempt) => void {
  if (resource.kind === 'function') return startFunction(resource.arn);
  if (resource.kind === 'states') return startNested(resource.resource);
  return resource.resource === 'invoke' ? startInvoke : startCallback;
}

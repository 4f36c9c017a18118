import type { StateDefinition, StateType, Workflow } from './definition.ts';
import { createCatcher, type Recovery } from './recovery.ts';
import type { Assign, Phase, Program, Step } from './step.ts';
import { createChoice } from './steps/choice.ts';
import { createFail } from './steps/fail.ts';
import { createMap } from './steps/map.ts';
import { createParallel } from './steps/parallel.ts';
import { createTask } from './steps/task.ts';
import { createWait } from './steps/wait.ts';
import { compileTemplate, type Template } from './template.ts';

/** What a state's compiler is given besides its definition. */
export interface Linker {
  /** The step of that name, once all are compiled. */
  step(name: string): Step;
  assign(value: Record<string, unknown> | undefined, location: string): Assign | undefined;
  output(value: unknown, location: string): Template | undefined;
  program(workflow: Workflow): Program;
}

const pass: Phase = (thread) => thread.finish(thread.input);

const PHASES: Record<StateType, (definition: StateDefinition, linker: Linker) => Phase> = {
  Pass: () => pass,
  Succeed: () => pass,
  Fail: createFail,
  Choice: createChoice,
  Wait: createWait,
  Task: createTask,
  Parallel: createParallel,
  Map: createMap,
};

/** Compiles a checked workflow once; every execution of it runs the same steps. */
export function compileProgram(workflow: Workflow): Program {
  const steps = new Map<string, Step>();
  const linker: Linker = {
    step: (name) => steps.get(name) as Step,
    assign: compileAssign,
    output: (value, location) => (value === undefined ? undefined : compileTemplate(value, location)),
    program: compileProgram,
  };
  for (const [name, definition] of Object.entries(workflow.States)) {
    steps.set(name, compileStep(name, definition, linker));
  }
  for (const [name, { Next: next }] of Object.entries(workflow.States)) {
    if (next !== undefined) linker.step(name).next = linker.step(next);
  }
  return { start: linker.step(workflow.StartAt) };
}

function compileStep(name: string, definition: StateDefinition, linker: Linker): Step {
  const { Type: type } = definition;
  return {
    name,
    type,
    entered: `${type}StateEntered`,
    exited: `${type}StateExited`,
    run: PHASES[type](definition, linker),
    next: undefined,
    assign: linker.assign(definition.Assign, 'Assign'),
    output: linker.output(definition.Output, 'Output'),
    recovery:
      type === 'Task' || type === 'Parallel' || type === 'Map' ? recoveryOf(definition, linker) : undefined,
  };
}

function compileAssign(value: Record<string, unknown> | undefined, location: string): Assign | undefined {
  return value === undefined ? undefined : (compileTemplate(value, location) as Assign);
}

function recoveryOf(
  { Retry: retriers = [], Catch: catchers = [] }: StateDefinition,
  linker: Linker,
): Recovery {
  return {
    retriers,
    catchers: catchers.map((catcher, index) => {
      const assign = linker.assign(catcher.Assign, `Catch[${index}]/Assign`);
      const output = linker.output(catcher.Output, `Catch[${index}]/Output`);
      return createCatcher(catcher, assign, output, () => linker.step(catcher.Next));
    }),
  };
}

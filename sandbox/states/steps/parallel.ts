import type { StateDefinition } from '../definition.ts';
import { Group, runGroup } from '../group.ts';
import type { Linker } from '../program.ts';
import type { Phase } from '../step.ts';

export function createParallel(definition: StateDefinition, linker: Linker): Phase {
  const programs = (definition.Branches ?? []).map((branch) => linker.program(branch));
  const input = linker.output(definition.Arguments, 'Arguments');
  return (thread) => {
    const value = input === undefined ? thread.input : input(thread);
    const started = thread.record('ParallelStateStarted');
    const children = programs.map((program) => ({ program, input: () => value }));
    runGroup(
      thread,
      'Parallel',
      (whole) => new Group(thread, children, children.length, { started: () => started }, whole),
    );
  };
}

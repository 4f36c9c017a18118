import type { StateDefinition } from '../definition.ts';
import { StatesError } from '../states-error.ts';
import type { Phase } from '../step.ts';
import { compileTemplate } from '../template.ts';

export function createFail(definition: StateDefinition): Phase {
  const error = compileTemplate(definition.Error, 'Error');
  const cause = compileTemplate(definition.Cause, 'Cause');
  return (thread) => {
    const detail = cause(thread);
    throw new StatesError(String(error(thread) ?? ''), detail === undefined ? undefined : String(detail));
  };
}

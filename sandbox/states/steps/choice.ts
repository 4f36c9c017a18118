import type { ChoiceDefinition, StateDefinition } from '../definition.ts';
import { Expression } from '../expression.ts';
import type { Linker } from '../program.ts';
import { StatesError } from '../states-error.ts';
import type { Phase } from '../step.ts';
import { expressionIn } from '../template.ts';
import type { Thread } from '../thread.ts';

export function createChoice(definition: StateDefinition, linker: Linker): Phase {
  const rules = (definition.Choices ?? []).map((rule, index) =>
    compileRule(rule, `Choices[${index}]`, linker),
  );
  const { Default: fallback } = definition;
  return (thread) => {
    for (const rule of rules) {
      if (rule(thread)) return;
    }
    if (fallback === undefined) {
      const what = 'No choice rule matched and there is no Default.';
      throw new StatesError('States.NoChoiceMatched', thread.runtimeCause(what));
    }
    const { assign, output } = thread.step;
    const assigned = assign?.(thread);
    thread.leave(linker.step(fallback), output === undefined ? thread.input : output(thread), assigned);
  };
}

/** Answers false when the condition does not hold; otherwise leaves the state the rule's way. */
function compileRule(rule: ChoiceDefinition, location: string, linker: Linker): (thread: Thread) => boolean {
  const holds = compileCondition(rule.Condition, `${location}/Condition`);
  const assign = linker.assign(rule.Assign, `${location}/Assign`);
  const output = linker.output(rule.Output, `${location}/Output`);
  return (thread) => {
    if (!holds(thread)) return false;
    const assigned = assign?.(thread);
    thread.leave(linker.step(rule.Next), output === undefined ? thread.input : output(thread), assigned);
    return true;
  };
}

function compileCondition(condition: string | boolean, location: string): (thread: Thread) => boolean {
  const source = expressionIn(condition);
  if (source === undefined) return () => condition === true;
  const expression = new Expression(source, location);
  return (thread) => {
    const value = expression.evaluate(thread);
    if (typeof value === 'boolean') return value;
    throw expression.failure(`returned an unexpected type. Expected 'boolean', but was '${typeof value}'.`);
  };
}

import { AwsError } from '../types.ts';
import type { StateDefinition, StateMachineDefinition, Workflow } from './definition.ts';
import { PROCESSOR_FIELDS, TOP_FIELDS, WORKFLOW_FIELDS } from './validate-fields.ts';
import { Problems, record } from './validate-problems.ts';
import { checkState } from './validate-state.ts';

const LONGEST_DEFINITION = 1024 * 1024;

/**
 * Parses a definition and checks all of it.
 * @throws AwsError InvalidDefinition naming every problem with its place (`/States/Name/Field`)
 */
export function parseDefinition(text: string): StateMachineDefinition {
  if (Buffer.byteLength(text) > LONGEST_DEFINITION) {
    throw new AwsError('InvalidDefinition', "Invalid State Machine Definition: 'larger than 1 MB'");
  }
  const definition = parseJson(text);
  const problems = new Problems();
  const top = record(definition);
  if (top === undefined) problems.add('The definition must be a JSON object', '/');
  else checkTop(top, problems);
  problems.throwIfAny();
  return definition as StateMachineDefinition;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = `Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: ${(error as Error).message}'`;
    throw new AwsError('InvalidDefinition', message);
  }
}

function checkTop(top: Record<string, unknown>, problems: Problems) {
  problems.fields(top, TOP_FIELDS, '');
  if (top.QueryLanguage !== undefined && top.QueryLanguage !== 'JSONata') {
    problems.add(
      `QueryLanguage '${top.QueryLanguage}' is not supported: the sandbox runs JSONata only`,
      '/QueryLanguage',
    );
  }
  if (top.Version !== undefined && top.Version !== '1.0') problems.add("Version must be '1.0'", '/Version');
  if (top.TimeoutSeconds !== undefined)
    problems.integer(top.TimeoutSeconds, 1, 99_999_999, '/TimeoutSeconds');
  checkWorkflow(top, '', String(top.QueryLanguage ?? 'JSONPath'), new Set(), problems);
}

function checkWorkflow(
  workflow: Record<string, unknown>,
  path: string,
  language: string,
  seen: Set<string>,
  problems: Problems,
) {
  const states = record(workflow.States);
  if (states === undefined || Object.keys(states).length === 0) {
    return problems.add('States must be an object with at least one state', `${path}/States`);
  }
  if (typeof workflow.StartAt !== 'string' || !Object.hasOwn(states, workflow.StartAt)) {
    problems.missing('StartAt', workflow.StartAt, `${path}/StartAt`);
  }
  for (const [name, value] of Object.entries(states)) {
    const at = `${path}/States/${name}`;
    if (seen.has(name)) problems.add(`State name '${name}' is used twice`, at);
    seen.add(name);
    if (name.length > 80) problems.add('A state name has at most 80 characters', at);
    const state = record(value);
    if (state === undefined) {
      problems.add('A state must be an object', at);
      continue;
    }
    checkState(state, at, language, states, problems);
    checkInner(state, at, language, seen, problems);
  }
  if (problems.none) checkReachable(workflow as unknown as Workflow, path, problems);
}

function checkInner(
  state: Record<string, unknown>,
  at: string,
  language: string,
  seen: Set<string>,
  problems: Problems,
) {
  const own = String(state.QueryLanguage ?? language);
  if (state.Type === 'Parallel' && Array.isArray(state.Branches)) {
    for (const [index, value] of state.Branches.entries()) {
      const branch = record(value);
      const place = `${at}/Branches[${index}]`;
      if (branch === undefined) problems.add('A branch must be an object', place);
      else {
        problems.fields(branch, WORKFLOW_FIELDS, place);
        checkWorkflow(branch, place, own, seen, problems);
      }
    }
  }
  const processor = state.Type === 'Map' ? record(state.ItemProcessor) : undefined;
  if (processor !== undefined) {
    problems.fields(processor, PROCESSOR_FIELDS, `${at}/ItemProcessor`);
    checkWorkflow(processor, `${at}/ItemProcessor`, own, seen, problems);
  }
}

function checkReachable(workflow: Workflow, path: string, problems: Problems) {
  const reached = new Set<string>();
  const open = [workflow.StartAt];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    open.push(...targetsOf(workflow.States[name] as StateDefinition));
  }
  for (const name of Object.keys(workflow.States)) {
    if (!reached.has(name)) problems.add(`State '${name}' is not reachable`, `${path}/States/${name}`);
  }
}

function targetsOf(state: StateDefinition): string[] {
  const targets = [state.Next, state.Default];
  for (const rule of [...(state.Choices ?? []), ...(state.Catch ?? [])]) targets.push(rule.Next);
  return targets.filter((target) => target !== undefined);
}

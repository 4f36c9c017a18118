import type { StateType } from './definition.ts';
import { expressionProblem } from './expression.ts';
import { parseResource } from './resource.ts';
import { expressionIn, visitExpressions } from './template.ts';
import { parseTimestamp } from './timestamp.ts';
import { CATCHER_FIELDS, CHOICE_FIELDS, RETRIER_FIELDS, STATE_FIELDS } from './validate-fields.ts';
import { type Problems, record } from './validate-problems.ts';

type Fields = Record<string, unknown>;
const VARIABLE = /^[\p{ID_Start}][\p{ID_Continue}]*$/u;
const LONGEST_WAIT = 99_999_999;

/** Checks one state by itself; what it holds of other states is checked by the caller. */
export function checkState(state: Fields, at: string, language: string, states: Fields, problems: Problems) {
  const { Type: type } = state;
  const known = Object.hasOwn(STATE_FIELDS, String(type)) ? STATE_FIELDS[type as StateType] : undefined;
  if (known === undefined) return problems.add(`State type '${String(type)}' is not supported`, `${at}/Type`);
  const own = state.QueryLanguage ?? language;
  if (own !== 'JSONata') {
    return problems.add(`QueryLanguage '${String(own)}' is not supported: the sandbox runs JSONata only`, at);
  }
  problems.fields(state, known, at);
  if (known.includes('Next')) checkFlow(state, at, states, problems);
  checkExpressions(state, at, problems);
  checkAssign(state.Assign, `${at}/Assign`, problems);
  if (known.includes('Retry')) checkRecovery(state, at, states, problems);
  BY_TYPE[type as StateType]?.(state, at, states, problems);
}

const BY_TYPE: Partial<
  Record<StateType, (state: Fields, at: string, states: Fields, problems: Problems) => void>
> = {
  Task: checkTask,
  Choice: checkChoice,
  Wait: checkWait,
  Parallel: (state, at, _states, problems) => {
    const branches = state.Branches;
    if (!Array.isArray(branches) || branches.length === 0)
      problems.add('Branches must be a list', `${at}/Branches`);
  },
  Map: (state, at, _states, problems) => {
    if (record(state.ItemProcessor) === undefined)
      problems.add('ItemProcessor is missing', `${at}/ItemProcessor`);
    checkSeconds(state.MaxConcurrency, `${at}/MaxConcurrency`, 0, problems);
    checkTolerance(state, at, problems);
  },
};

function checkFlow(state: Fields, at: string, states: Fields, problems: Problems) {
  if (state.End === true && state.Next === undefined) return;
  if (state.End !== undefined || typeof state.Next !== 'string') {
    problems.add("A state has either 'Next' or 'End': true", at);
  } else checkTarget('Next', state.Next, at, states, problems);
}

function checkTarget(field: string, target: unknown, at: string, states: Fields, problems: Problems) {
  if (typeof target !== 'string' || !Object.hasOwn(states, target))
    problems.missing(field, target, `${at}/${field}`);
}

function checkExpressions(state: Fields, at: string, problems: Problems) {
  const { Branches: _branches, ItemProcessor: _processor, ...own } = state;
  for (const [field, value] of Object.entries(own)) {
    visitExpressions(value, `${at}/${field}`, (source, place) => {
      const problem = expressionProblem(source);
      if (problem !== undefined) problems.add(`The expression '${source}' is refused: ${problem}`, place);
    });
  }
}

function checkAssign(assign: unknown, at: string, problems: Problems) {
  if (assign === undefined) return;
  const variables = record(assign);
  if (variables === undefined) return problems.add('Assign must be an object', at);
  for (const name of Object.keys(variables)) {
    if (name === 'states') problems.add("The variable name 'states' is reserved", `${at}/${name}`);
    else if (!VARIABLE.test(name) || name.length > 80)
      problems.add(`'${name}' is no variable name`, `${at}/${name}`);
  }
}

function checkTask(state: Fields, at: string, _states: Fields, problems: Problems) {
  const { Resource: resource } = state;
  if (typeof resource !== 'string' || parseResource(resource) === undefined) {
    problems.add(`The resource '${String(resource)}' is not supported`, `${at}/Resource`);
  }
  checkSeconds(state.TimeoutSeconds, `${at}/TimeoutSeconds`, 1, problems);
  checkSeconds(state.HeartbeatSeconds, `${at}/HeartbeatSeconds`, 1, problems);
  if (Number(state.HeartbeatSeconds) >= Number(state.TimeoutSeconds ?? LONGEST_WAIT)) {
    problems.add('HeartbeatSeconds must be smaller than TimeoutSeconds', `${at}/HeartbeatSeconds`);
  }
  const payload = JSON.stringify(state.Arguments ?? null);
  if (
    resource !== undefined &&
    String(resource).endsWith('.waitForTaskToken') &&
    !payload.includes('$states.context')
  ) {
    problems.add('The arguments never pass $states.context.Task.Token', `${at}/Arguments`);
  }
}

function checkTolerance(state: Fields, at: string, problems: Problems) {
  const { ToleratedFailurePercentage: share } = state;
  if (share === undefined) return;
  if (record(record(state.ItemProcessor)?.ProcessorConfig)?.Mode !== 'DISTRIBUTED')
    problems.add('ToleratedFailurePercentage is for distributed mode', `${at}/ToleratedFailurePercentage`);
  if (expressionIn(share) === undefined) problems.integer(share, 0, 100, `${at}/ToleratedFailurePercentage`);
}

function checkSeconds(value: unknown, at: string, least: number, problems: Problems) {
  if (value === undefined || expressionIn(value) !== undefined) return;
  problems.integer(value, least, LONGEST_WAIT, at);
}

function checkWait(state: Fields, at: string, _states: Fields, problems: Problems) {
  if ((state.Seconds === undefined) === (state.Timestamp === undefined)) {
    return problems.add("A Wait has either 'Seconds' or 'Timestamp'", at);
  }
  checkSeconds(state.Seconds, `${at}/Seconds`, 0, problems);
  const { Timestamp: timestamp } = state;
  if (
    timestamp !== undefined &&
    expressionIn(timestamp) === undefined &&
    parseTimestamp(timestamp) === undefined
  ) {
    problems.add(`'${String(timestamp)}' is no timestamp`, `${at}/Timestamp`);
  }
}

function checkChoice(state: Fields, at: string, states: Fields, problems: Problems) {
  const { Choices: choices } = state;
  if (!Array.isArray(choices) || choices.length === 0)
    return problems.add('Choices must be a list', `${at}/Choices`);
  if (state.Default !== undefined) checkTarget('Default', state.Default, at, states, problems);
  for (const [index, value] of choices.entries()) {
    const place = `${at}/Choices[${index}]`;
    const rule = record(value);
    if (rule === undefined) problems.add('A choice must be an object', place);
    else {
      problems.fields(rule, CHOICE_FIELDS, place);
      checkTarget('Next', rule.Next, place, states, problems);
      checkAssign(rule.Assign, `${place}/Assign`, problems);
      if (typeof rule.Condition !== 'boolean' && expressionIn(rule.Condition) === undefined) {
        problems.add('Condition must be a boolean or a {% %} text', `${place}/Condition`);
      }
    }
  }
}

function checkRecovery(state: Fields, at: string, states: Fields, problems: Problems) {
  for (const field of ['Retry', 'Catch'] as const) {
    const rules = state[field];
    if (rules === undefined) continue;
    if (!Array.isArray(rules)) problems.add(`${field} must be a list`, `${at}/${field}`);
    else {
      for (const [index, rule] of rules.entries())
        checkRule(field, rule, index, rules.length, at, states, problems);
    }
  }
}

function checkRule(
  field: 'Retry' | 'Catch',
  value: unknown,
  index: number,
  count: number,
  at: string,
  states: Fields,
  problems: Problems,
) {
  const place = `${at}/${field}[${index}]`;
  const rule = record(value);
  const names = rule?.ErrorEquals;
  if (
    rule === undefined ||
    !Array.isArray(names) ||
    names.length === 0 ||
    !names.every((n) => typeof n === 'string')
  ) {
    return problems.add('ErrorEquals must be a list of names', `${place}/ErrorEquals`);
  }
  problems.fields(rule, field === 'Retry' ? RETRIER_FIELDS : CATCHER_FIELDS, place);
  if (names.includes('States.ALL') && (names.length > 1 || index < count - 1)) {
    problems.add('States.ALL must stand alone and last', `${place}/ErrorEquals`);
  }
  if (field === 'Catch') {
    checkTarget('Next', rule.Next, place, states, problems);
    checkAssign(rule.Assign, `${place}/Assign`, problems);
    return;
  }
  if (rule.IntervalSeconds !== undefined)
    problems.integer(rule.IntervalSeconds, 1, LONGEST_WAIT, `${place}/IntervalSeconds`);
  if (rule.MaxAttempts !== undefined)
    problems.integer(rule.MaxAttempts, 0, LONGEST_WAIT, `${place}/MaxAttempts`);
  if (rule.MaxDelaySeconds !== undefined)
    problems.integer(rule.MaxDelaySeconds, 1, 31_622_400, `${place}/MaxDelaySeconds`);
  if (rule.BackoffRate !== undefined && !(Number(rule.BackoffRate) >= 1)) {
    problems.add('must be at least 1.0', `${place}/BackoffRate`);
  }
  if (rule.JitterStrategy !== undefined && !['FULL', 'NONE'].includes(String(rule.JitterStrategy))) {
    problems.add('must be FULL or NONE', `${place}/JitterStrategy`);
  }
}

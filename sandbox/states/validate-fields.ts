import type { StateType } from './definition.ts';

const FLOW = ['Next', 'End'];
const COMMON = ['Type', 'Comment', 'QueryLanguage'];
const RESULT = ['Output', 'Assign'];
const RECOVERY = ['Retry', 'Catch'];

/** The fields each state type takes under JSONata. */
export const STATE_FIELDS: Record<StateType, string[]> = {
  Task: [
    ...COMMON,
    ...FLOW,
    ...RESULT,
    ...RECOVERY,
    'Resource',
    'Arguments',
    'TimeoutSeconds',
    'HeartbeatSeconds',
  ],
  Pass: [...COMMON, ...FLOW, ...RESULT],
  Choice: [...COMMON, ...RESULT, 'Choices', 'Default'],
  Wait: [...COMMON, ...FLOW, ...RESULT, 'Seconds', 'Timestamp'],
  Succeed: [...COMMON, 'Output'],
  Fail: [...COMMON, 'Error', 'Cause'],
  Parallel: [...COMMON, ...FLOW, ...RESULT, ...RECOVERY, 'Arguments', 'Branches'],
  Map: [
    ...[...COMMON, ...FLOW, ...RESULT, ...RECOVERY],
    ...['Items', 'ItemSelector', 'ItemProcessor', 'MaxConcurrency', 'Label', 'ToleratedFailurePercentage'],
  ],
};

export const TOP_FIELDS = ['Comment', 'QueryLanguage', 'Version', 'TimeoutSeconds', 'StartAt', 'States'];
export const WORKFLOW_FIELDS = ['Comment', 'StartAt', 'States'];
export const PROCESSOR_FIELDS = [...WORKFLOW_FIELDS, 'ProcessorConfig'];
export const RETRIER_FIELDS = [
  ...[
    'ErrorEquals',
    'IntervalSeconds',
    'MaxAttempts',
    'BackoffRate',
    'MaxDelaySeconds',
    'JitterStrategy',
    'Comment',
  ],
];
export const CATCHER_FIELDS = ['ErrorEquals', 'Next', 'Comment', ...RESULT];
export const CHOICE_FIELDS = ['Condition', 'Next', 'Comment', ...RESULT];

/** AWS knows these, the sandbox does not run them: refused by name so that nobody believes they work. */
export const NOT_RUN = new Set([
  ...['Credentials', 'ItemReader', 'ItemBatcher', 'ResultWriter', 'ToleratedFailureCount'],
  'Iterator',
]);

export const JSONPATH_ONLY = new Set([
  ...['InputPath', 'OutputPath', 'Parameters', 'ResultSelector', 'ResultPath', 'Result', 'SecondsPath'],
  ...['TimestampPath', 'TimeoutSecondsPath', 'HeartbeatSecondsPath', 'ItemsPath', 'ErrorPath', 'CausePath'],
  ...['MaxConcurrencyPath', 'Variable'],
]);

/** Errors by which we stop executions ourselves: by the record, from the admin site, and when bulk work is stopped. */
export const ORDERED_STOPS: readonly string[] = [
  'Superseded',
  'ReplacedByOperator',
  'StoppedByOperator',
  'Stopped',
];

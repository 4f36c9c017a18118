/** A failure with a States Language error name, the only kind Retry and Catch see. */
export class StatesError extends Error {
  /** What the execution's history and `$states.errorOutput` carry as `Cause`; absent for time limits, as on AWS. */
  readonly detail: string | undefined;
  /** Field whose expression failed, relative to the state; set for `States.QueryEvaluationError` only. */
  readonly location: string | undefined;
  /** A missed heartbeat is reported as `States.Timeout` but may also be caught as `States.HeartbeatTimeout`. */
  readonly heartbeat: boolean;

  /** The States Language name; empty for the rare failure that came without one. */
  readonly error: string;

  constructor(error: string, detail?: string, more: { location?: string; heartbeat?: boolean } = {}) {
    super(detail === undefined ? error : `${error}: ${detail}`);
    this.error = error;
    this.name = 'StatesError';
    this.detail = detail;
    this.location = more.location;
    this.heartbeat = more.heartbeat ?? false;
  }

  /** The value of `$states.errorOutput`. */
  output(): { Error?: string; Cause?: string } {
    return {
      ...(this.error === '' ? {} : { Error: this.error }),
      ...(this.detail === undefined ? {} : { Cause: this.detail }),
    };
  }
}

/** Thrown by the recorder when an execution's history reaches its hard limit; ends the execution whatever catches. */
export class HistoryFull extends Error {}

const NEVER_CAUGHT = new Set(['States.Runtime']);
const NOT_UNDER_WILDCARDS = new Set(['States.Runtime', 'States.DataLimitExceeded']);

/** Does one of these `ErrorEquals` names cover the error? Wildcards follow the AWS documentation. */
export function matchesError(names: readonly string[], failure: StatesError): boolean {
  if (NEVER_CAUGHT.has(failure.error)) return false;
  return names.some((name) => {
    if (name === failure.error) return true;
    if (name === 'States.HeartbeatTimeout') return failure.heartbeat;
    if (NOT_UNDER_WILDCARDS.has(failure.error)) return false;
    if (name === 'States.ALL') return true;
    return name === 'States.TaskFailed' && failure.error !== 'States.Timeout';
  });
}

import { Refusal } from '../../domain/errors.ts';

/** Step Functions does not keep this execution: it never was, or it ended more than 90 days ago. */
export class ExecutionGone extends Refusal {
  readonly code = 'execution_gone';
  readonly wayOut = "The plan's record has everything that happened; look there.";
  constructor() {
    super('Step Functions does not keep this execution any more.');
  }
}

/** There is no such state machine in this account and region. */
export class NoSuchMachine extends Refusal {
  readonly code = 'no_state_machine';
  readonly wayOut = 'Deploy the service stack again; it makes the state machine.';
  constructor() {
    super('The state machine is not there.');
  }
  override get name(): string {
    return 'NoSuchMachine';
  }
}

/** The role of this function may not do what the page needs. `right` is the IAM action, when AWS names it. */
export class MissingRight extends Refusal {
  readonly code = 'missing_right';
  readonly wayOut: string;
  constructor(readonly right: string | undefined) {
    super(
      right
        ? `The role of the executions view may not call ${right}.`
        : 'The role of the executions view lacks a right.',
    );
    this.wayOut = `Give it ${right ?? 'the right that its log names'} (infra/rights.ts) and deploy the service stack again.`;
  }
}

/** Too many calls to Step Functions at once, by whoever. */
export class StatesBusy extends Refusal {
  readonly code = 'states_busy';
  readonly wayOut = 'Wait a few seconds, then open the page again.';
  constructor() {
    super('Step Functions takes no more calls at this moment.');
  }
}

/** The place in a list or history is not known (any more): it is kept for 24 hours. */
export class StaleToken extends Refusal {
  readonly code = 'stale_token';
  readonly wayOut = 'Begin at the first page of the list.';
  constructor() {
    super('This place in the list is not known any more.');
  }
}

const THROTTLED = ['ThrottlingException', 'TooManyRequestsException', 'KmsThrottlingException'];
const DENIED = ['AccessDeniedException', 'AccessDenied', 'KmsAccessDeniedException'];

/** What Step Functions answers; its refusals in words of ours, every other error as it is. */
export async function saidPlainly<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw plain(error);
  }
}

function plain(error: unknown): unknown {
  const { name, message } = error as Error;
  if (name === 'ExecutionDoesNotExist') return new ExecutionGone();
  if (name === 'StateMachineDoesNotExist') return new NoSuchMachine();
  if (name === 'InvalidToken') return new StaleToken();
  if (THROTTLED.includes(name)) return new StatesBusy();
  if (DENIED.includes(name)) return new MissingRight(/\bperform:? ([a-z]+:[A-Za-z]+)/.exec(message)?.[1]);
  return error;
}

import type { AnswerFault } from './answer-fault.ts';
import type { PlanStatus } from './plan.ts';

/** One rule a draft, command or answer breaks. `field` is a JSON pointer into what was sent. */
export interface BrokenRule {
  field: string;
  message: string;
  /** Id of the rule in the plan's pack, or `shape` / `product` for what every plan needs. */
  rule: string;
  citation: string;
  /** The same for readers of any language, where people meet it on a page. */
  fault?: AnswerFault;
}

/** Base of every refusal. `code` is stable API; the message is one plain sentence without anybody's words in it. */
export abstract class Refusal extends Error {
  abstract readonly code: string;
  /** What the reader can do next. */
  abstract readonly wayOut: string;
  /** Workflows catch refusals by it, so it is made of what is said here, never of what a minifier calls the class. */
  override get name(): string {
    return nameOf(this.code);
  }
}

/** `plan_not_found` is refused by `PlanNotFound`. */
const nameOf = (code: string): string =>
  code.replace(/(?:^|_)([a-z])/g, (_, first: string) => first.toUpperCase());

/** The draft or answer breaks rules; all of them are listed, not just the first. */
export class RulesBroken extends Refusal {
  readonly code = 'rules_broken';
  readonly wayOut = 'Correct each listed field and send it again.';
  constructor(readonly broken: BrokenRule[]) {
    super(`${broken.length} rule${broken.length === 1 ? ' is' : 's are'} not met.`);
  }
}

export class NotAllowedNow extends Refusal {
  readonly code = 'not_allowed_now';
  constructor(
    readonly what: string,
    readonly status: string,
    readonly wayOut: string,
  ) {
    super(`A plan ${IS[status as PlanStatus] ?? `that is ${status}`} cannot ${TO[what] ?? `be ${what}`}.`);
  }
}

const IS: Record<PlanStatus, string> = {
  draft: 'that is still a draft',
  approved: 'that is approved but not launched',
  consulting: 'whose draft waits for a response',
  acknowledging: 'that has not started yet',
  active: 'that is under way',
  paused: 'that is paused',
  deciding: 'that waits for its decision',
  closed: 'that is closed',
  monitoring: 'that was met and is watched',
  withdrawn: 'that was withdrawn',
};

/** Where "be" and the word itself would not say it. */
const TO: Record<string, string> = {
  adjusted: 'take a request for an adjustment',
  'asked for less': 'have its targets lowered',
  'given readings': 'take readings',
  'given trainings': 'take trainings',
};

/** Whoever wrote this did not know what was recorded meanwhile. */
export class PlanMovedOn extends Refusal {
  readonly code = 'plan_moved_on';
  readonly wayOut = 'Read the plan again, and send what you wrote with its version as it is now.';
  constructor(
    readonly version: number,
    readonly current: number,
  ) {
    super(`The plan has moved on from version ${version} to ${current} since it was read.`);
  }
}

export class RequestClosed extends Refusal {
  readonly code = 'request_closed';
  readonly wayOut =
    'Send what you wrote to the contact named on the page; it can be added to the record as a note.';
  constructor(
    readonly requestId: string,
    readonly closedAt: string,
  ) {
    super('This question is closed and takes no more answers.');
  }
}

export class NotAsked extends Refusal {
  readonly code = 'not_asked';
  readonly wayOut = 'Use the link in the newest e-mail you received.';
  constructor(readonly requestId: string) {
    super('This question was not put to this person.');
  }
}

/** The workflow that asks is not the one that drives the plan any more; it should end quietly. */
export class StaleRun extends Refusal {
  readonly code = 'stale_run';
  readonly wayOut = 'Nothing: a newer run drives the plan.';
  constructor(
    readonly run: number,
    readonly current: number,
  ) {
    super(`Run ${run} is over; run ${current} drives the plan.`);
  }
}

export class PlanNotFound extends Refusal {
  readonly code = 'plan_not_found';
  readonly wayOut = 'Check the plan id, or list the plans.';
  constructor() {
    super('There is no plan with this id.');
  }
}

/** Nobody acts on, or looks into, the plan that is about themselves: they read what the plan's link shows them. */
export class AboutYou extends Refusal {
  readonly code = 'about_you';
  readonly wayOut = 'You read it by the link in your e-mails.';
  constructor() {
    super('This plan is about you: somebody else in HR has to do this.');
  }
}

export class PlanExists extends Refusal {
  readonly code = 'plan_exists';
  readonly wayOut = 'Use a new plan id.';
  constructor() {
    super('A plan with this id exists already.');
  }
}

/** The record holds a fact of a type or version this code was never taught. Deploy the newer code; do not skip it. */
export class UnknownEvent extends Refusal {
  readonly code = 'unknown_event';
  readonly wayOut = 'Deploy the version of the software that wrote this event.';
  constructor(
    readonly type: string,
    readonly v: number,
  ) {
    super(`Event ${type} version ${v} is not known to this version of the software.`);
  }
}

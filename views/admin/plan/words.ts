import type { MailTemplate, PlanStatus } from '../../../domain/plan.ts';

/** What a plan's status is called here. */
export const STATUS: Readonly<Record<PlanStatus, string>> = {
  draft: 'Draft (not approved)',
  approved: 'Approved',
  consulting: 'Draft shared',
  acknowledging: 'Being signed for',
  active: 'Under way',
  paused: 'Paused',
  deciding: 'Waiting for the decision',
  closed: 'Closed',
  monitoring: 'Met, being watched',
  withdrawn: 'Withdrawn',
};

/** What a status means, as one sentence about the plan. */
export const STATUS_SAYS: Readonly<Record<PlanStatus, string>> = {
  draft: 'It is written and waits for approval. Nobody has been written to.',
  approved: 'It is approved and waits to be launched.',
  consulting: 'The person it is about has the draft and may respond to it.',
  acknowledging: 'It is launched. Its time to improve has not started yet.',
  active: 'Its time to improve is running.',
  paused: 'Its clock stands still.',
  deciding: 'Its time is over, and a decision is asked for.',
  closed: 'It is over.',
  monitoring: 'It was met, and whether it holds is watched.',
  withdrawn: 'It was withdrawn. Nothing more is asked of anybody.',
};

/** What a mail is about, after the name of whoever gets it. */
export const MAIL: Readonly<Record<MailTemplate, string>> = {
  'request-opened': 'a question, with a link to answer it',
  'meeting-moved': 'the new day of a meeting',
  'meeting-cancelled': 'a meeting that is not held',
  reminder: 'a reminder of a question',
  escalation: 'a question that nobody has answered',
  'request-missed': 'a question that closed unanswered',
  'decision-recorded': 'the decision',
  'plan-withdrawn': 'the plan is withdrawn',
  'decision-awaited': 'the period is over, and who decides by when',
  'decision-overdue': 'no decision is in yet, and who was told',
  'mail-undelivered': 'a mail to somebody that did not leave',
  'plan-changed': 'the plan reads differently',
  'plan-handed-over': 'somebody else supervises from now on',
  'plan-paused': 'the plan stands still',
  'pause-review': 'a pause that nobody has ended',
  'decision-returned': 'a proposed decision that was sent back',
  recognition: 'something that went well is on record',
  'support-undelivered': 'help that was promised and not delivered',
  'answers-in': 'both sides have answered',
  'clean-period': 'the time after success is over',
  'relapse-recorded': 'it did not hold',
  'link-renewed': 'a new link to a question',
  'wrong-person': 'mail that reached somebody else',
  'served-on-paper': 'what was recorded as served on paper',
};

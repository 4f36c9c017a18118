import type { MailTemplate, PlanStatus, SuspendedBecause, Undelivered } from '../../../domain/plan.ts';

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
  'mail-undelivered': 'a mail to somebody that did not arrive',
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
  'address-suspended': 'an address that cannot be written to',
  'served-on-paper': 'what was recorded as served on paper',
};

/** What became of a mail that did not arrive, before what it was about. */
export const LOST: Readonly<Record<Undelivered['outcome'], (name?: string) => string>> = {
  failed: (name) => `A mail${to(name)} did not leave`,
  unknown: (name) => `Nobody knows whether a mail${to(name)} left`,
  bounced: (name) => `A mail${to(name)} came back`,
  rejected: (name) => `A mail${to(name)} was not passed on by the mail service`,
};

const to = (name: string | undefined): string => (name === undefined ? '' : ` to ${name}`);

/** Why nothing is mailed to somebody, as one sentence. */
export const SUSPENDED: Readonly<Record<SuspendedBecause, (name: string) => string>> = {
  bounced: (name) => `Mail to ${name} comes back: the mailbox takes none.`,
  complained: (name) => `A mail to ${name} arrived and was marked as unwanted.`,
};

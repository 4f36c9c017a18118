import { LIVE, waitsForHr } from '../agenda.ts';
import type { Instant, PlanStatus, Role } from '../plan.ts';
import type { Card, WaitedFor } from './card.ts';
import { hasWords } from './words.ts';

/** Which plans are looked for. What is not said is not asked for. */
export interface PlanFilter {
  status?: PlanStatus;
  /** Plans of any status that something still comes due of. */
  live?: boolean;
  /** Plans that try out the deployment, which no other list has. */
  canaries?: boolean;
  /** Plans with an open question that is past its day. */
  overdue?: boolean;
  /** A role, or the e-mail address of somebody, who is waited for. */
  waitingOn?: Role | (string & {});
  /** Plans of which a mail did not arrive and nobody put it right. */
  bounced?: boolean;
  /** Plans whose decision is due at or after `from` and before `to`. */
  decisionWithin?: { from: Instant; to: Instant };
  /** Folded beginnings of words (`foldedWords`); all of them are to be found. */
  words?: readonly string[];
  /**
   * Only plans that this address supervises or reviews, as their manager is told of them: questions that are HR's own
   * count for nothing then.
   */
  own?: string;
}

/** How a participant can be waited for: by their role, or by their address. */
export const isAddress = (waitingOn: string): boolean => waitingOn.includes('@');

/**
 * What a plan's manager is told of whom it waits for. What HR is asked to see to, say or confirm is between HR and
 * whoever asked for it.
 */
export const shownToManager = <T extends Pick<WaitedFor, 'kind'>>(questions: readonly T[]): T[] =>
  questions.filter((question) => !waitsForHr(question));

/**
 * Whether a plan can be one of those looked for, by as much as is known of it: what is missing on the card is not held
 * against it. An address in `waitingOn` is for whoever knows the addresses to compare.
 */
export function mayMatch(card: Partial<Card>, filter: PlanFilter, now: Instant): boolean {
  const { status, live, bounced, decisionWithin, words } = filter;
  return (
    (status === undefined || card.status === undefined || card.status === status) &&
    (!live || card.status === undefined || LIVE.includes(card.status)) &&
    (!bounced || card.bounced === undefined || card.bounced) &&
    (!decisionWithin || card.decisionDueAt === undefined || isWithin(card.decisionDueAt, decisionWithin)) &&
    (!words || card.words === undefined || hasWords(card.words, words)) &&
    (card.waiting === undefined || isWaitedForAs(card.waiting, filter, now))
  );
}

const isWithin = (at: Instant | null, { from, to }: { from: Instant; to: Instant }): boolean =>
  at !== null && at >= from && at < to;

/** One and the same question is late and waits for whoever is asked about. */
function isWaitedForAs(
  waiting: readonly WaitedFor[],
  { overdue, waitingOn, own }: PlanFilter,
  now: Instant,
): boolean {
  if (!overdue && waitingOn === undefined) return true;
  const known = own === undefined ? waiting : shownToManager(waiting);
  return known.some(
    ({ dueAt, roles }) =>
      (!overdue || dueAt < now) &&
      (waitingOn === undefined || isAddress(waitingOn) || roles.includes(waitingOn as Role)),
  );
}

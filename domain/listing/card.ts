import { isLive, openRequests, waitsForHr } from '../agenda.ts';
import { type Managed, managedOf } from '../managed.ts';
import type { Instant, ParticipantId, Plan, PlanStatus, RequestId, RequestKind, Role } from '../plan.ts';
import { notReachedNow } from './lost-mail.ts';
import { wordsOf } from './words.ts';

/** Somebody is waited for. Surveys are not among them: whom they wait for is nobody's to know. */
export interface WaitedFor {
  requestId: RequestId;
  kind: RequestKind;
  /** When the question was opened. */
  since: Instant;
  dueAt: Instant;
  for: ParticipantId[];
  roles: Role[];
}

/** What a plan is filtered by, without reading the plan itself. */
export interface Card {
  status: PlanStatus;
  /** The words it is found by. */
  words: string[];
  /** Whom the plan is about. */
  about: ParticipantId;
  waiting: WaitedFor[];
  /** When its decision is due, asked for already or still ahead; `null` when none is to come. */
  decisionDueAt: Instant | null;
  /** Whether a mail did not arrive and nobody put it right. */
  bounced: boolean;
  /** Who may read it as its supervisor or reviewer; `null` before anybody may. */
  managed: Managed | null;
}

export const cardOf = (plan: Plan): Card => ({
  status: plan.status,
  words: wordsOf(plan),
  about: plan.draft.subject.participant,
  waiting: waitingOf(plan),
  decisionDueAt: decisionDueAt(plan),
  bounced: notReachedNow(plan).length > 0,
  managed: managedOf(plan),
});

/** The open questions, those due first in front. While a plan is paused, only HR is waited for. */
function waitingOf(plan: Plan): WaitedFor[] {
  const roleOf = new Map(plan.draft.participants.map(({ id, role }) => [id, role]));
  return openRequests(plan)
    .filter(({ kind }) => kind !== 'survey')
    .filter((request) => plan.status !== 'paused' || waitsForHr(request))
    .map(({ id, kind, openedAt, dueAt, respondents }) => {
      const people = respondents.filter(({ answer }) => !answer).map(({ participant }) => participant);
      const roles = [...new Set(people.flatMap((person) => roleOf.get(person) ?? []))];
      return { requestId: id, kind, since: openedAt, dueAt, for: people, roles };
    })
    .filter((waiting) => waiting.for.length > 0)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

function decisionDueAt(plan: Plan): Instant | null {
  if (!isLive(plan)) return null;
  const moments = [...openRequests(plan), ...plan.scheduled]
    .filter(({ kind }) => kind === 'decision')
    .map(({ dueAt }) => dueAt);
  return moments.sort()[0] ?? null;
}

import type { Instant, Plan, Request, RequestKind } from '../../domain/plan.ts';
import { listInWords, momentInWords } from '../dates.ts';
import type { Words } from '../words/en.ts';
import { nameOf } from './plan-view.ts';
import { theQuestion } from './questions.ts';

/** A question along the way that was still open at some moment, and for whom. */
export interface Awaited {
  names: string;
  many: boolean;
  until: string;
  question: string;
}

/** What is answered by people known by name and is nobody's secret. */
const TOLD: readonly RequestKind[] = ['acknowledgement', 'check_in', 'support'];

/** Whose time to answer was still running at `at`: what a decision of that moment was made without. */
export function awaitedAt(at: Instant, plan: Plan, words: Words, zone = plan.timeZone): Awaited[] {
  return Object.values(plan.requests)
    .filter((request) => TOLD.includes(request.kind) && wasOpen(request, at))
    .flatMap((request) => {
      const people = request.respondents.filter(
        ({ required, answer, answeredAt }) => required && !(answer && answeredAt && answeredAt <= at),
      );
      if (people.length === 0) return [];
      const names = people.map(({ participant }) => nameOf(plan, participant));
      return [
        {
          names: listInWords(names, words.locale),
          many: names.length > 1,
          until: momentInWords(openUntil(request), zone, words.locale),
          question:
            request.kind === 'support' ? words.decision.awaitedSupport : theQuestion(request, plan, words),
        },
      ];
    });
}

/** The same of a decision that was made at `at`: what it began itself, it began at that moment. */
export function awaitedBefore(at: Instant, plan: Plan, words: Words, zone = plan.timeZone): Awaited[] {
  const earlier = Object.entries(plan.requests).filter(([, { openedAt }]) => openedAt < at);
  return awaitedAt(at, { ...plan, requests: Object.fromEntries(earlier) }, words, zone);
}

/** The last moment at which an answer is taken. */
export const openUntil = ({ missedAt, dueAt }: Request): Instant => missedAt ?? dueAt;

/** What a decision ends, it ends at its own moment: until then it was open. */
function wasOpen({ openedAt, closedAt, status }: Request, at: Instant): boolean {
  if (openedAt > at) return false;
  return !closedAt || closedAt > at || (status === 'superseded' && closedAt === at);
}

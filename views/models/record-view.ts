import type { RulePack } from '../../domain/pack.ts';
import type { Plan, Request, Respondent } from '../../domain/plan.ts';
import { isReached } from '../../domain/reached.ts';
import { momentInWords } from '../dates.ts';
import type { Words } from '../words/en.ts';
import { answerView, type Line } from './answer-view.ts';
import { openUntil } from './awaited.ts';
import { nameOf } from './plan-view.ts';
import { questionInWords, replacedBy } from './questions.ts';

/** One question along the way: what each person said, or why there is nothing from them. */
export interface RecordEntry {
  id: string;
  title: string;
  missed: boolean;
  /** `hidden`: that they answered, in place of what they said. */
  answers: { who: string; said: Line[]; hidden?: string }[];
  /** One sentence for each answer that is not there. */
  unanswered: string[];
}

/**
 * Every acknowledgement and check-in that was opened, oldest first. What only HR sees, what is only read in sum, and
 * what is shown elsewhere is left out.
 */
export function recordView(plan: Plan, pack: RulePack, words: Words, zone = plan.timeZone): RecordEntry[] {
  return Object.values(plan.requests)
    .filter(({ kind }) => kind === 'acknowledgement' || kind === 'check_in')
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
    .map((request) => recordEntry(request, plan, pack, words, zone));
}

/** How many check-ins closed without every answer that was asked for. */
export const missedCheckIns = (plan: Plan): number =>
  Object.values(plan.requests).filter(({ kind, status }) => kind === 'check_in' && status === 'missed')
    .length;

/** One question with everything said on it, its moments in `zone`. A check-in that is still open tells nobody what the others said. */
export function recordEntry(
  request: Request,
  plan: Plan,
  pack: RulePack,
  words: Words,
  zone = plan.timeZone,
): RecordEntry {
  return {
    id: request.id,
    title: questionInWords(request, words),
    missed: request.status === 'missed',
    answers: request.respondents.flatMap(({ participant, answer, answeredAt }) =>
      answer && answeredAt
        ? [
            {
              who: words.decision.answered(
                nameOf(plan, participant),
                momentInWords(answeredAt, zone, words.locale),
              ),
              said: isBlind(request) ? [] : answerView(answer, participant, plan, pack, words, request),
              ...(isBlind(request) ? { hidden: words.decision.blind(nameOf(plan, participant)) } : {}),
            },
          ]
        : [],
    ),
    unanswered: request.respondents
      .filter(({ answer, required }) => !answer && required)
      .map((person) => whyNot(person, request, plan, words, zone)),
  };
}

/** Both sides of a check-in answer without seeing what the other says. */
const isBlind = ({ kind, status }: Request): boolean => kind === 'check_in' && status === 'open';

/** Silence is said only of somebody who was reached and had the whole time to answer. */
function whyNot(person: Respondent, request: Request, plan: Plan, words: Words, zone: string): string {
  const w = words.decision;
  const name = nameOf(plan, person.participant);
  switch (request.status) {
    case 'open':
      return w.hasUntil(name, momentInWords(openUntil(request), zone, words.locale));
    case 'superseded':
      if (replacedBy(request, plan))
        return w.replaced[request.kind === 'acknowledgement' ? 'signed' : 'asked'](name);
      return plan.status === 'closed' && plan.decisions.at(-1)?.by
        ? w.decidedFirst(name)
        : w.endedFirst(name);
    case 'missed':
    case 'answered':
    case 'lapsed':
      return isReached(person, request, plan) ? w.noAnswer(name) : w.notReached(name);
  }
}

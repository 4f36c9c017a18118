import { openRequests } from '../../../domain/agenda.ts';
import type { Instant, Plan, Request } from '../../../domain/plan.ts';
import { listInWords } from '../../dates.ts';
import { nameOf } from '../../models/plan-view.ts';
import { questionInWords } from '../../models/questions.ts';
import { en } from '../../words/en.ts';
import type { Waiting } from './model.ts';
import { briefMoment } from './moments.ts';

/** What waits for whom, since when and until when; soonest due first. Of a survey, only how many were asked. */
export const waitingOf = (plan: Plan, now: Instant): Waiting[] =>
  openRequests(plan)
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
    .map((request) => waitingFor(request, plan, now));

/** One open question: of whom, since when, until when. */
export function waitingFor(request: Request, plan: Plan, now: Instant): Waiting {
  const waited = request.respondents.filter(({ answer }) => !answer);
  return {
    what: questionInWords(request, en),
    who:
      request.kind === 'survey'
        ? `${request.respondents.length} people were asked`
        : listInWords(
            waited.map(({ participant }) => nameOf(plan, participant)),
            'en',
          ) || 'nobody any more',
    since: briefMoment(request.openedAt, plan.timeZone),
    due: briefMoment(request.dueAt, plan.timeZone),
    isLate: request.dueAt < now,
  };
}

import { openRequests, waitsForHr } from '../../../domain/agenda.ts';
import type { Instant, Request } from '../../../domain/plan.ts';
import { momentInWords } from '../../dates.ts';
import { questionInWords } from '../questions.ts';
import type { ViewContext } from '../view-context.ts';
import { briefDayOf } from './days.ts';

/**
 * What this reader is asked and has not answered, one sentence each. A link answers one question alone, so that each is
 * found by its mail; while the plan stands still, only what waits for HR is due.
 */
export function askedNow(context: ViewContext, now: Instant): string[] {
  const { plan, reader, words } = context;
  const w = words.planPage.asked;
  const open = openRequests(plan).filter(({ respondents }) =>
    respondents.some(({ participant, answer }) => participant === reader && !answer),
  );
  const due = plan.status === 'paused' ? open.filter(waitsForHr) : open;
  if (due.length > 0) return due.map((request) => saidOf(request, context, now));
  return [plan.status === 'paused' ? w.paused : w.nothing];
}

function saidOf(request: Request, context: ViewContext, now: Instant): string {
  const { reader, words, zone } = context;
  const w = words.planPage.asked;
  const due = momentInWords(request.dueAt, zone, words.locale);
  // A response is a right: it is never demanded.
  const asks = request.kind === 'response' ? w.may : now > request.dueAt ? w.late : w.by;
  const says = asks(questionInWords(request, words), due);
  const mail = request.respondents.find(({ participant }) => participant === reader)?.mailed.at(-1);
  return mail ? `${says} ${w.mail(briefDayOf(mail.at, context))}` : says;
}

import { isLive, plannedPauses } from '../../../domain/agenda.ts';
import type { Day, ScheduledRequest } from '../../../domain/plan.ts';
import { dayIn, momentInWords } from '../../dates.ts';
import { questionInWords } from '../questions.ts';
import type { ViewContext } from '../view-context.ts';
import { briefDay } from './days.ts';

/** One day of the plan in few words. */
export interface Moment {
  day: string;
  text: string;
}

/** What is still to come, by the dates of the plan as it stands; nothing of what happens only if somebody stays silent. */
export function whatComes(context: ViewContext): Moment[] {
  const { plan, words } = context;
  if (!isLive(plan)) return [];
  const w = words.planPage.ahead;
  const { startDate, endDate } = plan.draft;
  const isRunning = plan.status !== 'deciding' && plan.status !== 'monitoring';
  const days: { day: Day; text: string }[] = [
    ...(plan.startedAt ? [] : [{ day: startDate, text: w.starts }]),
    ...plannedPauses(plan).map(({ from }) => ({ day: from, text: w.pause })),
    ...plan.scheduled.flatMap((request) => asking(request, context)),
    ...(isRunning ? [{ day: endDate, text: w.ends }] : []),
    ...(plan.monitoring ? [{ day: plan.monitoring.until, text: w.watched }] : []),
  ];
  return days
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ day, text }) => ({ day: briefDay(day, words.locale), text }));
}

function asking(request: ScheduledRequest, { plan, words, zone }: ViewContext): { day: Day; text: string }[] {
  const w = words.planPage.ahead;
  const due = momentInWords(request.dueAt, zone, words.locale);
  const opens = dayIn(request.opensAt, plan.timeZone);
  switch (request.kind) {
    case 'check_in':
    case 'survey':
    case 'support': {
      // The day stands beside it already.
      const { date: _, ...undated } = request;
      const type = request.followUp?.type;
      const what = type ? words.common.followUps[type] : questionInWords(undated, words);
      return [{ day: request.date ?? opens, text: w.question(what, due) }];
    }
    case 'decision':
      return [{ day: opens, text: w.decision(due) }];
    case 'acknowledgement':
      return [{ day: opens, text: w.acknowledgement }];
    default:
      return [];
  }
}

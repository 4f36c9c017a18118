import { isLive, openRequests, plannedPauses, runningPause } from '../../../domain/agenda.ts';
import type { Day, Instant, Plan, Request, ScheduledRequest } from '../../../domain/plan.ts';
import { dayIn, momentInWords } from '../../dates.ts';
import { sees } from '../../visibility.ts';
import { nameOf } from '../plan-view.ts';
import { questionInWords } from '../questions.ts';
import type { ViewContext } from '../view-context.ts';
import { whoIsAsked } from './asking.ts';
import { briefDay } from './days.ts';

/** One day of the plan in few words. */
export interface Moment {
  day: string;
  text: string;
}

type Dated = { day: Day; text: string };

/** Whether there is a day to note down: more than questions that are open, and not while nobody knows when the plan goes on. */
export const hasKnownDays = (plan: Plan): boolean =>
  runningPause(plan)?.until !== null && (plan.scheduled.length > 0 || plan.status !== 'deciding');

/**
 * What is still to come, by the dates of the plan as it stands, and what is open, as far as this reader may know; nothing of
 * what happens only if somebody stays silent.
 */
export function whatComes(context: ViewContext, now: Instant): Moment[] {
  const { plan, words } = context;
  if (!isLive(plan)) return [];
  const w = words.planPage.ahead;
  const { startDate, endDate } = plan.draft;
  const isRunning = plan.status !== 'deciding' && plan.status !== 'monitoring';
  const days: Dated[] = [
    ...(plan.startedAt ? [] : [{ day: startDate, text: w.starts }]),
    ...plannedPauses(plan).map(({ from }) => ({ day: from, text: w.pause })),
    ...openRequests(plan).flatMap((request) => open(request, now, context)),
    ...plan.scheduled.flatMap((request) => asking(request, context)),
    ...(isRunning ? [{ day: endDate, text: w.ends }] : []),
    ...(plan.monitoring ? [{ day: plan.monitoring.until, text: w.watched }] : []),
  ];
  return days
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ day, text }) => ({ day: briefDay(day, words.locale), text }));
}

function asking(request: ScheduledRequest, context: ViewContext): Dated[] {
  const { plan, words, zone } = context;
  const w = words.planPage.ahead;
  const opens = dayIn(request.opensAt, plan.timeZone);
  switch (request.kind) {
    case 'check_in':
    case 'survey':
    case 'support':
      return [{ day: request.date ?? opens, text: question(request, context) }];
    case 'decision': {
      const due = momentInWords(request.dueAt, zone, words.locale);
      return [{ day: opens, text: `${w.decision(due)} ${whoIsAsked(request, context)}` }];
    }
    case 'acknowledgement':
      return [{ day: opens, text: w.acknowledgement }];
    default:
      return [];
  }
}

/**
 * A question that is open stands on its own day while that is ahead, then on the day it is due. What is late is asked of
 * those who owe it, and is not to come; but a decision still is.
 */
function open(request: Request, now: Instant, context: ViewContext): Dated[] {
  const { plan, reader, words, zone } = context;
  const w = words.planPage.ahead;
  const due = momentInWords(request.dueAt, zone, words.locale);
  const dueDay = dayIn(request.dueAt, plan.timeZone);
  const isTheirs = request.respondents.some(({ participant }) => participant === reader);
  switch (request.kind) {
    case 'check_in':
    case 'survey':
    case 'support': {
      if (now > request.dueAt) return [];
      const isAhead = request.date !== undefined && request.date >= dayIn(now, plan.timeZone);
      return [{ day: isAhead ? (request.date ?? dueDay) : dueDay, text: question(request, context) }];
    }
    case 'acknowledgement':
      return now <= request.dueAt && (isTheirs || sees(context, 'acknowledgements'))
        ? [{ day: dueDay, text: question(request, context) }]
        : [];
    case 'decision':
      return [{ day: dueDay, text: `${w.decisionOpen(due)} ${whoIsAsked(request, context)}` }];
    case 'response': {
      if (isTheirs) return [{ day: dueDay, text: w.respondsSelf(due) }];
      const isKnown = sees(context, request.responseTo === 'draft' ? 'reason' : 'decision');
      return isKnown
        ? [{ day: dueDay, text: w.responds(nameOf(plan, plan.draft.subject.participant), due) }]
        : [];
    }
    // What HR looks into is not everybody's to know.
    case 'attribution':
    case 'accommodation':
    case 'approval':
      return [];
  }
}

function question(request: ScheduledRequest, context: ViewContext): string {
  const { words, zone } = context;
  // The day stands beside it already.
  const { date: _, ...undated } = request;
  const type = request.followUp?.type;
  const what = type ? words.common.followUps[type] : questionInWords(undated, words);
  const due = momentInWords(request.dueAt, zone, words.locale);
  return `${words.planPage.ahead.question(what, due)} ${whoIsAsked(request, context)}`;
}

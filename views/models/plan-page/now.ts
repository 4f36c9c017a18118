import { runningPause } from '../../../domain/agenda.ts';
import { daysInclusive } from '../../../domain/calendar.ts';
import { addDays } from '../../../domain/days.ts';
import { opportunityDays, tolledDays } from '../../../domain/opportunity.ts';
import type { Instant, Request, ScheduledRequest } from '../../../domain/plan.ts';
import { respondentsOf } from '../../../domain/respondents.ts';
import { dayIn, dayInWords, listInWords, momentInWords } from '../../dates.ts';
import { sees } from '../../visibility.ts';
import { outcomeTitle } from '../answer-view.ts';
import { nameOf } from '../plan-view.ts';
import type { ViewContext } from '../view-context.ts';

/** Where the plan stands, then what comes next, one sentence each. */
export function whereItStands(context: ViewContext, now: Instant): string[] {
  const next = nextOf(context);
  return [...standing(context, now), ...(next ? [next] : [])];
}

function standing(context: ViewContext, now: Instant): string[] {
  const { plan, pack, reader, words } = context;
  const w = words.planPage.now;
  const { draft } = plan;
  const day = (date: string): string => dayInWords(date, words.locale);
  switch (plan.status) {
    case 'draft':
    case 'approved':
      return [w.draft];
    case 'consulting': {
      const { participant } = draft.subject;
      return [participant === reader ? w.consultingSelf : w.consulting(nameOf(plan, participant))];
    }
    case 'acknowledging':
      return [w.waits(day(draft.startDate))];
    case 'active': {
      const today = daysInclusive(draft.startDate, dayIn(now, plan.timeZone)) - tolledDays(plan);
      const total = opportunityDays(plan);
      return [w.day(Math.min(Math.max(today, 1), total), total)];
    }
    case 'paused': {
      const pause = runningPause(plan);
      const goesOn = pause?.until ? [w.goesOn(day(addDays(pause.until, 1)))] : [];
      return [w.paused(day(pause?.from ?? dayIn(now, plan.timeZone))), ...goesOn];
    }
    case 'deciding':
      return recorded(context) ?? [w.deciding];
    case 'monitoring':
      return sees(context, 'aftermath')
        ? [w.monitoring(day(plan.monitoring?.until ?? draft.endDate))]
        : [w.over];
    case 'closed': {
      const isKnown = plan.outcome !== null && sees(context, 'decision');
      return [isKnown ? w.closed(outcomeTitle(plan.outcome ?? '', pack)) : w.over];
    }
    case 'withdrawn':
      return [w.withdrawn];
  }
}

/** While there is time to respond to a decision, for those who may see it. */
function recorded(context: ViewContext): string[] | undefined {
  const { plan, pack, reader, words, zone } = context;
  const w = words.planPage.now;
  const last = plan.decisions.at(-1);
  const request = Object.values(plan.requests).find(
    ({ status, responseTo }) => status === 'open' && responseTo === 'decision',
  );
  if (!last || !request || !sees(context, 'decision')) return undefined;
  const due = momentInWords(request.dueAt, zone, words.locale);
  const isTheirs = request.respondents.some(({ participant, answer }) => participant === reader && !answer);
  const name = nameOf(plan, plan.draft.subject.participant);
  return [
    w.recorded(outcomeTitle(last.outcome, pack)),
    isTheirs ? w.respondsSelf(due) : w.responds(name, due),
  ];
}

/**
 * The next thing that is asked of anybody on the way: to sign for the plan or a check-in, whichever is due first; then the
 * decision. Nothing while the plan stands still.
 */
function nextOf(context: ViewContext): string | undefined {
  const { plan } = context;
  if (plan.status === 'paused') return undefined;
  const open = Object.values(plan.requests).filter(({ status }) => status === 'open');
  const ahead: ScheduledRequest[] = [...open, ...plan.scheduled];
  const of = (kind: ScheduledRequest['kind']): ScheduledRequest | undefined =>
    ahead.filter((one) => one.kind === kind).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
  const checkIn = of('check_in');
  const signing = open.find((one) => one.kind === 'acknowledgement');
  const signs = signing && !(checkIn && checkIn.dueAt <= signing.dueAt) && signingIsNext(signing, context);
  if (signs) return signs;
  if (checkIn) return checkInIsNext(checkIn, context);
  const decision = of('decision');
  // Whoever proposed has answered, and who confirms is not everybody's to know.
  return decision && plan.proposal === null ? decisionIsNext(decision, context) : undefined;
}

/** Who signed is not everybody's to know, so neither is who still has to. */
function signingIsNext(request: Request, context: ViewContext): string | undefined {
  const { plan, reader, words, zone } = context;
  const w = words.planPage.now;
  const due = momentInWords(request.dueAt, zone, words.locale);
  const people = peopleOf(request, context);
  if (people.includes(reader)) return w.signsSelf(due);
  if (people.length === 0 || !sees(context, 'acknowledgements')) return undefined;
  const names = people.map((id) => nameOf(plan, id));
  return w.signs(listInWords(names, words.locale), names.length, due);
}

function checkInIsNext(request: ScheduledRequest, context: ViewContext): string {
  const { plan, reader, words, zone } = context;
  const w = words.planPage.now;
  const what = words.common.followUps[request.followUp?.type ?? 'progress'].toLowerCase();
  const day = dayInWords(request.date ?? dayIn(request.dueAt, plan.timeZone), words.locale);
  return peopleOf(request, context).includes(reader)
    ? w.nextYours(what, day, momentInWords(request.dueAt, zone, words.locale))
    : w.next(what, day);
}

function decisionIsNext(request: ScheduledRequest, context: ViewContext): string {
  const { plan, reader, words, zone } = context;
  const w = words.planPage.now;
  const due = momentInWords(request.dueAt, zone, words.locale);
  const people = peopleOf(request, context);
  if (people.includes(reader)) return w.decidesSelf(due);
  const names = people.map((id) => nameOf(plan, id));
  return w.decides(listInWords(names, words.locale), due);
}

/** Who is asked and has not answered, or will be. */
function peopleOf(request: ScheduledRequest, { plan, pack }: ViewContext): string[] {
  const opened = plan.requests[request.id];
  if (opened) {
    return opened.respondents
      .filter(({ required, answer }) => required && !answer)
      .map(({ participant }) => participant);
  }
  return respondentsOf(request, plan, pack).map(({ participant }) => participant);
}

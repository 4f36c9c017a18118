import type { Instant, Request, ScheduledRequest } from '../../domain/plan.ts';
import { respondentsOf } from '../../domain/respondents.ts';
import { dayIn, dayInWords, listInWords, momentInWords } from '../dates.ts';
import { byRule } from './by-rule.ts';
import { nameOf } from './plan-view.ts';
import type { ViewContext } from './view-context.ts';

/** What a person who has answered can expect, one sentence each. */
export function nextSteps(request: Request, context: ViewContext): string[] {
  const { plan, words } = context;
  const w = words.receipt;
  if (request.kind === 'survey') return [w.nextNothing];
  if (plan.status === 'closed' || plan.status === 'withdrawn') return whenOver(context);
  if (request.responseTo === 'draft') return plan.status === 'approved' ? [w.nextLaunch] : [];
  return [...waitingFor(request, context), ...whenRunning(request, context)];
}

function whenOver({ plan, pack, words }: ViewContext): string[] {
  const w = words.receipt;
  const last = plan.decisions.at(-1);
  const settled = plan.status === 'closed' && last && byRule(last, pack, words);
  const withdrawn = plan.status === 'withdrawn' ? [w.nextWithdrawn] : [];
  return [...(settled ? [settled] : []), ...withdrawn, w.nextOver];
}

/** Who else is still asked. Whoever proposed a decision waits for those who confirm it. */
function waitingFor(request: Request, { plan, reader, words, zone }: ViewContext): string[] {
  const w = words.receipt;
  const names = (people: Request['respondents']): string =>
    listInWords(
      people.map(({ participant }) => nameOf(plan, participant)),
      words.locale,
    );
  if (plan.proposal?.requestId === request.id) {
    return plan.proposal.awaiting.flatMap((id) => {
      const approval = plan.requests[id];
      if (approval?.status !== 'open') return [];
      const when = momentInWords(approval.dueAt, zone, words.locale);
      return [w.proposed.next(names(approval.respondents), approval.respondents.length > 1, when)];
    });
  }
  const waiting = request.respondents.filter(
    ({ required, answer, participant }) => required && !answer && participant !== reader,
  );
  return request.status === 'open' && waiting.length > 0 ? [w.nextWaiting(names(waiting))] : [];
}

function whenRunning(request: Request, context: ViewContext): string[] {
  const { plan, reader, words, zone } = context;
  const w = words.receipt;
  const when = (at: Instant): string => momentInWords(at, zone, words.locale);
  const opened = Object.values(plan.requests).filter(({ status }) => status === 'open');
  const subject = plan.draft.subject.participant;
  const responding = opened.find(({ responseTo }) => responseTo === 'decision');
  if (responding && responding.id !== request.id) {
    return [w.nextResponse(nameOf(plan, subject), when(responding.dueAt))];
  }
  const nextDecision = subject === reader ? w.nextDecisionSelf : w.nextDecision;
  const asked = nextCheckIn(context);
  const decision =
    plan.scheduled.find(({ kind }) => kind === 'decision') ?? opened.find(({ kind }) => kind === 'decision');
  return [
    // The day alone: its mail may wait for the morning.
    ...(asked ? [w.nextCheckIn(dayInWords(dayIn(asked.opensAt, zone), words.locale))] : []),
    ...(decision ? [nextDecision(when(decision.dueAt))] : []),
  ];
}

/** The next check-in that the reader is asked about. */
const nextCheckIn = ({ plan, pack, reader }: ViewContext): ScheduledRequest | undefined =>
  plan.scheduled.find(
    (request) =>
      request.kind === 'check_in' &&
      respondentsOf(request, plan, pack).some(({ participant }) => participant === reader),
  );

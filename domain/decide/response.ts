import { openRequests } from '../agenda.ts';
import type { Command, Context } from '../commands.ts';
import { NotAllowedNow, NotAsked, RequestClosed } from '../errors.ts';
import type { Fact } from '../events.ts';
import { peopleFor } from '../people.ts';
import type { Instant, Plan, Request, RequestId } from '../plan.ts';
import { isReached } from '../reached.ts';
import { brokenProductRule, pinnedRules, type Rules, refuseIfAny } from '../rules.ts';
import { responseWindow } from '../schedule.ts';
import { isBlank, LONG_TEXT, textFaults } from '../text.ts';
import { ask } from './requests.ts';

/** Lets the employee read the approved draft and respond to it before anything starts. */
export function shareDraft(plan: Plan, context: Context): Fact[] {
  if (plan.status === 'consulting' || (plan.status === 'approved' && plan.consulted)) return [];
  if (plan.status !== 'approved') {
    const wayOut =
      plan.status === 'draft'
        ? 'Approve it first.'
        : 'Whoever it is about has it already, or draft a new plan.';
    throw new NotAllowedNow('shared as a draft', plan.status, wayOut);
  }
  const rules = pinnedRules(plan, context.library);
  const { window } = rules.pack.response.draft.is;
  const question = responseWindow({ id: 'response-draft', responseTo: 'draft' }, window, context.now, rules);
  return [{ type: 'DraftShared', run: plan.run + 1 }, ask(question, plan, context, rules)];
}

/** The time to respond to a decision that the plan was not met, before it closes the plan; `undefined` when there is none. */
export function askForResponse(
  decision: RequestId,
  plan: Plan,
  context: Context,
  rules: Rules,
): Fact | undefined {
  const window = rules.pack.response.decision.is;
  if (window === null) return undefined;
  const about = { id: `response-${decision}`, regarding: decision, responseTo: 'decision' as const };
  return ask(responseWindow(about, window, context.now, rules), plan, context, rules);
}

/**
 * Time to respond does not run out on somebody whom, as far as is known, the decision never reached: it is sent to the
 * employee again and the time begins anew. `undefined` when a mail did reach them, or HR has put words of theirs on
 * record that came another way.
 */
export function askAgain(request: Request, plan: Plan, { now }: Context, rules: Rules): Fact | undefined {
  const window = rules.pack.response.decision.is;
  const { participant } = plan.draft.subject;
  const person = request.respondents.find((respondent) => respondent.participant === participant);
  if (request.responseTo !== 'decision' || window === null || !person || person.answer) return undefined;
  if (request.heardAt !== undefined || isReached(person, request, plan, now)) return undefined;
  const { id: requestId, remindersSent } = request;
  const { dueAt } = responseWindow({ id: requestId }, window, now, rules);
  return { type: 'Reminded', requestId, step: remindersSent + 1, to: [participant], missedAt: dueAt };
}

/**
 * A decision that the plan was not met closes it when the time to respond is over, used or not; an adjustment that HR
 * still has to see to holds it open (L3). `plan` has the answer, or the lapse, already.
 */
export function closeOnceHeard(plan: Plan): Fact[] {
  const outcome = plan.decisions.at(-1)?.outcome;
  const wasAsked = Object.values(plan.requests).some(({ responseTo }) => responseTo === 'decision');
  const waits = openRequests(plan).some(
    ({ kind, responseTo }) => kind === 'accommodation' || responseTo === 'decision',
  );
  return wasAsked && outcome !== undefined && !waits ? [{ type: 'PlanClosed', outcome }] : [];
}

/** What follows once somebody has responded, or done without. */
export const afterResponse = ({ responseTo }: Request, plan: Plan): Fact[] =>
  responseTo === 'decision' ? closeOnceHeard(plan) : [];

/** What follows when a right or a kindness was not used in time. */
export const afterLapse = (request: Request, plan: Plan): Fact[] =>
  request.kind === 'response' ? afterResponse(request, plan) : [];

/** Until when either side may respond to a check-in; `undefined` before both have answered, or when it was missed. */
export function respondUntil(request: Request, { pack, calendar }: Rules): Instant | undefined {
  if (request.kind !== 'check_in' || request.status !== 'answered' || !request.closedAt) return undefined;
  const day = calendar.add(calendar.dayOf(request.closedAt), pack.response.checkIn.is);
  return calendar.at(calendar.onOrAfter(day), pack.workingHours.is.closes);
}

/** Words on a check-in that both sides have answered, kept word for word beside what was said. */
export function respond(
  { requestId, by, text }: Extract<Command, { type: 'Respond' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  const request = plan.requests[requestId];
  if (request?.kind !== 'check_in' || !mayRespond(by, request, plan)) throw new NotAsked(requestId);
  const given = plan.responses.filter((response) => response.regarding === requestId);
  if (given.some((response) => response.by === by && response.text === text)) return [];
  if (request.status === 'open') {
    const message = 'Both sides answer the check-in first; then each may respond to what the other said.';
    refuseIfAny([brokenProductRule('/requestId', message, { code: 'others_answer_first' })]);
  }
  const until = respondUntil(request, pinnedRules(plan, context.library));
  if (until === undefined || until <= context.now) {
    throw new RequestClosed(requestId, until ?? request.closedAt ?? plan.updatedAt);
  }
  refuseIfAny([
    ...(isBlank(text)
      ? [brokenProductRule('/text', 'Write what you want to say.', { code: 'response_missing' })]
      : []),
    ...textFaults(text, { oneLine: false, longest: LONG_TEXT }).map(({ message, fault }) =>
      brokenProductRule('/text', message, fault),
    ),
  ]);
  return [{ type: 'ResponseGiven', regarding: requestId, by, text }];
}

/** Those who were asked and are still in the plan, whoever it is about, and whoever speaks for them. */
function mayRespond(by: string, { respondents }: Request, { draft }: Plan): boolean {
  return (
    draft.participants.some(({ id }) => id === by) &&
    (respondents.some(({ participant }) => participant === by) ||
      [draft.subject.participant, ...peopleFor(['representative'], draft)].includes(by))
  );
}

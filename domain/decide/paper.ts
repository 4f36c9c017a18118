import type { Command, Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { AcknowledgementAnswer, Instant, PaperService, Plan, Request, Respondent } from '../plan.ts';
import { isReached } from '../reached.ts';
import { brokenProductRule, pinnedRules, type Rules, refuseIfAny } from '../rules.ts';
import { same } from '../same.ts';
import { responseWindow } from '../schedule.ts';
import { afterFacts } from './after-facts.ts';
import { taken } from './answer.ts';
import { checkPaper } from './paper/check.ts';

export type ServeOnPaper = Extract<Command, { type: 'ServeOnPaper' }>;

/**
 * Records that HR handed an open question over on paper, before a witness. The person counts as reached from then; of
 * an acknowledgement, what they did with the paper is their answer. Recording the same again says nothing new.
 */
export function serveOnPaper(command: ServeOnPaper, plan: Plan, context: Context): Fact[] {
  const { requestId, to } = command;
  const request = plan.requests[requestId];
  if (!request) return refuse('/requestId', 'No question with this id was asked: use one that was.');
  const person = request.respondents.find(({ participant }) => participant === to);
  if (!person || !plan.draft.participants.some(({ id }) => id === to))
    return refuse('/to', 'This question was not put to anybody with this id: use the id of somebody it was.');
  const service = serviceOf(command);
  const answer = answerOf(command, request);
  if (same(person.served, service) && (!answer || same(person.answer, answer))) return [];
  if (request.status !== 'open') return refuse('/requestId', CLOSED);
  const rules = pinnedRules(plan, context.library);
  refuseIfAny(checkPaper(command, { request, person, plan }, rules.calendar, context.now));
  const missedAt = answer ? undefined : laterClose(command, person, request, plan, context, rules);
  const fact: Fact = { type: 'ServedOnPaper', requestId, to, ...service, ...(missedAt ? { missedAt } : {}) };
  if (!answer || same(person.answer, answer)) return [fact];
  const after = afterFacts([fact], plan, context);
  return [fact, ...taken({ answer, by: to }, after.requests[requestId] ?? request, after, context, rules)];
}

const CLOSED = 'This question is closed: put what came on paper beside it with a note.';

function refuse(field: string, message: string): never {
  refuseIfAny([brokenProductRule(field, message)]);
  throw new RangeError(message);
}

const serviceOf = ({ on, witness, signed }: ServeOnPaper): PaperService => ({
  on,
  witness,
  ...(signed === undefined ? {} : { signed }),
});

/** Signing for anything else only shows that it was received. */
function answerOf(
  { on, witness, signed, typedName, reason }: ServeOnPaper,
  { kind }: Request,
): AcknowledgementAnswer | undefined {
  if (kind !== 'acknowledgement' || signed === undefined) return undefined;
  return {
    kind,
    choice: signed ? 'sign' : 'decline',
    typedName: typedName ?? '',
    ...(reason === undefined ? {} : { reason }),
    onPaper: { on, witness },
  };
}

/**
 * Whoever nothing had reached before has time from the paper on: to respond, the whole of it from the day of service;
 * for anything else a business day, so that nobody is said to have kept silent right after they were found.
 */
function laterClose(
  { on, to }: ServeOnPaper,
  person: Respondent,
  request: Request,
  plan: Plan,
  { now }: Context,
  rules: Rules,
): Instant | undefined {
  if (request.missedAt === null || isReached(person, request, plan, now)) return undefined;
  const { pack, calendar } = rules;
  const { opens, closes } = pack.workingHours.is;
  const window = request.kind === 'response' ? windowOf(request, rules) : undefined;
  // Whoever stands by the employee may respond as well; the time for it is the employee's.
  if (window && to !== plan.draft.subject.participant) return undefined;
  const at = window
    ? responseWindow({ id: request.id }, window, calendar.at(on, opens), rules).dueAt
    : calendar.at(calendar.add(calendar.dayOf(now), '+1bd'), closes);
  return at > request.missedAt ? at : undefined;
}

const windowOf = ({ responseTo }: Request, { pack: { response } }: Rules): string | undefined =>
  responseTo === 'draft' ? response.draft.is.window : (response.decision.is ?? undefined);

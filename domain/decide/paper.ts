import { isLive } from '../agenda.ts';
import type { Command, Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import { isAnsweredOnPaper } from '../on-paper.ts';
import type { AcknowledgementAnswer, PaperService, Plan, Request, Respondent } from '../plan.ts';
import { isReached } from '../reached.ts';
import { brokenProductRule, pinnedRules, refuseIfAny } from '../rules.ts';
import { same } from '../same.ts';
import { afterFacts } from './after-facts.ts';
import { taken } from './answer.ts';
import { laterClose } from './later-close.ts';
import { checkPaper } from './paper/check.ts';

export type ServeOnPaper = Extract<Command, { type: 'ServeOnPaper' }>;

/**
 * Records that HR handed an open question over on paper, before a witness. The person counts as reached from then; of
 * an acknowledgement, what they did with the paper is their answer. Recording the same again says nothing new; recording
 * it otherwise takes the place of what was on paper before, of an acknowledgement also once everybody has answered.
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
  if (isRecorded(service, person) && (!answer || same(person.answer, answer))) return [];
  if (request.status !== 'open') refuseUnlessCorrected(command, request, person, plan);
  const rules = pinnedRules(plan, context.library);
  refuseIfAny(checkPaper(command, { request, person, plan }, rules.calendar, context.now));
  const { now } = context;
  // Whoever nothing had reached before has time from the paper on.
  const isFound = !answer && !isReached(person, request, plan, now);
  const missedAt = isFound ? laterClose(to, request, plan, { on: command.on, now }, rules) : undefined;
  const replaces = replacedBy(service, person);
  const fact: Fact = {
    type: 'ServedOnPaper',
    requestId,
    to,
    ...service,
    ...(missedAt ? { missedAt } : {}),
    ...(replaces === undefined ? {} : { replaces }),
  };
  if (!answer || same(person.answer, answer)) return [fact];
  // The question has its answers: a correction neither closes it anew nor moves when it closed.
  if (request.status !== 'open')
    return [fact, { type: 'RequestAnswered', requestId, by: to, answer, complete: false }];
  const after = afterFacts([fact], plan, context);
  return [fact, ...taken({ answer, by: to }, after.requests[requestId] ?? request, after, context, rules)];
}

const CLOSED = 'This question is closed: put what came on paper beside it with a note.';
const SETTLED =
  'This question is closed: say whether they signed, to correct the paper they answered on, or add a note.';

/** What was answered on paper can be put right while the plan runs; nothing else of a question that is closed. */
function refuseUnlessCorrected(
  { signed }: ServeOnPaper,
  { status }: Request,
  { answer }: Respondent,
  plan: Plan,
): void {
  if (status !== 'answered' || !isAnsweredOnPaper(answer) || !isLive(plan)) refuse('/requestId', CLOSED);
  if (signed === undefined) refuse('/signed', SETTLED);
}

function isRecorded(service: PaperService, { served }: Respondent): boolean {
  if (!served) return false;
  const { seq, ...said } = served;
  return same(said, service);
}

/**
 * The event that a paper takes the place of. What was only handed over first, and signed or handed over again later,
 * happened in turn: both stand.
 */
function replacedBy({ on, witness }: PaperService, { served }: Respondent): number | undefined {
  if (!served) return undefined;
  const isNext = on > served.on || (on === served.on && witness === served.witness);
  return served.signed === undefined && isNext ? undefined : served.seq;
}

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

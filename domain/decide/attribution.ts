import type { Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import { peopleFor } from '../people.ts';
import type { Attributed, AttributionAnswer, ParticipantId, Plan, Request, Respondent } from '../plan.ts';
import { isReached } from '../reached.ts';
import type { Rules } from '../rules.ts';
import { hrTask } from '../schedule.ts';
import { grantCredit } from './credit.ts';
import { decidedAs } from './extend.ts';
import { ask } from './requests.ts';

/** Asks HR whose doing it was that a check-in was missed or not held; once per check-in, and never after success. */
export function askWhoMissed(request: Request, plan: Plan, context: Context, rules: Rules): Fact[] {
  const id = `attribution-${request.id}`;
  const isKnown = plan.requests[id] !== undefined || plan.attributions[request.id] !== undefined;
  const isDecided = decidedAs(plan, context) !== undefined;
  if (request.kind !== 'check_in' || plan.status === 'monitoring' || isDecided || isKnown) return [];
  if (!wasMissed(request, plan) || peopleFor(['hr'], plan.draft).length === 0) return [];
  const question = hrTask({ id, kind: 'attribution', regarding: request.id }, context.now, plan.draft, rules);
  return [ask(question, plan, context, rules)];
}

/**
 * Those the plan is between: whoever issued it, or did before somebody else took it over, and whoever it is about. A
 * coach's silence is nobody's missed check-in.
 */
function sides(request: Request, plan: Plan): { issuer?: Respondent; subject?: Respondent } {
  const find = (id: string) => request.respondents.find((person) => person.participant === id);
  const issuer = issuersOf(plan)
    .map(find)
    .find((person) => person !== undefined);
  const subject = find(plan.draft.subject.participant);
  return { ...(issuer ? { issuer } : {}), ...(subject ? { subject } : {}) };
}

/** Whoever issues the plan now, and whoever did before, the newest first. */
function issuersOf({ draft, former, versions }: Plan): ParticipantId[] {
  const before = versions.flatMap(({ takenOver }) => (takenOver ? [takenOver.from] : [])).reverse();
  const left = former.filter(({ role }) => role === 'supervisor').map(({ id }) => id);
  return [draft.issuer.participant, ...before, ...left].filter((id) => id !== draft.subject.participant);
}

function wasMissed(request: Request, plan: Plan): boolean {
  const { issuer, subject } = sides(request, plan);
  const present = [issuer, subject].filter((person) => person !== undefined);
  return present.some(({ answer }) => !answer) || (present.length > 0 && wasNotHeld(request));
}

const wasNotHeld = ({ respondents }: Request): boolean =>
  respondents.some(({ answer }) => answer?.kind === 'check_in' && answer.meeting === 'not_held');

/**
 * What the record itself says about who missed a check-in, for HR to confirm or correct; `null` when it says nothing.
 * Whose doing it was that somebody beside the two sides kept silent, such as a coach, it never says.
 */
export function proposedAttribution(request: Request, plan: Plan): { to: Attributed | null; why: string } {
  const { issuer, subject } = sides(request, plan);
  const silent = [issuer, subject].find((person) => person && !person.answer);
  const others = request.respondents.filter(
    (person) => person.required && !person.answer && person !== issuer && person !== subject,
  );
  if (others.length > 0 && (!silent || !issuer)) {
    return { to: null, why: 'Somebody else who was asked did not answer: ask everybody concerned.' };
  }
  if (!silent) {
    return { to: null, why: 'All have answered, and the meeting was not held: ask them why.' };
  }
  if (!isReached(silent, request, plan)) {
    return { to: 'excused', why: 'As far as is known, no mail about it reached whoever did not answer.' };
  }
  return silent === issuer
    ? { to: 'manager', why: 'Whoever issued the plan was asked and did not answer.' }
    : { to: 'employee', why: 'Whoever the plan is about was asked and did not answer; the other side did.' };
}

/** HR has said whose doing it was; the days it cost are given back when HR says so too. `plan` has the answer already. */
export function attributionTaken(
  { to, reason, credit }: AttributionAnswer,
  { regarding }: Request,
  plan: Plan,
  context: Context,
  rules: Rules,
): Fact[] {
  if (regarding === undefined) throw new RangeError('An attribution is about a check-in.');
  const gives = credit === true && to === 'manager' && rules.pack.tolling.missedByManager.is;
  return [
    { type: 'CheckInAttributed', requestId: regarding, to, reason },
    ...(gives ? grantCredit(plan, regarding, rules, context) : []),
  ];
}

import type { BusinessCalendar } from '../calendar.ts';
import type { BrokenRule } from '../errors.ts';
import type { FollowUpKind, RulePack } from '../pack.ts';
import { peopleFor } from '../people.ts';
import type { FollowUpDate, PlanDraft, Role } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { periodToPlanIn } from './period.ts';
import { checkWorkingDayWithin } from './plan-days.ts';
import { checkSurvey } from './surveys.ts';

/** The follow-ups of the whole plan: of kinds the pack knows, on working days of the period, with somebody to answer. */
export function checkFollowUps(draft: PlanDraft, pack: RulePack, calendar: BusinessCalendar): BrokenRule[] {
  const followUps = draft.followUps ?? [];
  return followUps.flatMap((followUp, index) => {
    const field = `/followUps/${index}`;
    const kind = pack.followUps.types.is.find(({ type }) => type === followUp.type);
    return [
      ...checkWorkingDayWithin(
        `${field}/date`,
        followUp.date,
        periodToPlanIn(draft, pack),
        calendar,
        'The follow-up is',
      ),
      ...checkTwice(`${field}/date`, followUp, followUps.slice(0, index)),
      ...checkType(`${field}/type`, followUp, kind, draft, pack),
      ...checkSurvey(field, followUp, kind, draft, pack),
    ];
  });
}

function checkTwice(field: string, { date, type }: FollowUpDate, before: FollowUpDate[]): BrokenRule[] {
  if (!before.some((other) => other.date === date && other.type === type)) return [];
  return [
    brokenProductRule(
      field,
      'There is such a follow-up on this day before: keep one, or choose another day.',
    ),
  ];
}

function checkType(
  field: string,
  { type }: FollowUpDate,
  kind: FollowUpKind | undefined,
  draft: PlanDraft,
  pack: RulePack,
): BrokenRule[] {
  const { types } = pack.followUps;
  if (type === 'monitoring') {
    const message = 'What follows success is planned by itself once the plan is met: leave this out.';
    return [brokenProductRule(field, message)];
  }
  if (!kind) {
    const known = types.is.map((each) => each.type).filter((each) => each !== 'monitoring');
    return [
      broken(field, `These rules know no such follow-up: use one of ${known.join(', ')}.`, types, pack),
    ];
  }
  // Of a survey it counts how many there are.
  if (type === 'survey') return [];
  const others = kind.respondents.filter((role) => !isSubject(role));
  const asked = others.length > 0 ? peopleFor(others, draft) : [draft.subject.participant];
  if (asked.length > 0) return [];
  const message = `Nobody in the plan would answer this: name a participant with the role ${others.join(' or ')}, or leave it out.`;
  return [broken(field, message, types, pack)];
}

const isSubject = (role: Role): boolean => role === 'employee' || role === 'lead';

import { daysInclusive } from '../../calendar.ts';
import { checkDay } from '../../check-draft/say.ts';
import type { Command } from '../../commands.ts';
import { addDays } from '../../days.ts';
import type { BrokenRule } from '../../errors.ts';
import type { Day, Pause, Plan } from '../../plan.ts';
import { broken, brokenProductRule, type Rules } from '../../rules.ts';

/** An absence longer than a year and a day is not an interruption of a plan. */
const LONGEST = 366;

/** Every rule a pause breaks: days that exist, in order, within the plan, and no other pause on any of them. */
export function checkPause(
  { from, until }: Extract<Command, { type: 'PausePlan' }>,
  plan: Plan,
  { pack, calendar }: Rules,
): BrokenRule[] {
  const { approvedAbsence } = pack.tolling;
  const days = [...checkDay('/from', from), ...(until === undefined ? [] : checkDay('/until', until))];
  if (days.length > 0) return days;
  // Before the start an absence moves the start; what it took of the days before that cost nothing.
  const { startDate, endDate } = plan.draft;
  const first = plan.startedAt ? startDate : calendar.dayOf(plan.versions[0]?.at ?? plan.createdAt);
  const refused =
    'These rules do not stop the clock for an absence: extend the plan instead, if they allow it.';
  return [
    ...(approvedAbsence.is ? [] : [broken('', refused, approvedAbsence, pack)]),
    ...(from < first || from > endDate
      ? [brokenProductRule('/from', `The plan runs from ${first} to ${endDate}: choose a day of it.`)]
      : []),
    ...checkLength(from, until),
    ...plan.pauses.filter((pause) => overlap(pause, from, until ?? null)).map(inTheWay),
  ];
}

function checkLength(from: Day, until: Day | undefined): BrokenRule[] {
  if (until === undefined) return [];
  if (until < from) {
    return [
      brokenProductRule('/until', 'The pause ends before it begins: choose a last day from its first on.'),
    ];
  }
  return daysInclusive(from, until) > LONGEST
    ? [
        brokenProductRule(
          '/until',
          `A pause lasts ${LONGEST} days at most: choose an earlier day, or withdraw the plan.`,
        ),
      ]
    : [];
}

const lastDay = ({ resumedOn, until }: Pause): Day | null => (resumedOn ? addDays(resumedOn, -1) : until);

function overlap(pause: Pause, from: Day, until: Day | null): boolean {
  const last = lastDay(pause);
  // A pause that was resumed on its first day has no day at all.
  if (last !== null && last < pause.from) return false;
  return (until === null || pause.from <= until) && (last === null || from <= last);
}

function inTheWay(pause: Pause): BrokenRule {
  const last = lastDay(pause);
  const span = last === null ? `from ${pause.from}, without an end` : `from ${pause.from} to ${last}`;
  const message = `There is a pause ${span}, and pauses do not overlap: choose other days, or cancel or resume that one first.`;
  return brokenProductRule('/from', message);
}

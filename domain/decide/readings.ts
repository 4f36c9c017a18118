import { isLive } from '../agenda.ts';
import { isPlainNumber, isPlanDay } from '../check-draft/say.ts';
import type { Command, Context } from '../commands.ts';
import { type BrokenRule, NotAllowedNow } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Day, Plan, Reading } from '../plan.ts';
import { readingKey as keyOf } from '../readings.ts';
import { brokenProductRule, pinnedRules, refuseIfAny } from '../rules.ts';
import { SHORT_TEXT, textProblems } from '../text.ts';

/** The most readings taken at once. */
export const MOST_READINGS = 500;

/** Numbers of what the plan measures, by form, API or file. What is on record already is not recorded again. */
export function recordReadings(
  { readings, by }: Extract<Command, { type: 'RecordReadings' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  if (!isLive(plan)) {
    const wayOut =
      plan.status === 'closed' || plan.status === 'withdrawn' ? 'Add a note.' : 'Launch it first.';
    throw new NotAllowedNow('given readings', plan.status, wayOut);
  }
  const today = pinnedRules(plan, context.library).calendar.dayOf(context.now);
  refuseIfAny([
    ...checkCount(readings.length),
    ...readings.flatMap((reading, at) => checkReading(`/readings/${at}`, reading, plan, today)),
    ...(by === undefined || plan.draft.participants.some(({ id }) => id === by)
      ? []
      : [brokenProductRule('/by', 'Nobody in the plan has this id: use the id of a participant.')]),
  ]);
  const fresh = unknownReadings(readings, plan);
  return fresh.length > 0 ? [{ type: 'ReadingsRecorded', readings: fresh, ...(by ? { by } : {}) }] : [];
}

/**
 * What the readings add to the record: of each item, day, source and person what differs from the number given last, so that a
 * correction can be taken back and the same list sent again adds nothing.
 */
export function unknownReadings(readings: Reading[], plan: Plan): Reading[] {
  const known = Map.groupBy(plan.readings, keyOf);
  const fresh = new Set<number>();
  const numbered = readings.map((reading, at) => ({ ...reading, at }));
  for (const [key, given] of Map.groupBy(numbered, keyOf)) {
    const changes = given.filter(({ value }, index) => value !== given[index - 1]?.value);
    for (const { at } of changes.slice(alreadyLast(changes, known.get(key) ?? []))) fresh.add(at);
  }
  return readings.filter((_, at) => fresh.has(at));
}

/** How many of the readings, from the first on, are what the record ends with. */
function alreadyLast(readings: Reading[], record: Reading[]): number {
  for (let count = Math.min(readings.length, record.length); count > 0; count -= 1) {
    if (record.slice(-count).every(({ value }, at) => value === readings[at]?.value)) return count;
  }
  return 0;
}

function checkCount(count: number): BrokenRule[] {
  if (count >= 1 && count <= MOST_READINGS) return [];
  const message = `Send 1 to ${MOST_READINGS} readings at once; these are ${count}.`;
  return [brokenProductRule('/readings', message)];
}

function checkReading(field: string, { item, date, value, source }: Reading, plan: Plan, today: Day) {
  const { startDate } = plan.draft;
  const faults: BrokenRule[] = textProblems(source ?? '', { oneLine: true, longest: SHORT_TEXT }).map(
    (problem) => brokenProductRule(`${field}/source`, problem),
  );
  if (!plan.draft.items.some(({ id }) => id === item)) {
    const ids = plan.draft.items.map(({ id }) => id).join(', ');
    faults.push(brokenProductRule(`${field}/item`, `The plan has no such item: use one of ${ids}.`));
  }
  if (!isPlanDay(date) || date < startDate || date > today) {
    const message =
      today < startDate
        ? `The plan starts on ${startDate}: readings are taken from then on.`
        : `Give a day from ${startDate} to today, ${today}.`;
    faults.push(brokenProductRule(`${field}/date`, message));
  }
  if (!isPlainNumber(value)) {
    const message = 'Write a plain number, with at most 12 digits before the point and 6 after.';
    faults.push(brokenProductRule(`${field}/value`, message));
  }
  return faults;
}

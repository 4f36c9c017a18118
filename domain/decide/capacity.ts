import type { Command, Context } from '../commands.ts';
import { type BrokenRule, NotAllowedNow } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { RulePack } from '../pack.ts';
import type { Day, Item, ItemId, Plan } from '../plan.ts';
import { broken, brokenProductRule, pinnedRules, refuseIfAny } from '../rules.ts';
import { same } from '../same.ts';
import { lastDayThatCounted } from './amend/past.ts';
import { wayToAmend } from './amend.ts';
import { revise } from './revise.ts';
import { requiredWords } from './words.ts';

type ReduceCapacity = Extract<Command, { type: 'ReduceCapacity' }>;

/**
 * Somebody who works `percent` of their hours from now on is asked for that share of the output (L2): of the baseline,
 * the target, and every benchmark still ahead. HR signs it off. What was scaled before is scaled from the full hours.
 */
export function reduceCapacity(command: ReduceCapacity, plan: Plan, context: Context): Fact[] {
  if (!['acknowledging', 'active', 'paused'].includes(plan.status)) {
    throw new NotAllowedNow('asked for less', plan.status, wayToAmend(plan.status));
  }
  const { percent, signedOffBy, reason } = command;
  if (isSaidAgain(command, plan)) return [];
  const items = [...new Set(command.items)];
  const rules = pinnedRules(plan, context.library);
  const counted = lastDayThatCounted(plan, rules.calendar.dayOf(context.now));
  const scaled = (item: Item): Item =>
    items.includes(item.id) ? atCapacity(item, { percent, before: shareOf(item.id, plan), counted }) : item;
  const wrongPercent = checkPercent(percent);
  refuseIfAny([
    ...checkAllowed(rules.pack),
    ...wrongPercent,
    ...(wrongPercent.length > 0 ? [] : checkItems(command, plan, scaled, rules.pack)),
    ...checkSignOff(signedOffBy, plan, rules.pack),
    ...requiredWords(
      '/reason',
      reason,
      'Say why less is asked; no medical facts, "reduced hours" is enough.',
    ),
  ]);
  const draft = { ...plan.draft, items: plan.draft.items.map(scaled) };
  const revision = revise(plan, { because: 'capacity_reduced', reason, draft }, rules, context);
  return [{ type: 'CapacityReduced', percent, items, signedOffBy, revision }];
}

/** The same words twice are one wish, sent again when its answer was lost: nobody's target is scaled twice. */
function isSaidAgain({ percent, items, signedOffBy, reason }: ReduceCapacity, plan: Plan): boolean {
  const last = plan.versions.findLast(({ because }) => because === 'capacity_reduced');
  const before = plan.capacity;
  return (
    last !== undefined &&
    last.reason === reason &&
    before?.percent === percent &&
    before.signedOffBy === signedOffBy &&
    same([...new Set(items)], before.items)
  );
}

/** The percentage of full hours an item is asked at now. */
const shareOf = (item: ItemId, { capacity }: Plan): number => capacity?.shares[item] ?? 100;

/** One decimal is as exact as a share of output gets; less work never means a higher bar. */
function atCapacity(
  item: Item,
  { percent, before, counted }: { percent: number; before: number; counted: Day },
): Item {
  const share = (number: number): number =>
    Math.min(number, Math.round((number * percent * 10) / before) / 10);
  const { measure, checkIns } = item;
  return {
    ...item,
    measure: { ...measure, baseline: share(measure.baseline), target: share(measure.target) },
    checkIns: checkIns.map((checkIn) =>
      checkIn.date > counted ? { ...checkIn, benchmark: share(checkIn.benchmark) } : checkIn,
    ),
  };
}

function checkAllowed(pack: RulePack): BrokenRule[] {
  const { reducedHours } = pack.tolling;
  if (reducedHours.is) return [];
  return [broken('', 'These rules do not scale targets: amend them instead.', reducedHours, pack)];
}

function checkPercent(percent: number): BrokenRule[] {
  if (Number.isInteger(percent) && percent >= 1 && percent <= 99) return [];
  const message =
    'Say how much of the full hours is left, as a whole number from 1 to 99: 80 for a day off a week.';
  return [brokenProductRule('/percent', message)];
}

function checkItems(
  { items: ids, percent }: ReduceCapacity,
  plan: Plan,
  scaled: (item: Item) => Item,
  pack: RulePack,
): BrokenRule[] {
  if (ids.length === 0) {
    return [brokenProductRule('/items', 'Name at least one item whose target counts output.')];
  }
  return ids.flatMap((id, index) => {
    const field = `/items/${index}`;
    const item = plan.draft.items.find((one) => one.id === id);
    if (!item) {
      const known = plan.draft.items.map((one) => one.id).join(', ');
      return [brokenProductRule(field, `The plan has no such item: use one of ${known}.`)];
    }
    if (!countsOutput(item)) {
      const message =
        'This measure does not count output, so fewer hours do not change it: leave the item out, or amend its target.';
      return [broken(field, message, pack.tolling.reducedHours, pack)];
    }
    const before = shareOf(id, plan);
    if (percent >= before) {
      const message = `This item is asked at ${before} percent of the full hours already: choose a smaller share, leave the item out, or amend it to ask for more again.`;
      return [brokenProductRule(field, message)];
    }
    const { baseline, target } = scaled(item).measure;
    if (target > baseline) return [];
    const message = 'At this share the target is no more than the baseline: amend the measure instead.';
    return [brokenProductRule(field, message)];
  });
}

/** A rate, or something there should be less of, does not depend on the hours worked. */
const countsOutput = ({ measure }: Item): boolean =>
  measure.direction === 'increase' && !/^\s*(%|per\s?cent|percentage|rate|ratio)/i.test(measure.unit);

function checkSignOff(signedOffBy: string, plan: Plan, pack: RulePack): BrokenRule[] {
  const hr = plan.draft.participants.filter(({ role }) => role === 'hr').map(({ id }) => id);
  if (hr.includes(signedOffBy)) return [];
  const message = `HR signs this off: use one of ${hr.join(', ')}.`;
  return [broken('/signedOffBy', message, pack.tolling.reducedHours, pack)];
}

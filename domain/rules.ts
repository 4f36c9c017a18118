import type { AnswerFault } from './answer-fault.ts';
import { type BusinessCalendar, businessCalendar } from './calendar.ts';
import type { Context } from './commands.ts';
import { type BrokenRule, RulesBroken } from './errors.ts';
import type { HolidayCalendar, RulePack, Setting } from './pack.ts';
import type { Plan } from './plan.ts';

/** The pack a plan is pinned to and the calendar its days are counted on. */
export interface Rules {
  pack: RulePack;
  calendar: BusinessCalendar;
}

const calendars = new WeakMap<HolidayCalendar, Map<string, BusinessCalendar>>();

/** One per calendar and zone: it works out the holidays of a year once, and every step of every plan asks for them. */
function calendarIn(holidays: HolidayCalendar, timeZone: string): BusinessCalendar {
  const byZone = calendars.get(holidays) ?? new Map<string, BusinessCalendar>();
  calendars.set(holidays, byZone);
  const calendar = byZone.get(timeZone) ?? businessCalendar(holidays, timeZone);
  byZone.set(timeZone, calendar);
  return calendar;
}

/** The rules for `ref` (`id` or `id@version`) read in `timeZone`; `undefined` when the library has no such pack. */
export function rulesFor(ref: string, timeZone: string, library: Context['library']): Rules | undefined {
  const pack = library.pack(ref);
  const holidays = pack && library.calendar(pack.calendar);
  return pack && holidays ? { pack, calendar: calendarIn(holidays, timeZone) } : undefined;
}

/** The rules a plan was drafted under, whatever newer versions say. */
export function pinnedRules(plan: Plan, library: Context['library']): Rules {
  const ref = `${plan.pack.id}@${plan.pack.version}`;
  const rules = rulesFor(ref, plan.timeZone, library);
  if (!rules)
    throw new RangeError(
      `Rule pack ${ref} is not in the library. Packs that plans are pinned to are kept for ever.`,
    );
  return rules;
}

/** A broken rule that names the pack's own citation for `setting`. */
export function broken(
  field: string,
  message: string,
  setting: Setting<unknown>,
  pack: RulePack,
  fault?: AnswerFault,
): BrokenRule {
  const rule = pack.rules.find((cited) => cited.id === setting.rule);
  const citation = rule?.citation ?? setting.rule;
  return { field, message, rule: setting.rule, citation, ...(fault && { fault }) };
}

/** A broken rule that no pack states: the product itself needs it. */
export function brokenProductRule(field: string, message: string, fault?: AnswerFault): BrokenRule {
  return { field, message, rule: 'product', citation: 'What every plan needs', ...(fault && { fault }) };
}

/** Throws `RulesBroken` with all of them, unless there are none. */
export function refuseIfAny(rules: BrokenRule[]): void {
  if (rules.length > 0) throw new RulesBroken(rules);
}

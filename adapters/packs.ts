import type { HolidayCalendar, RuleLibrary, RulePack } from '../domain/pack.ts';
import noHolidays from '../packs/calendars/none.json' with { type: 'json' };
import districtOfColumbia from '../packs/calendars/us-dc.json' with { type: 'json' };
import unitedStates from '../packs/calendars/us-federal.json' with { type: 'json' };
import general1 from '../packs/general/1.json' with { type: 'json' };
import dc202412 from '../packs/us-dc-6b1410/2024-12.json' with { type: 'json' };

// Imported by name, so that a bundle holds them and reads no file when it starts. A test compares this list with packs/.
const PACKS = [general1, dc202412] as RulePack[];
const CALENDARS = [noHolidays, districtOfColumbia, unitedStates] as HolidayCalendar[];

/**
 * The rule packs and calendars that come with the product.
 * `pack('us-dc-6b1410')` is its newest version: the one that takes effect last; `pack('us-dc-6b1410@2024-12')` that very one.
 */
export function ruleLibrary(): RuleLibrary & { calendars(): HolidayCalendar[] } {
  const packs = [...PACKS].sort(byIdThenAge);
  const byRef = new Map(
    packs.flatMap((pack) => [[pack.id, pack] as const, [`${pack.id}@${pack.version}`, pack] as const]),
  );
  const calendars = new Map(CALENDARS.map((calendar) => [calendar.id, calendar]));
  return {
    pack: (ref) => byRef.get(ref),
    calendar: (id) => calendars.get(id),
    list: () => [...packs],
    calendars: () => [...CALENDARS],
  };
}

/** Oldest first within a pack, so that the newest is what a map by id keeps. */
export function byIdThenAge(a: RulePack, b: RulePack): number {
  return (
    compare(a.id, b.id) ||
    compare(a.effective.is.from ?? '', b.effective.is.from ?? '') ||
    a.version.localeCompare(b.version, 'en', { numeric: true })
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { HolidayCalendar, RuleLibrary, RulePack } from '../domain/pack.ts';
import type { PackTexts } from '../domain/pack-texts.ts';
import noHolidays from '../packs/calendars/none.json' with { type: 'json' };
import england from '../packs/calendars/uk-england.json' with { type: 'json' };
import districtOfColumbia from '../packs/calendars/us-dc.json' with { type: 'json' };
import unitedStates from '../packs/calendars/us-federal.json' with { type: 'json' };
import general1Es from '../packs/general/1.es.json' with { type: 'json' };
import general1 from '../packs/general/1.json' with { type: 'json' };
import sales1Es from '../packs/sales/1.es.json' with { type: 'json' };
import sales1 from '../packs/sales/1.json' with { type: 'json' };
import technical1Es from '../packs/technical/1.es.json' with { type: 'json' };
import technical1 from '../packs/technical/1.json' with { type: 'json' };
import acas1Es from '../packs/uk-acas/1.es.json' with { type: 'json' };
import acas1 from '../packs/uk-acas/1.json' with { type: 'json' };
import colorado202405Es from '../packs/us-co-state/2024-05.es.json' with { type: 'json' };
import colorado202405 from '../packs/us-co-state/2024-05.json' with { type: 'json' };
import dc202412Es from '../packs/us-dc-6b1410/2024-12.es.json' with { type: 'json' };
import dc202412 from '../packs/us-dc-6b1410/2024-12.json' with { type: 'json' };
import legal202411Es from '../packs/us-dc-legal-3609/2024-11.es.json' with { type: 'json' };
import legal202411 from '../packs/us-dc-legal-3609/2024-11.json' with { type: 'json' };
import udc202412Es from '../packs/us-dc-udc-1910/2024-12.es.json' with { type: 'json' };
import udc202412 from '../packs/us-dc-udc-1910/2024-12.json' with { type: 'json' };
import federal202506Es from '../packs/us-fed-432/2025-06.es.json' with { type: 'json' };
import federal202506 from '../packs/us-fed-432/2025-06.json' with { type: 'json' };
import missouriAgency1Es from '../packs/us-mo-agency/1.es.json' with { type: 'json' };
import missouriAgency1 from '../packs/us-mo-agency/1.json' with { type: 'json' };
import missouri1Es from '../packs/us-mo-state/1.es.json' with { type: 'json' };
import missouri1 from '../packs/us-mo-state/1.json' with { type: 'json' };
import { type PackFile, refOf, resolvePack } from './resolve-pack.ts';

// Imported by name, so that a bundle holds them and reads no file when it starts. A test compares these lists with packs/.
const PUBLISHED: PackFile[] = [
  inSpanish(general1, general1Es),
  inSpanish(sales1, sales1Es),
  inSpanish(technical1, technical1Es),
  inSpanish(acas1, acas1Es),
  inSpanish(colorado202405, colorado202405Es),
  inSpanish(dc202412, dc202412Es),
  inSpanish(legal202411, legal202411Es),
  inSpanish(udc202412, udc202412Es),
  inSpanish(federal202506, federal202506Es),
  inSpanish(missouriAgency1, missouriAgency1Es),
  inSpanish(missouri1, missouri1Es),
];
const CALENDARS = [noHolidays, england, districtOfColumbia, unitedStates] as HolidayCalendar[];

function inSpanish(file: object, es: PackTexts): PackFile {
  return { ...(file as PackFile), translations: { es } };
}

/** What the deployment's own pack files say; written into every bundle when it is made, and absent elsewhere. */
declare const ORGANISATION_PACKS: PackFile[] | undefined;
const organisationPacks = typeof ORGANISATION_PACKS === 'undefined' ? [] : ORGANISATION_PACKS;

/** The pack files that come with the product, as they are written: most say only what differs from another. */
export const publishedFiles = (): PackFile[] => [...PUBLISHED];

/**
 * The rule packs and calendars that come with the product, and the packs the organisation added in its configuration.
 * `pack('us-dc-6b1410')` is its newest version: the one that takes effect last; `pack('us-dc-6b1410@2024-12')` that very one.
 */
export function ruleLibrary(own = organisationPacks): RuleLibrary & { calendars(): HolidayCalendar[] } {
  const files = [...PUBLISHED, ...own];
  const packs = files.map((file) => resolvePack(file, files)).sort(byIdThenAge);
  const byRef = new Map(packs.flatMap((pack) => [[pack.id, pack] as const, [refOf(pack), pack] as const]));
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

import type { HolidayCalendar, RuleLibrary, RulePack } from '../domain/pack.ts';
import { CALENDARS, CANARY_REF, PUBLISHED, publishedCalendar, publishedFile } from './published-packs.ts';
import { type PackFile, type PackFiles, refOf, resolveAmong } from './resolve-pack.ts';

/** What the deployment's own pack files say; written into every bundle when it is made, and absent elsewhere. */
declare const ORGANISATION_PACKS: PackFile[] | undefined;
const organisationPacks = typeof ORGANISATION_PACKS === 'undefined' ? [] : ORGANISATION_PACKS;

/** The pack files that come with the product, as they are written: most say only what differs from another. */
export const publishedFiles = (): PackFile[] => present(PUBLISHED.map(publishedFile));

/**
 * The rule packs and calendars that come with the product, and the packs the organisation added in its configuration.
 * `pack('us-dc-6b1410')` is its newest version: the one that takes effect last; `pack('us-dc-6b1410@2024-12')` that very one.
 * Nothing is read before it is asked for.
 */
export function ruleLibrary(own = organisationPacks): RuleLibrary & { calendars(): HolidayCalendar[] } {
  const files = filesOf(own);
  const whole = new Map<string, RulePack>();
  const packOf = (ref: string): RulePack | undefined => {
    const known = whole.get(ref);
    if (known) return known;
    const file = files.get(ref);
    const pack = file && resolveAmong(file, files);
    if (pack) whole.set(ref, pack);
    return pack;
  };
  const inOrder = (refs: readonly string[]): RulePack[] => present(refs.map(packOf)).sort(byIdThenAge);
  return {
    pack: (name) =>
      packOf(name) ?? inOrder([...files.keys()].filter((ref) => ref.startsWith(`${name}@`))).at(-1),
    calendar: publishedCalendar,
    list: () => inOrder([...files.keys()].filter((ref) => ref !== CANARY_REF)),
    calendars: () => present(CALENDARS.map(publishedCalendar)),
  };
}

/** The organisation's files go before published ones of the same name. */
function filesOf(own: readonly PackFile[]): PackFiles {
  const owned = new Map(own.map((file) => [refOf(file), file]));
  const refs = [...new Set([...PUBLISHED, CANARY_REF, ...owned.keys()])];
  return { get: (ref) => owned.get(ref) ?? publishedFile(ref), keys: () => refs };
}

const present = <T>(found: readonly (T | undefined)[]): T[] =>
  found.filter((each): each is T => each !== undefined);

/** Oldest first within a pack, so that the newest comes last. */
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

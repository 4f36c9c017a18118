import { readFileSync } from 'node:fs';
import { CANARY_PACK } from '../domain/canary.ts';
import type { HolidayCalendar } from '../domain/pack.ts';
import type { PackTexts } from '../domain/pack-texts.ts';
import type { PackFile } from './resolve-pack.ts';

/** The packs of the room `packs/` by id and version. A test compares this and the next list with the room. */
export const PUBLISHED: readonly string[] = [
  'general@1',
  'sales@1',
  'technical@1',
  'uk-acas@1',
  'us-co-state@2024-05',
  'us-dc-6b1410@2024-12',
  'us-dc-legal-3609@2024-11',
  'us-dc-udc-1910@2024-12',
  'us-fed-432@2025-06',
  'us-mo-agency@1',
  'us-mo-state@1',
];
/** The rules of plans that try out a deployment: found by whoever names them, and offered to nobody. */
export const CANARY_REF = `${CANARY_PACK}@1`;
export const CALENDARS: readonly string[] = ['none', 'uk-england', 'us-dc', 'us-federal'];

/** Where the room is, seen from the code; a bundle has it beside its own file, and says so when it is made. */
declare const PACKS_FOLDER: string | undefined;
const folder = new URL(typeof PACKS_FOLDER === 'undefined' ? '../packs/' : PACKS_FOLDER, import.meta.url);

/**
 * The file of a published pack, as it is written, with its texts in other languages; `undefined` for any other name. A plan
 * needs one pack and those that it extends, so each is read when it is first asked for.
 */
export const publishedFile = (ref: string): PackFile | undefined =>
  PUBLISHED.includes(ref) || ref === CANARY_REF ? remembered(packs, ref, readPack) : undefined;

/** A published calendar of holidays; `undefined` when there is none of this id. */
export const publishedCalendar = (id: string): HolidayCalendar | undefined =>
  CALENDARS.includes(id)
    ? remembered(calendars, id, () => read<HolidayCalendar>(`calendars/${id}.json`))
    : undefined;

const packs = new Map<string, PackFile>();
const calendars = new Map<string, HolidayCalendar>();

function readPack(ref: string): PackFile {
  const path = ref.replace('@', '/');
  if (ref === CANARY_REF) return read<PackFile>(`${path}.json`);
  return { ...read<PackFile>(`${path}.json`), translations: { es: read<PackTexts>(`${path}.es.json`) } };
}

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as T;

function remembered<T>(known: Map<string, T>, name: string, make: (name: string) => T): T {
  const found = known.get(name) ?? make(name);
  known.set(name, found);
  return found;
}

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { faultsOfPack } from '../adapters/inspect-pack.ts';
import type { PackFile } from '../adapters/resolve-pack.ts';

/** The organisation's rule packs as a configuration file names them. */
export interface OwnPacks {
  packs: PackFile[];
  /** Every id a file carries, sound or not. */
  ids: string[];
  /** `path` is the setting and the place in the file, such as `packs.0 /decision/due`. */
  faults: { path: string; given: string; expected: string; example: string }[];
}

const SEE = 'docs/how-to/write-a-pack.md; npm run packs -- check FILE.json lists the same';

/** Reads and checks the pack files named in a configuration; anything else than a list of names is left to its schema. */
export function readOwnPacks(configFile: string, given: unknown): OwnPacks {
  const names = Array.isArray(given) ? given.filter((name) => typeof name === 'string') : [];
  const files = names.map((name, index) => read(resolve(dirname(configFile), name), name, index));
  const contents = files.flatMap((file) => ('content' in file ? [file.content] : []));
  const faults = files.flatMap((file) => {
    if ('fault' in file) return [file.fault];
    const others = contents.filter((content) => content !== file.content);
    return faultsOfPack(file.content, others).map(({ pointer, wrong, allowed, rule }) => ({
      path: `packs.${file.index}${pointer && ` ${pointer}`}`,
      given: `in ${file.name}: ${wrong}${rule ? ` (rule ${rule})` : ''}`,
      expected: allowed,
      example: SEE,
    }));
  });
  const ids = contents.flatMap((content) => {
    const id = (content as Partial<PackFile> | null)?.id;
    return typeof id === 'string' ? [id] : [];
  });
  return { packs: faults.length > 0 ? [] : (contents as PackFile[]), ids, faults };
}

function read(path: string, name: string, index: number) {
  const fault = (given: string) => ({
    fault: { path: `packs.${index}`, given, expected: 'a file with one rule pack, as JSON', example: SEE },
  });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return fault(`${name}: no file of this name that can be read`);
  }
  try {
    return { name, index, content: JSON.parse(text) as unknown };
  } catch (error) {
    return fault(`${name}: text that is not JSON (${(error as Error).message})`);
  }
}

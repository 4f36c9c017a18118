import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { projectRoot } from './paths.ts';

/** Ids of the rule packs that are there: directories of packs/ whose files carry the directory's name as id. */
export const packIds = (root = join(projectRoot, 'packs')): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && versionsOf(join(root, entry.name), entry.name).length > 0)
    .map((entry) => entry.name)
    .sort();

const versionsOf = (directory: string, id: string): string[] =>
  readdirSync(directory).filter(
    (file) => file.endsWith('.json') && JSON.parse(readFileSync(join(directory, file), 'utf8')).id === id,
  );

/** The numbers CloudWatch Logs takes. */
export const retentionChoices = Object.values(RetentionDays)
  .filter((days): days is RetentionDays => typeof days === 'number' && days !== RetentionDays.INFINITE)
  .sort((a, b) => a - b);

/** A zone of the tz database by its exact name. `Intl` alone would also take offsets, abbreviations and any letter case. */
export const isZone = (name: string): boolean => {
  if (name !== 'UTC' && !/^[A-Z][A-Za-z_]+(\/[A-Z][\w+-]+)+$/.test(name)) return false;
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return known === name || known.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
};

/** An origin people can open: https, or http on this machine. */
export const isBaseUrl = (text: string): boolean => {
  const url = URL.parse(text);
  if (!url || (text !== url.origin && text !== `${url.origin}/`)) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost');
};

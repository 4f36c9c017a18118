import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { publishedFiles } from '../adapters/packs.ts';

/** Ids of the rule packs that come with the product. */
export const publishedPackIds = (): string[] => [...new Set(publishedFiles().map((pack) => pack.id))].sort();

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

/** An issuer as OpenID Connect names it: https, without query or fragment. */
export const isIssuer = (text: string): boolean => {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.search === '' && url.hash === '';
};

/** From when to when nobody is written to, each as `HH:MM`. */
export interface QuietHours {
  from: string;
  to: string;
}

const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Two different times of a day, and nothing beside them. */
export const isQuietHours = (given: unknown): given is QuietHours => {
  if (typeof given !== 'object' || given === null) return false;
  const { from, to, ...more } = given as Record<string, unknown>;
  const areTimes = [from, to].every((time) => typeof time === 'string' && CLOCK_TIME.test(time));
  return areTimes && from !== to && Object.keys(more).length === 0;
};

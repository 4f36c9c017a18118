import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { RegionInfo } from 'aws-cdk-lib/region-info';
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

/** A region that everything can be deployed to. */
export const isRegion = (name: string): boolean => regions.has(name);

/** What to write instead of a region that will not do: why not, or the one it was probably meant to be. */
export const insteadOfRegion = (name: string): string => {
  if (REGIONS_WITHOUT_MAIL.includes(name))
    return `another region: ${name} has no Amazon SES, which sends the e-mails`;
  const { partition } = RegionInfo.regions.find((region) => region.name === name) ?? {};
  if (partition !== undefined && partition !== 'aws')
    return `a region of the commercial partition (aws): ${name} is in ${partition}, which has no CloudFront that is managed from us-east-1`;
  const wanted = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const [nearest] = [...regions].sort(
    (a, b) => distance(wanted, a.replaceAll('-', '')) - distance(wanted, b.replaceAll('-', '')),
  );
  return `the name of an AWS region; perhaps ${nearest}`;
};

/**
 * Regions of the partition without Amazon SES, the only service that is not everywhere (service endpoints, SDK of May 2026).
 * A region that gets it later is taken out here.
 */
export const REGIONS_WITHOUT_MAIL = [
  ...['ap-east-1', 'ap-east-2', 'ap-southeast-4', 'ap-southeast-6', 'ap-southeast-7'],
  ...['eu-south-2', 'me-west-1', 'mx-central-1'],
];

const regions = new Set(
  RegionInfo.regions
    .filter(({ name, partition }) => partition === 'aws' && !REGIONS_WITHOUT_MAIL.includes(name))
    .map(({ name }) => name),
);

/** How many letters have to be put in, taken out or changed to make one word of the other (Levenshtein). */
const distance = (one: string, other: string): number => {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const letter of one) {
    const row = [(above[0] ?? 0) + 1];
    for (const [at, wanted] of [...other].entries())
      row.push(
        Math.min(
          (row[at] ?? 0) + 1,
          (above[at + 1] ?? 0) + 1,
          (above[at] ?? 0) + (letter === wanted ? 0 : 1),
        ),
      );
    above = row;
  }
  return above[other.length] ?? 0;
};

const LABEL = '(?!-)[a-z0-9-]{1,63}(?<!-)';

/** The name of a host of one's own: two labels at least, in lowercase, and no address. */
export const isHost = (name: string): boolean =>
  name.length <= 253 && new RegExp(`^(${LABEL}\\.)+(?=.*[a-z])${LABEL}$`).test(name);

/** A domain that mail goes to; a single label stands for all below it. */
export const isMailDomain = (name: string): boolean => isHost(`x.${name}`);

/** Whether a host or a domain is the domain or below it. */
export const isWithin = (name: string, domain: string): boolean =>
  name === domain || name.endsWith(`.${domain}`);

/** Tags as AWS takes them, none of which is one of our own. */
export const isTags = (tags: Record<string, string>): boolean =>
  Object.keys(tags).length <= 40 &&
  Object.entries(tags).every(
    ([name, value]) =>
      /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+@-]{1,128}$/iu.test(name) &&
      /^[\p{L}\p{Z}\p{N}_.:/=+@-]{0,256}$/u.test(value) &&
      !['application', 'stage'].includes(name.toLowerCase()),
  );

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

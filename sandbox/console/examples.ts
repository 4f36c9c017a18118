import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { longDay } from './words.ts';

/** A plan file that can be started from the console. */
export interface Example {
  file: string;
  title: string;
  about: string;
  /** Where the clock stands when the example begins. */
  clock?: string;
  plan: { startDate?: string; timeZone?: string; [field: string]: unknown };
  /** Whether the employee gets the draft before the launch, as some rules want it. */
  sharesDraft: boolean;
}

const read = async (folder: string, file: string): Promise<Example[]> => {
  try {
    const {
      title = file,
      about = '',
      clock,
      plan,
      acts = [],
    } = JSON.parse(await readFile(join(folder, file), 'utf8'));
    const sharesDraft = acts.some(({ hr }: { hr?: string }) => hr === 'share');
    return typeof plan === 'object' && plan !== null
      ? [{ file, title, about, clock, plan, sharesDraft }]
      : [];
  } catch {
    return [];
  }
};

/** The JSON files in `folder` that hold a `plan`, by title; none when there is no such folder. */
export const listExamples = async (folder: string | undefined): Promise<Example[]> => {
  if (!folder) return [];
  const files = await readdir(folder).catch(() => []);
  const wanted = files.filter((file) => file.endsWith('.json')).sort();
  const examples = (await Promise.all(wanted.map((file) => read(folder, file)))).flat();
  return examples.sort((a, b) => a.title.localeCompare(b.title, 'en'));
};

/** Why an example cannot be started any more, and what to do. */
export interface TooLate {
  why: string;
  /** Where the clock of the sandbox would have to begin for it. */
  from: string;
}

/** The day of a moment in a zone, as `2027-01-04`; before all days when there is no such zone, which the app then says. */
const dayIn = (time: number, timeZone: string): string => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  } catch {
    return '';
  }
};

/** A plan is launched on its start date or before it: later, nothing of the example could happen. */
export const tooLate = ({ plan, clock }: Example, now: number, began: number): TooLate | undefined => {
  const { startDate, timeZone = 'UTC' } = plan;
  if (!startDate || dayIn(now, timeZone) <= startDate) return undefined;
  const from = clock ?? `${startDate}T00:00:00Z`;
  const past = `It starts on ${longDay(startDate)}, which is past on this clock.`;
  if (dayIn(began, timeZone) <= startDate) return { why: `${past} Empty the sandbox to begin again.`, from };
  return { why: `${past} Start the sandbox with an earlier clock: npm start -- --start ${from}`, from };
};

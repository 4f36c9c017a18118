import { EXIT } from '../common/exit.ts';
import { functionNamed, functionsOf, type Line, linesOf } from '../common/functions.ts';
import type { Office } from './office.ts';

export interface LogOptions {
  /** Leaves out whatever is no error, and counts the errors by their names. */
  onlyErrors?: true;
  error?: string;
  /** Milliseconds. */
  since: number;
  most: number;
}

interface Told extends Line {
  door: string;
}

/** Ours say so in JSON; what Lambda itself says of a function that broke down is plain text. */
const ERRORS = '?ERROR ?"Task timed out"';

interface Said {
  level?: unknown;
  error?: unknown;
  errorType?: unknown;
  code?: unknown;
}

const saidIn = (text: string): Said | undefined => {
  try {
    return JSON.parse(text.slice(Math.max(0, text.indexOf('{')))) as Said;
  } catch {
    return undefined;
  }
};

const isError = ({ text }: Line): boolean => {
  const { level } = saidIn(text) ?? {};
  return level === undefined || level === 'ERROR' || level === 'CRITICAL';
};

/** What an error is called; its words stay where they are. */
const nameOf = ({ text }: Line): string => {
  if (text.includes('Task timed out')) return 'Timeout';
  const { error, errorType, code } = saidIn(text) ?? {};
  const names = [error ?? errorType, code].filter((name) => typeof name === 'string');
  return names.join(' ') || 'an error without a name';
};

function sayCounts({ print }: Office, lines: readonly Told[]): void {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const what = `${nameOf(line)} in ${line.door}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  print.say('');
  for (const [what, count] of [...counts].sort(([, a], [, b]) => b - a)) print.say(`${count} × ${what}`);
}

/** What functions wrote, in the order they wrote it: lines without anybody's name, address or words. */
export async function logs(office: Office, wanted: string | undefined, options: LogOptions): Promise<number> {
  const { aws, deployment, print } = office;
  const { error, since, most, onlyErrors } = options;
  const doors =
    wanted === undefined
      ? await functionsOf(deployment)
      : [{ door: wanted, name: await functionNamed(deployment, wanted) }];
  const from = Date.parse(await office.now()) - since;
  const named = error === undefined ? undefined : `"${error.replaceAll('"', '')}"`;
  const pattern = [onlyErrors ? ERRORS : named].filter((part) => part !== undefined).join(' ');
  const found = await Promise.all(
    doors.map(async ({ door, name }) => {
      const { lines, isMore } = await linesOf(aws, name, { since: from, most, ...(pattern && { pattern }) });
      const meant = lines.filter(
        (line) => !onlyErrors || (isError(line) && (error === undefined || line.text.includes(error))),
      );
      return { lines: meant.map((line): Told => ({ ...line, door })), isMore };
    }),
  );
  const all = found.flatMap(({ lines }) => lines).sort((a, b) => a.at - b.at);
  const lines = all.slice(0, most);
  for (const { at, door, text } of lines)
    print.say(`${new Date(at).toISOString()}  ${wanted === undefined ? `${door}  ` : ''}${text}`);
  if (lines.length === 0) print.say(nothing(options, wanted));
  else if (onlyErrors) sayCounts(office, lines);
  if (all.length > most || found.some(({ isMore }) => isMore))
    print.complain(`There is more: these are the first ${most}. Use --since or --limit.`);
  return onlyErrors && lines.length > 0 ? EXIT.found : EXIT.fine;
}

const nothing = ({ error, onlyErrors }: LogOptions, wanted: string | undefined): string => {
  if (error !== undefined) return `No line names ${error}.`;
  const who = wanted === undefined ? 'No function' : 'It';
  if (onlyErrors) return `${who} told of ${wanted === undefined ? 'an' : 'no'} error in that time.`;
  return `${who} wrote ${wanted === undefined ? 'anything' : 'nothing'}.`;
};

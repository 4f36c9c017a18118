import { EXIT } from '../common/exit.ts';
import { functionNamed, linesOf } from '../common/functions.ts';
import type { Office } from './office.ts';

export interface LogOptions {
  error?: string;
  /** Milliseconds. */
  since: number;
  most: number;
}

/** What a function wrote: lines of JSON without anybody's name, address or words. */
export async function logs(
  office: Office,
  door: string,
  { error, since, most }: LogOptions,
): Promise<number> {
  const { aws, deployment, print } = office;
  const name = await functionNamed(deployment, door);
  const now = Date.parse(await office.now());
  const { lines, isMore } = await linesOf(aws, name, {
    since: now - since,
    most,
    ...(error !== undefined && { pattern: `"${error.replaceAll('"', '')}"` }),
  });
  for (const { at, text } of lines) print.say(`${new Date(at).toISOString()}  ${text}`);
  if (lines.length === 0) print.say(error ? `No line names ${error}.` : 'It wrote nothing.');
  if (isMore) print.complain(`There is more: these are the first ${most}. Use --since or --limit.`);
  return EXIT.fine;
}

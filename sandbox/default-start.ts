import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The earliest moment at which one of the stories in `folder` begins, so that each of their plans can still be
 * launched; undefined when there is no story.
 */
export async function defaultStart(folder: string): Promise<string | undefined> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const clocks = await Promise.all(names.map((name) => clockIn(join(folder, name))));
  return clocks.filter((clock) => clock !== undefined).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}

async function clockIn(file: string): Promise<string | undefined> {
  try {
    const { clock } = JSON.parse(await readFile(file, 'utf8')) as { clock?: unknown };
    return typeof clock === 'string' && !Number.isNaN(Date.parse(clock)) ? clock : undefined;
  } catch {
    // A file somebody is still writing is no reason not to start.
    return undefined;
  }
}

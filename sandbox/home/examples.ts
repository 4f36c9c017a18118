import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A plan file that can be started from the home page. */
export interface Example {
  file: string;
  title: string;
  about: string;
  /** Where the clock stands when the example begins. */
  clock?: string;
  plan: Record<string, unknown>;
}

const read = async (folder: string, file: string): Promise<Example[]> => {
  try {
    const { title = file, about = '', clock, plan } = JSON.parse(await readFile(join(folder, file), 'utf8'));
    return typeof plan === 'object' && plan !== null ? [{ file, title, about, clock, plan }] : [];
  } catch {
    return [];
  }
};

/** The JSON files in `folder` that hold a `plan`, by name; none when there is no such folder. */
export const listExamples = async (folder: string | undefined): Promise<Example[]> => {
  if (!folder) return [];
  const files = await readdir(folder).catch(() => []);
  const wanted = files.filter((file) => file.endsWith('.json')).sort();
  return (await Promise.all(wanted.map((file) => read(folder, file)))).flat();
};

import { rm, stat, writeFile } from 'node:fs/promises';

/** Far longer than a synth takes on a busy machine. */
const LONGEST_SYNTH_MS = 120_000;

/**
 * Says to others that a synth is under way here, so that they wait for it instead of doing the same work. Only a hint:
 * whoever waited for `patienceMs`, or finds one older than that, goes on as if there were none.
 */
export class SynthHint {
  readonly #file: string;
  readonly #patienceMs: number;

  constructor(file: string, patienceMs = LONGEST_SYNTH_MS) {
    this.#file = file;
    this.#patienceMs = patienceMs;
  }

  /** True when nobody else has said so, or said so too long ago to be believed. */
  async take(waitedMs: number): Promise<boolean> {
    try {
      await writeFile(this.#file, `${process.pid}`, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const age = await this.#age();
    return waitedMs >= this.#patienceMs || (age !== undefined && age >= this.#patienceMs);
  }

  async drop(): Promise<void> {
    await rm(this.#file, { force: true });
  }

  async #age(): Promise<number | undefined> {
    try {
      return Date.now() - (await stat(this.#file)).mtimeMs;
    } catch {
      return undefined;
    }
  }
}

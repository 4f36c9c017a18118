import { Cannot } from '../common/exit.ts';
import { NotSo } from './pages.ts';
import { NotAnswered } from './site.ts';

/** Goes from step to step and says of each how it went. */
export interface Walk {
  /** What it answers is said when it is text. False when it failed: what depends on it is left out then. */
  step(what: string, take: () => Promise<unknown>): Promise<boolean>;
  /** How many failed. */
  failed(): number;
}

const isExpected = (error: unknown): error is Error =>
  error instanceof NotSo || error instanceof NotAnswered || error instanceof Cannot;

/** @param clock milliseconds; for tests */
export function createWalk(say: (line: string) => void, clock: () => number = () => performance.now()): Walk {
  let failures = 0;
  const seconds = (since: number) => `${((clock() - since) / 1000).toFixed(1)} s`;
  return {
    async step(what, take) {
      const started = clock();
      try {
        const more = await take();
        say(`✓ ${what}${typeof more === 'string' ? `: ${more}` : ''} (${seconds(started)})`);
        return true;
      } catch (error) {
        if (!isExpected(error)) throw error;
        failures += 1;
        say(`✗ ${what}: ${error.message} (${seconds(started)})`);
        return false;
      }
    },
    failed: () => failures,
  };
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Mailer } from '../../adapters/mailer.ts';

/**
 * Milliseconds from one mail of a worker to its next. A table that is paid by the request begins with four partitions, so
 * the stream has four shards; each is worked off by one worker, one mail after the other. Together that is 13 mails a
 * second: one less than SES takes from an account outside its sandbox to begin with. Where it takes fewer, and when the
 * table has grown, SES refuses what is too much, and that waits (try-again.ts).
 */
export const APART = 300;

/** The same mailer, its calls one after the other and no two begun closer together than that. */
export function paced(mailer: Mailer, apart = APART, { now, wait } = REAL): Mailer {
  let next = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    send: (mail) => {
      const turn = last.then(async () => {
        if (next > now()) await wait(next - now());
        next = now() + apart;
        return mailer.send(mail);
      });
      // The mailer answers whatever happens; should it throw after all, whoever is next is not held up by it.
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

const REAL = {
  now: () => performance.now(),
  wait: (milliseconds: number): Promise<void> => sleep(milliseconds),
};

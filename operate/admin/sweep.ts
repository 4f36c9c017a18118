import { EXIT } from '../common/exit.ts';
import { invoke } from './invoke.ts';
import type { Office } from './office.ts';

/** One round of the sweeper, now. */
export async function sweep(office: Office): Promise<number> {
  const { payload, error } = await invoke(office, 'sweeper', {});
  if (error !== undefined) {
    office.print.say(
      `The round could not finish everything (${error}): npm run admin -- logs sweeper --stage ${office.stage}`,
    );
    return EXIT.found;
  }
  office.print.say(`Swept: ${sayCounts(payload)}`);
  return EXIT.fine;
}

const sayCounts = (payload: unknown): string => {
  const counts = Object.entries((payload ?? {}) as Record<string, unknown>).filter(
    ([, count]) => typeof count === 'number',
  );
  return counts.length > 0 ? counts.map(([name, count]) => `${name} ${count}`).join(', ') : 'done.';
};

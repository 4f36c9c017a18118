import { CANARY_PACK } from '../../domain/canary.ts';
import { Cannot } from '../common/exit.ts';
import { NotSo } from './pages.ts';
import { call, NotAnswered, pass, type Site } from './site.ts';

const REASON = 'Canary: a test of the deployment, over.';
const EVERY_SECONDS = 10;
/** As long as a deployment may take the API away, and a lost network is come back. */
const LONGEST_SECONDS = 300;

interface Known {
  status: string;
  /** `id@version` */
  pack: string;
}

const look = (site: Site, planId: string) => call<Known>(site, 'GET', `/api/plans/${planId}`);

async function tried(site: Site, planId: string): Promise<void> {
  // The answer to an earlier try may have been lost on its way.
  if ((await look(site, planId)).status === 'withdrawn') return;
  await call(site, 'POST', `/api/plans/${planId}/commands`, { type: 'withdraw', reason: REASON });
  const { status } = await look(site, planId);
  if (status !== 'withdrawn') throw new NotSo(`the plan is ${status}`);
}

const isPassing = (error: unknown): error is Error =>
  error instanceof NotSo || error instanceof NotAnswered || error instanceof Cannot;

/** Withdraws a canary, again and again for five minutes. @throws NotSo with what to type then */
export async function withdrawn(site: Site, planId: string): Promise<void> {
  for (let waited = 0; ; waited += EVERY_SECONDS) {
    try {
      return await tried(site, planId);
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (waited >= LONGEST_SECONDS)
        throw new NotSo(
          `${error.message}. ${planId} still flies: npm run smoke -- --withdraw ${planId}, with the same other words`,
        );
      await pause(site);
    }
  }
}

/** The clock of a sandbox that does not answer cannot be moved. */
const pause = (site: Site): Promise<void> =>
  pass(site, EVERY_SECONDS).catch((error) => {
    if (!isPassing(error)) throw error;
  });

/** Withdraws a canary that was left. @throws Cannot for a plan about people */
export async function withdrawLeft(site: Site, planId: string): Promise<void> {
  const { pack } = await look(site, planId);
  if (!pack.startsWith(`${CANARY_PACK}@`))
    throw new Cannot(`${planId} is no canary.`, 'Plans about people are withdrawn on the admin site, by HR.');
  await withdrawn(site, planId);
}

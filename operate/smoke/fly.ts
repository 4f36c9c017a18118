import { randomBytes } from 'node:crypto';
import { canaryDraft } from './canary.ts';
import { expectSo, hostsApart, NotSo, signInFirst, tokenFirst, unknownLink } from './pages.ts';
import { call, pass, type Site, timeAt, visit } from './site.ts';
import type { Walk } from './walk.ts';

interface Happened {
  seq: number;
  type: string;
  at: string;
  actor: { kind: string };
  participant?: string;
}

const WITHDRAWN = 'Canary: a test of the deployment, over.';
const STEP_SECONDS = 5;

/** Waits until it is so, looking every few seconds. @throws NotSo when patience ends */
async function until(
  site: Site,
  patience: number,
  what: string,
  isSo: () => Promise<boolean>,
): Promise<void> {
  for (let waited = 0; !(await isSo()); waited += STEP_SECONDS) {
    if (waited >= patience)
      throw new NotSo(`${what} did not happen within ${Math.round(patience / 60)} minutes`);
    await pass(site, STEP_SECONDS);
  }
}

/**
 * One canary from draft to withdrawal, by the public addresses alone. Whatever fails on the way, it is withdrawn.
 *
 * @param patience seconds to wait for one thing
 */
export async function fly(site: Site, walk: Walk, patience: number): Promise<void> {
  const label = randomBytes(4).toString('hex');
  let planId: string | undefined;
  const command = (body: Record<string, unknown>) =>
    call(site, 'POST', `/api/plans/${planId}/commands`, body);
  const events = async () =>
    (await call<{ events: Happened[] }>(site, 'GET', `/api/plans/${planId}/events`)).events;
  const seen =
    (type: string, that: (event: Happened) => boolean = () => true) =>
    async () =>
      (await events()).some((event) => event.type === type && that(event));
  const mailed = async (to: string) =>
    (await call<{ mails: { to: string }[] }>(site, 'GET', `/api/plans/${planId}/record`)).mails.some(
      (mail) => mail.to === to,
    );

  await walk.step('a link nobody was sent opens nothing', () => unknownLink(site));
  await walk.step('the admin site asks who you are', () => signInFirst(site));
  await walk.step('the API asks for a token', () => tokenFirst(site));
  await walk.step('each host answers for its own alone', () => hostsApart(site));
  const isDrafted = await walk.step('a canary is drafted', async () => {
    const draft = canaryDraft(label, await timeAt(site));
    planId = (await call<{ planId: string }>(site, 'POST', '/api/plans', draft)).planId;
    return `${planId}, ${draft.title}`;
  });
  if (!isDrafted) return;

  const isUp = await walk.step('it is approved and launched', async () => {
    await command({ type: 'approve' });
    await command({ type: 'launch' });
  });
  if (isUp) {
    const isDriven = await walk.step('the workflow asks for signatures', () =>
      until(site, patience, 'the first question', seen('RequestOpened')),
    );
    if (isDriven) {
      await walk.step('the mail to a good address left', () =>
        until(site, patience, 'the mail', () => mailed('lead')),
      );
      await walk.step('the mail to a bad address came back, and is on record as not arrived', () =>
        until(
          site,
          patience,
          'the bounce',
          seen('AddressSuspended', ({ participant }) => participant === 'supervisor'),
        ),
      );
      await walk.step('a timed wait ended by itself: there was a reminder', () =>
        until(site, patience, 'the reminder', seen('Reminded')),
      );
    }
  }

  await walk.step('it is withdrawn, with a reason', async () => {
    await command({ type: 'withdraw', reason: WITHDRAWN });
    const { status } = await call<{ status: string }>(site, 'GET', `/api/plans/${planId}`);
    expectSo(status === 'withdrawn', `the plan is ${status}`);
  });

  await walk.step('reading changes nothing', async () => {
    // What SES still tells is recorded meanwhile, by the system.
    const byPeople = async () => (await events()).filter(({ actor }) => actor.kind !== 'system').length;
    const before = await byPeople();
    for (const path of ['', '/timeline', '/events', '/record'])
      await call(site, 'GET', `/api/plans/${planId}${path}`);
    await visit(`${site.participants}/l/none`, { method: 'HEAD' });
    const more = (await byPeople()) - before;
    expectSo(more === 0, `${more} events were recorded by reading`);
  });
}

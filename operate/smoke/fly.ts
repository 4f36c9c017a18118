import { randomBytes } from 'node:crypto';
import { canaryDraft } from './canary.ts';
import { expectSo, hostsApart, NotSo, signInFirst, tokenFirst, unknownLink } from './pages.ts';
import { call, pass, type Site, timeAt, visit } from './site.ts';
import type { Walk } from './walk.ts';
import { withdrawn } from './withdraw.ts';

interface Happened {
  seq: number;
  type: string;
  at: string;
  actor: { kind: string };
  participant?: string;
}

const STEP_SECONDS = 5;

/** Waits until it is so, looking every few seconds. @throws NotSo when patience ends */
async function until(
  site: Site,
  patience: number,
  what: string,
  isSo: () => Promise<boolean>,
  stop: AbortSignal,
): Promise<void> {
  for (let waited = 0; !(await isSo()); waited += STEP_SECONDS) {
    if (stop.aborted) throw new NotSo('it was stopped');
    if (waited >= patience)
      throw new NotSo(`${what} did not happen within ${Math.round(patience / 60)} minutes`);
    await pass(site, STEP_SECONDS, stop);
  }
}

export interface Flight {
  /** Seconds to wait for one thing. */
  patience: number;
  /** Cuts it short: what is left is the withdrawal. */
  stop: AbortSignal;
}

/**
 * One canary from draft to withdrawal, by the public addresses alone. Whatever fails on the way, and whenever it is
 * stopped, it is withdrawn.
 */
export async function fly(site: Site, walk: Walk, { patience, stop }: Flight): Promise<void> {
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

  const wait = (what: string, isSo: () => Promise<boolean>) => until(site, patience, what, isSo, stop);
  try {
    const isUp = await walk.step('it is approved and launched', async () => {
      await command({ type: 'approve' });
      await command({ type: 'launch' });
    });
    const isDriven =
      isUp &&
      (await walk.step('the workflow asks for signatures', () =>
        wait('the first question', seen('RequestOpened')),
      ));
    if (isDriven) {
      await walk.step('the mail to a good address left', () => wait('the mail', () => mailed('lead')));
      const ofSupervisor = ({ participant }: Happened) => participant === 'supervisor';
      await walk.step('the mail to a bad address came back, and is on record as not arrived', () =>
        wait('the bounce', seen('AddressSuspended', ofSupervisor)),
      );
      await walk.step('a timed wait ended by itself: there was a reminder', () =>
        wait('the reminder', seen('Reminded')),
      );
    }
  } finally {
    const id = planId ?? '';
    await walk.step('it is withdrawn, with a reason', () => withdrawn(site, id));
  }

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

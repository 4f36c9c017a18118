import { newLinkId, newPlanId } from '../../adapters/ids.ts';
import { createLinks } from '../../adapters/links.ts';
import type { Mail, SendResult } from '../../adapters/mailer.ts';
import { createMemoryRows } from '../../adapters/memory-rows.ts';
import { createMemoryStore } from '../../adapters/memory-store.ts';
import { ruleLibrary } from '../../adapters/packs.ts';
import { createSavedViews } from '../../adapters/saved-views.ts';
import { createSendingPause } from '../../adapters/sending-pause.ts';
import { createSessions } from '../../adapters/sessions.ts';
import { createWorkspace } from '../../adapters/workspace.ts';
import type { Instant } from '../../domain/index.ts';
import type { AdminPorts } from '../../functions/admin/ports.ts';
import type { EffectsPorts } from '../../functions/effects/ports.ts';
import type { MailerPorts } from '../../functions/mailer/ports.ts';
import type { ApiPorts, WebPorts } from '../../functions/ports.ts';
import type { SweepPorts } from '../../functions/sweeper/ports.ts';
import { inlineJobs } from '../support/inline-bulk.ts';

/** What left for the world, in order. */
export type Sent =
  | { to: 'ses'; mail: Mail }
  | { to: 'workflows'; call: 'start' | 'stop' | 'answer'; with: unknown[] }
  | { to: 'events'; detailType: string; detail: unknown; at: Instant };

const SESSION_KEYS = { current: 's1', keys: { s1: 'another key of more than thirty-two characters' } };

/**
 * The real store, rules, links and ids, on rows in memory and a clock the test sets. Only AWS's own ends are stood in
 * for, by lists of what was sent to them.
 */
export function worldAt(start: Instant, baseUrl = 'https://pip.example.org') {
  const rows = createMemoryRows();
  const sent: Sent[] = [];
  const world = {
    now: start,
    rows,
    sent,
    /** What SES answers next; sent when there is nothing in it. */
    ses: [] as SendResult[],
    /** Thrown by the next call to workflows or events. */
    breaks: [] as Error[],
    /** What starting an execution answers next; that it was started when there is nothing in it. */
    spent: [] as 'spent'[],
    /** How many runs after one whose name is spent have had their names before. */
    taken: 0,
    /** Whether waiting tasks are still there to be answered. */
    tokensLive: true,
    mails: () => sent.flatMap((one) => (one.to === 'ses' ? [one.mail] : [])),
  };
  const call = <T>(name: 'start' | 'stop' | 'answer', args: unknown[], answer: T): T => {
    const broken = world.breaks.shift();
    if (broken) throw broken;
    sent.push({ to: 'workflows', call: name, with: args });
    return answer;
  };
  const ports: WebPorts & ApiPorts & AdminPorts & EffectsPorts & MailerPorts & SweepPorts = {
    store: createMemoryStore(rows),
    library: ruleLibrary(),
    now: () => world.now,
    ids: { plan: newPlanId, link: newLinkId },
    links: createLinks({
      secret: async () => ({ current: 'k1', keys: { k1: 'a key of more than thirty-two characters' } }),
      baseUrl,
    }),
    settings: {
      organisation: 'Example Agency',
      contactEmail: 'hr@agency.example',
      baseUrl,
      language: 'en',
      defaults: { pack: 'general', timeZone: 'America/New_York' },
    },
    groups: {
      claim: 'cognito:groups',
      groups: {
        hr: 'hr',
        manager: 'manager',
        auditor: 'auditor',
        operator: 'operator',
        recorder: 'recorder',
      },
    },
    sessions: createSessions({ secret: async () => SESSION_KEYS }),
    signIn: {
      start: async () => {
        throw new Error('Nobody signs in here: see test/support/signed-in-as.ts.');
      },
      finish: async () => ({}),
      signOutUrl: async () => undefined,
    },
    workspace: createWorkspace(rows),
    views: createSavedViews(rows),
    jobs: inlineJobs(rows, () => ports),
    quietHours: { from: '20:00', to: '07:00' },
    pause: createSendingPause(rows),
    // Every wait is as long as it may be.
    random: () => 1,
    sending: async () => ({ quotaPercent: 0, sendingPaused: 0 }),
    mailer: {
      send: async (mail) => {
        sent.push({ to: 'ses', mail });
        return world.ses.shift() ?? { outcome: 'sent', messageId: `message-${sent.length}` };
      },
    },
    workflows: {
      start: async (planId, run) => call('start', [planId, run], world.spent.shift() ?? ('started' as const)),
      unusedRun: async (_, from) => from + world.taken,
      stop: async (...args) => call('stop', args, 'stopped' as const),
      answer: async (...args) => call('answer', args, world.tokensLive ? ('answered' as const) : 'gone'),
    },
    events: {
      publish: async (detailType, detail, at) => {
        const broken = world.breaks.shift();
        if (broken) throw broken;
        sent.push({ to: 'events', detailType, detail, at });
      },
    },
  };
  return Object.assign(world, { ports });
}

export type World = ReturnType<typeof worldAt>;

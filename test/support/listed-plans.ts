import { createHash } from 'node:crypto';
import { planDue } from '../../adapters/keys.ts';
import type { Row } from '../../adapters/rows.ts';
import { type Card, foldedWords, LISTS, type PlanStatus } from '../../domain/index.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const FIRST_NAMES = ['Jordan', 'Alex', 'Noor', 'Mika', 'Zoë', 'Priya', 'Sam', 'Łukasz'];
const LAST_NAMES = ['Reyes', 'Whitfield', 'Ellis', 'Okafor', 'Nguyễn', 'Berg', 'Castillo', 'Moreau', 'Haas'];

/** The id of the n-th plan; they differ from their first letters on, as real ones do. */
export function planIdAt(n: number): string {
  const bytes = createHash('sha256').update(String(n)).digest();
  return `pln${[...bytes.subarray(0, 20)].map((byte) => LETTERS[byte % 32]).join('')}`;
}

/** What differs from plan to plan. */
export interface Made {
  status?: PlanStatus;
  title?: string;
  supervisor?: string;
  waiting?: Card['waiting'];
  decisionDueAt?: string;
  bounced?: boolean;
}

/**
 * The rows by which a plan is listed and found, without a record behind them: for tests and benches of lists that are
 * longer than lives can be lived in their time. The n-th plan was drafted n minutes after the first.
 */
export function listedPlan(n: number, made: Made = {}): Row[] {
  const planId = planIdAt(n);
  const createdAt = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString().replace('.000Z', 'Z');
  const name = `${FIRST_NAMES[n % 8]} ${LAST_NAMES[n % 9]} ${n}`;
  const supervisor = made.supervisor ?? `manager-${n % 400}@agency.example`;
  const title = made.title ?? 'Permit reviews: accuracy and timeliness';
  const participants = [
    { id: 'employee', role: 'employee', name, email: `person-${n}@agency.example` },
    { id: 'supervisor', role: 'supervisor', name: 'Dana Whitfield', email: supervisor },
    { id: 'reviewer', role: 'reviewer', name: 'Morgan Ellis', email: `reviewer-${n % 60}@agency.example` },
    { id: 'hr', role: 'hr', name: 'Priya Raman', email: `hr-${n % 5}@agency.example` },
  ];
  const { status = 'closed', waiting = [], decisionDueAt = null, bounced = false } = made;
  const words = foldedWords(`${planId} ${name} Dana Whitfield ${title}`).slice(0, 14);
  const managed = { by: ['supervisor', 'reviewer'], until: null };
  const card: Card = { status, words, about: 'employee', waiting, decisionDueAt, bounced, managed };
  const pk = `PLAN#${planId}`;
  const newest = `${createdAt}#${planId}`;
  const row = (facet: string, listPk: string, listSk: string, more: object): Row => {
    return { pk, sk: `LISTED#${facet}`, listPk, listSk, planId, card, ...more };
  };
  const slow = { card: { status, words } };
  const first = waiting[0];
  return [
    {
      pk,
      sk: 'PLAN',
      listPk: 'PLANS',
      listSk: newest,
      ...planDue(status, planId, first?.dueAt ?? null),
      ...{ planId, title, status, outcome: null, run: 1, version: 9, nextDueAt: first?.dueAt ?? null },
      ...{ startDate: '2026-12-07', endDate: '2027-02-04', timeZone: 'America/New_York' },
      ...{ pack: 'us-dc-6b1410@2024-12', createdAt, updatedAt: createdAt, participants },
      openRequests: waiting.map((one) => {
        return { id: one.requestId, kind: one.kind, dueAt: one.dueAt, waitingFor: one.for };
      }),
      card,
    },
    row('status', LISTS.status(status), newest, {}),
    ...(first ? [row('waiting', LISTS.waiting, `${first.dueAt}#${planId}`, {})] : []),
    ...(decisionDueAt ? [row('decision', LISTS.decision, `${decisionDueAt}#${planId}`, {})] : []),
    ...(bounced ? [row('bounced', LISTS.bounced, newest, {})] : []),
    ...participants.map(({ id, role, email }, at) => {
      const own = waiting.find((one) => one.for.includes(id));
      const waited = own && { waited: { since: own.since, dueAt: own.dueAt } };
      const manages = managed.by.includes(role) && { manages: { until: managed.until } };
      return row(`person-${at}`, LISTS.person(email), newest, { ...slow, ...manages, ...waited });
    }),
    ...words.map((word, at) => row(`word-${at}`, LISTS.words(word), `${word}#${planId}`, slow)),
  ];
}

/** Somebody is asked for a check-in that is due then. */
export const checkIn = (dueAt: string, who = ['employee', 'supervisor']): Card['waiting'] => [
  {
    requestId: 'check-in',
    kind: 'check_in',
    since: '2026-12-01T14:00:00Z',
    dueAt,
    for: who,
    roles: who as never,
  },
];

import { createHash, randomUUID } from 'node:crypto';
import type { Instant, OutboxItem, PlanId } from '../domain/index.ts';
import { OUTBOX_DUE, outboxDue, outboxKey, rowsOf } from './keys.ts';
import type { Change, Row, Rows } from './rows.ts';
import type { OutboxRow, OutboxStatus, PlanStore, Settlement } from './store.ts';

type Outbox = Pick<
  PlanStore,
  'outbox' | 'claim' | 'settle' | 'hear' | 'unfinishedOutbox' | 'lateOutbox' | 'nudge' | 'requestSignal'
>;

/** An effect nobody has touched yet. */
export const outboxRow = (planId: PlanId, item: OutboxItem, createdAt: Instant): Row => ({
  ...outboxKey(planId, item.key),
  ...item,
  planId,
  status: 'PENDING',
  createdAt,
  attempts: 0,
  ...outboxDue(planId, item.key, createdAt),
});

const PENDING: OutboxStatus[] = ['PENDING'];
const OPEN_TO_SETTLE: OutboxStatus[] = ['SENDING', 'UNKNOWN'];

/** Tells one wait from another without giving its token away. */
const digest = (token: string): string => createHash('sha256').update(token).digest('hex').slice(0, 16);

/** The part of the store that keeps what is owed. */
export const outboxOf = (rows: Rows): Outbox => ({
  async outbox(planId) {
    return (await rows.query(rowsOf(planId, 'OUTBOX'))).map(asOutboxRow);
  },

  async claim(planId, key, now, leaseSeconds, sentWith) {
    const at = outboxKey(planId, key);
    const claim = randomUUID();
    const claimed = await rows.update(
      at,
      {
        set: {
          status: 'SENDING',
          leaseUntil: addSeconds(now, leaseSeconds),
          claim,
          ...(sentWith && { sentWith }),
        },
        remove: ['notBefore'],
        add: { attempts: 1 },
      },
      { status: PENDING, notBefore: { absentOrAtMost: now } },
    );
    if (claimed) return asOutboxRow(claimed);
    // The SDK repeats an update whose answer was lost, and then finds our own claim in the way.
    const found = await rows.get(at);
    return found?.claim === claim ? asOutboxRow(found) : undefined;
  },

  async settle(planId, key, settlement) {
    const settled = await rows.update(outboxKey(planId, key), settling(settlement), {
      status: OPEN_TO_SETTLE,
      ...(settlement.attempt !== undefined && { attempts: [settlement.attempt] }),
    });
    return settled !== undefined;
  },

  async hear(planId, key, news) {
    const said = Object.entries(news);
    const change = {
      set: Object.fromEntries(said.filter(([, value]) => value !== null)),
      remove: said.filter(([, value]) => value === null).map(([name]) => name),
    };
    return (await rows.update(outboxKey(planId, key), change, { status: ['SENT'] })) !== undefined;
  },

  unfinishedOutbox: (before) => unfinished(rows, before),

  async lateOutbox(before) {
    return (await unfinished(rows, before)).filter(isLate(before));
  },

  async nudge(planId, key, now) {
    const change = { set: { nudgedAt: now }, add: { nudges: 1 } };
    return (await rows.update(outboxKey(planId, key), change, { status: PENDING })) !== undefined;
  },

  requestSignal(planId, { run, token, sinceVersion }, now) {
    const item = {
      kind: 'answer-task',
      key: `signal-${run}-${digest(token)}`,
      version: sinceVersion,
    } as const;
    return rows.put(outboxRow(planId, item, now), 'absent');
  },
});

const unfinished = async (rows: Rows, before: Instant): Promise<OutboxRow[]> =>
  (await rows.query({ index: 'due', partition: OUTBOX_DUE, below: before })).map(asOutboxRow);

/** What a row has only while somebody holds it. */
const CLAIM = ['leaseUntil', 'claim'];

/** A finished row leaves the index `due` with its partition attribute; a row given back returns with it. */
function settling(settlement: Settlement): Change {
  const { status, messageId, settledAt, error, notBefore, owedFrom, untried } = settlement;
  const said = {
    status,
    ...(messageId && { messageId }),
    ...(settledAt && { settledAt }),
    ...(error && { error }),
  };
  if (status !== 'PENDING') return { set: said, remove: ['duePk', ...CLAIM] };
  return {
    set: { ...said, ...(notBefore && { notBefore }), ...(owedFrom && { owedFrom }), duePk: OUTBOX_DUE },
    remove: [...CLAIM, 'sentWith'],
    ...(untried && { add: { attempts: -1 } }),
  };
}

/** Whether a row waits for nothing any more since `before`: PENDING, owed and untouched, or SENDING with a lease that is over. */
export const isLate =
  (before: Instant) =>
  (row: OutboxRow): boolean =>
    row.status === 'PENDING'
      ? latest(row.createdAt, row.nudgedAt, row.notBefore) < before
      : row.status === 'SENDING' && (row.leaseUntil ?? '') < before;

const latest = (...moments: (Instant | undefined)[]): Instant =>
  moments.reduce<Instant>((last, moment) => (moment && moment > last ? moment : last), '');

const addSeconds = (now: Instant, seconds: number): Instant =>
  `${new Date(Date.parse(now) + seconds * 1000).toISOString().slice(0, 19)}Z`;

const asOutboxRow = (row: Row): OutboxRow => {
  const { pk, sk, duePk, dueSk, nudges, claim, ...outbox } = row;
  return outbox as unknown as OutboxRow;
};

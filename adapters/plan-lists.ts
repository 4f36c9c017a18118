import { LIVE, type PlanStatus, type PlanSummary } from '../domain/index.ts';
import { ERASING, PLANS, planDuePartition } from './keys.ts';
import type { Row, Rows } from './rows.ts';
import type { PlanStore } from './store.ts';
import { BadCursor } from './store-errors.ts';

const OVER: PlanStatus[] = ['closed', 'withdrawn'];
const PAGE = 50;
const MOST = 100;

/** The part of the store that finds plans. */
export const planLists = (rows: Rows): Pick<PlanStore, 'list' | 'due' | 'erasable'> => ({
  async list({ status, limit = PAGE, cursor } = {}) {
    const wanted = Math.min(Math.max(1, Math.trunc(limit)), MOST);
    const found: Row[] = [];
    let below = cursor === undefined ? undefined : positionOf(cursor);
    let page: Row[];
    do {
      page = await rows.query({
        index: 'plans',
        partition: PLANS,
        newestFirst: true,
        limit: MOST,
        ...(below && { below }),
      });
      found.push(...page.filter((row) => status === undefined || row.status === status));
      below = page.at(-1)?.listSk as string | undefined;
    } while (found.length <= wanted && page.length === MOST);
    const shown = found.slice(0, wanted);
    const last = shown.at(-1);
    return {
      plans: shown.map(asSummary),
      ...(last && found.length > wanted && { cursor: cursorAt(String(last.listSk)) }),
    };
  },

  async due(before) {
    const partitions = LIVE.map(planDuePartition);
    const found = await Promise.all(
      partitions.map((partition) => rows.query({ index: 'due', partition, below: before })),
    );
    return found
      .flat()
      .sort((a, b) => (String(a.dueSk) < String(b.dueSk) ? -1 : 1))
      .map(asSummary);
  },

  async erasable(before, limit) {
    const [begun = [], ...over] = await Promise.all(
      [ERASING, ...OVER.map(planDuePartition)].map((partition) =>
        rows.query({ index: 'due', partition, limit, ...(partition === ERASING ? {} : { below: before }) }),
      ),
    );
    const kept = over.flat().sort((a, b) => (String(a.dueSk) < String(b.dueSk) ? -1 : 1));
    return [...begun, ...kept].slice(0, limit).map((row) => String(row.planId));
  },
});

const cursorAt = (position: string): string => Buffer.from(position).toString('base64url');

const POSITION = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ#pln[a-z2-7]{20}$/;

function positionOf(cursor: string): string {
  const position = Buffer.from(cursor, 'base64url').toString();
  if (!POSITION.test(position)) throw new BadCursor();
  return position;
}

function asSummary(row: Row): PlanSummary {
  const { pk, sk, duePk, dueSk, listPk, listSk, ...summary } = row;
  return summary as unknown as PlanSummary;
}

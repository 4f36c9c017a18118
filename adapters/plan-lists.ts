import type { PlanSummary } from '../domain/index.ts';
import { ERASING, LIVE_PLANS, PLANS, PLANS_OVER } from './keys.ts';
import type { Row, Rows } from './rows.ts';
import type { PlanStore } from './store.ts';
import { BadCursor } from './store-errors.ts';

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
    const found = await rows.query({ index: 'due', partition: LIVE_PLANS, below: before });
    return found.map(asSummary);
  },

  async erasable(before, limit) {
    const [begun, kept] = await Promise.all([
      rows.query({ index: 'due', partition: ERASING, limit }),
      rows.query({ index: 'due', partition: PLANS_OVER, limit, below: before }),
    ]);
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

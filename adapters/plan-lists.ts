import { LIVE } from '../domain/agenda.ts';
import { mayMatch } from '../domain/listing/filter.ts';
import type { ListedPlan } from '../domain/listing/listed.ts';
import { LISTS } from '../domain/listing.ts';
import type { PlanSummary } from '../domain/summarise.ts';
import { ERASING, LIVE_PLANS, PLANS_OVER, planKey } from './keys.ts';
import { cursorAt, positionOf } from './list-cursor.ts';
import { cardIn, isOneOf, type PlanRow, placeOf, type Way, wayTo } from './list-ways.ts';
import type { Look, Row, Rows, Selection } from './rows.ts';
import type { Count, PlanStore } from './store.ts';

const PAGE = 50;
const MOST = 100;
/** Nobody counts further with their eyes. */
const MOST_COUNTED = 1_000;

/** The part of the store that finds plans. */
export const planLists = (rows: Rows): Pick<PlanStore, 'list' | 'counts' | 'due' | 'erasable'> => ({
  async list({ limit = PAGE, cursor, ...filter }, now) {
    const wanted = Math.min(Math.max(1, Math.trunc(limit)), MOST);
    const way = wayTo(filter, now);
    const after = cursor === undefined ? undefined : positionOf(cursor, way);
    const { found, isCut } = await rows.look(selectionOf(way, wanted, after));
    const looked = found.filter((row) => placeOf(row, way) !== after);
    const matching = looked.filter((row) => way.accepts(row) && mayMatch(cardIn(row), filter, now));
    // Where the list itself does not tell, more plans are read than are shown.
    const candidates = matching.slice(0, way.tellsAll ? wanted : MOST);
    const plans = way.isOfPlans ? (candidates as PlanRow[]) : await inOrder(rows, candidates);
    const shown = plans.filter((row) => isOneOf(row, filter, now)).slice(0, wanted);

    const last = lastLookedAt({ looked, matching, candidates, shown, wanted, isCut });
    return {
      plans: shown.map(listed),
      ...(last && { cursor: cursorAt(last, way) }),
      ...(last && shown.length < wanted && { lookedThrough: looked.indexOf(last) + 1 }),
    };
  },

  async counts({ now, decisionsBefore }) {
    const count = (partition: string, between?: Selection['between']) =>
      rows.count({ index: 'plans', partition, limit: MOST_COUNTED + 1, ...(between && { between }) });
    const [overdue, decisions, bounced, drafts, ...live] = await Promise.all([
      count(LISTS.waiting, { from: ' ', to: now }),
      count(LISTS.decision, { from: now, to: decisionsBefore }),
      count(LISTS.bounced),
      count(LISTS.status('draft')),
      ...LIVE.map((status) => count(LISTS.status(status))),
    ]);
    return {
      overdue: counted(overdue),
      decisions: counted(decisions),
      bounced: counted(bounced),
      drafts: counted(drafts),
      live: counted(...live),
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

/** One more than is shown tells whether there is more; and the row a page goes on after is read once again. */
function selectionOf(
  { index, list, newestFirst, between, isExact }: Way,
  wanted: number,
  after?: string,
): Selection {
  const range = { from: between?.from ?? FIRST, to: between?.to ?? LAST };
  if (after !== undefined) range[newestFirst ? 'to' : 'from'] = after;
  return {
    index,
    partition: list,
    newestFirst,
    ...((between || after !== undefined) && { between: range }),
    ...(isExact && { limit: wanted + (after === undefined ? 1 : 2) }),
  };
}

const FIRST = ' ';
const LAST = '\uffff';

/** The plans of these listings, in their order. What is listed and was changed or deleted meanwhile may be missing. */
async function inOrder(rows: Rows, listings: Row[]): Promise<PlanRow[]> {
  const ids = [...new Set(listings.map((row) => String(row.planId)))];
  if (ids.length === 0) return [];
  const found = await rows.getAll(ids.map(planKey));
  const byId = new Map(found.map((row) => [row.planId, row as PlanRow]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

interface Page {
  looked: Row[];
  matching: Row[];
  candidates: Row[];
  shown: PlanRow[];
  wanted: number;
  isCut: boolean;
}

/** The listing to go on after; `undefined` when nothing is left behind it. */
function lastLookedAt({ looked, matching, candidates, shown, wanted, isCut }: Page): Row | undefined {
  if (shown.length === wanted) {
    const at = matching.findIndex((row) => row.planId === shown.at(-1)?.planId);
    return isCut || at + 1 < matching.length ? matching[at] : undefined;
  }
  if (candidates.length < matching.length) return candidates.at(-1);
  return isCut ? looked.at(-1) : undefined;
}

const counted = (...looks: Look<number>[]): Count => {
  const found = looks.reduce((sum, look) => sum + look.found, 0);
  return {
    atLeast: Math.min(found, MOST_COUNTED),
    isMore: found > MOST_COUNTED || looks.some((look) => look.isCut),
  };
};

function asSummary(row: Row): PlanSummary {
  const { pk, sk, duePk, dueSk, listPk, listSk, card, ...summary } = row;
  return summary as unknown as PlanSummary;
}

function listed(row: PlanRow): ListedPlan {
  const { about, waiting, decisionDueAt, bounced } = row.card;
  return {
    ...asSummary(row),
    about,
    waiting: waiting.map(({ roles: _, ...one }) => one),
    decisionDueAt,
    bounced,
  };
}

import { createMemoryRows } from '../adapters/memory-rows.ts';
import { createPlanStore } from '../adapters/plan-store.ts';
import type { Row, Rows } from '../adapters/rows.ts';
import type { ListOptions } from '../adapters/store.ts';
import { countWaits } from '../test/support/count-waits.ts';
import { checkIn, listedPlan, type Made } from '../test/support/listed-plans.ts';
import { table } from './measure.ts';

/**
 * How often the first page of the list of plans waits for the table, and how much it reads there, as plans grow from 100
 * to 100,000: with no filter, with every filter, and with several. One plan in ten is live, one in fifty late, one in a
 * hundred has lost mail. Read units are counted as DynamoDB bills them: half a unit for 4 KB of an index, a whole one for
 * 4 KB of each plan. Both are the same on every machine; the milliseconds it takes in memory are not shown.
 */
const SIZES = [100, 1_000, 10_000, 100_000];
const NOW = '2027-06-01T00:00:00Z';
const SOON = { from: NOW, to: '2027-06-08T00:00:00Z' };

const FILTERS: Record<string, ListOptions> = {
  'no filter': {},
  'status: draft': { status: 'draft' },
  'every live plan': { live: true },
  overdue: { overdue: true },
  'waiting on the supervisor': { waitingOn: 'supervisor' },
  'waiting on an address': { waitingOn: 'manager-0@agency.example' },
  bounced: { bounced: true },
  'decision within 5 days': { decisionWithin: SOON },
  'a name': { words: ['okafor'] },
  'a name and a status': { words: ['okafor'], status: 'active' },
  'a word all plans have': { words: ['permit'], status: 'active' },
  'overdue and bounced': { overdue: true, bounced: true },
  'a reviewer’s own': { own: 'reviewer-30@agency.example' },
  'a reviewer’s own, overdue': { own: 'reviewer-30@agency.example', overdue: true },
};

function madeAt(n: number): Made {
  if (n % 10 !== 0) return { status: n % 25 === 1 ? 'draft' : 'closed' };
  const day = String(1 + (n % 28)).padStart(2, '0');
  return {
    status: 'active',
    waiting: checkIn(`2027-${n % 50 === 0 ? '05' : '06'}-${day}T21:00:00Z`),
    decisionDueAt: `2027-${n % 40 === 0 ? '06' : '08'}-${day}T21:00:00Z`,
    bounced: n % 100 === 0,
  };
}

/** The lists that are looked through here; to keep the others as well would take minutes. */
const LOOKED_THROUGH =
  /^(PLANS|STATUS|WAITING|DECISION|BOUNCED|WORDS#(ok|pe)|PERSON#(reviewer-30|manager-0)@)/;

/** Counts what was read from as many plans, each list kept by itself. */
function metered(size: number): { rows: Rows; units: () => number } {
  const lists = new Map<string, ReturnType<typeof createMemoryRows>>();
  const plans = createMemoryRows();
  for (let n = 0; n < size; n++) {
    for (const row of listedPlan(n, madeAt(n))) {
      for (const list of [row.listPk, row.duePk]) if (typeof list === 'string') keep(list, row);
      if (row.sk === 'PLAN') void plans.put(row, {});
    }
  }
  function keep(list: string, row: Row): void {
    if (!LOOKED_THROUGH.test(list)) return;
    const one = lists.get(list) ?? createMemoryRows();
    lists.set(list, one);
    void one.put(row, {});
  }
  let units = 0;
  const nothing = createMemoryRows();
  const bytes = (found: Row[]): number => Buffer.byteLength(JSON.stringify(found));
  return {
    rows: {
      ...nothing,
      async look(selection) {
        const look = await (lists.get(selection.partition) ?? nothing).look(selection);
        units += Math.ceil(bytes(look.found) / 4_096) / 2;
        return look;
      },
      async count(selection) {
        const { found, isCut } = await (lists.get(selection.partition) ?? nothing).look(selection);
        units += Math.ceil(bytes(found) / 4_096) / 2;
        return { found: found.length, isCut };
      },
      async getAll(keys) {
        const found = await plans.getAll(keys);
        units += found.reduce((sum, row) => sum + Math.ceil(bytes([row]) / 4_096), 0);
        return found;
      },
    },
    units: () => {
      const read = units;
      units = 0;
      return read;
    },
  };
}

const measured: Record<string, { waits: number; units: number; found: number }[]> = {};
for (const size of SIZES) {
  const { rows, units } = metered(size);
  const waits = countWaits(rows);
  const store = createPlanStore(rows);
  for (const [name, filter] of Object.entries(FILTERS)) {
    const { plans } = await store.list(filter, NOW);
    measured[name] = [...(measured[name] ?? []), { waits: waits(), units: units(), found: plans.length }];
  }
  await store.counts({ now: NOW, decisionsBefore: SOON.to });
  const counts = 'all counts';
  measured[counts] = [...(measured[counts] ?? []), { waits: waits(), units: units(), found: 5 }];
}

const header = ['first page of 50', ...SIZES.map((size) => size.toLocaleString('en')), 'growth', 'waits'];
const lines = Object.entries(measured).map(([name, runs]) => {
  const cells = runs.map(({ units, found }) => `${units} (${found})`);
  const growth = (runs.at(-1)?.units ?? 0) / (runs[0]?.units || 1);
  return [name, ...cells, `×${growth.toFixed(1)}`, String(Math.max(...runs.map(({ waits }) => waits)))];
});
console.log(
  'Read units, and plans found, by how many plans there are; growth from the smallest to the largest:\n',
);
console.log(table([header, ...lines]));

import type { Rows } from '../../adapters/rows.ts';
import { type ReportCard, reportList } from '../../domain/index.ts';
import { cards, managed } from './report-cards.ts';

const manager = (name: string) => ({ name, email: `${name.split(' ')[0]?.toLowerCase()}@agency.example` });
const water = { agency: '=Water' };

/** A quarter with three agencies, one of them small, and three managers. */
const MANY: readonly ReportCard[] = [
  ...cards(14),
  ...cards(2, { outcome: 'remove' }),
  ...cards(9, {
    ...{ groups: water, extensions: 1, days: 90 },
    managers: [managed({ ...manager('Grant Hollis'), asked: 3, late: 1, unanswered: 1 })],
    checkIns: { over: 3, held: 2, missed: 1 },
    missedBy: { manager: 1, employee: 0, excused: 0, open: 0 },
  }),
  ...cards(8, {
    ...{ groups: water, outcome: 'remove' },
    managers: [managed({ ...manager('Denise Okoro'), asked: 4, theirs: 3, late: 1 })],
    checkIns: { over: 4, held: 3, missed: 1 },
    missedBy: { manager: 0, employee: 1, excused: 0, open: 0 },
    decisions: [{ dueAt: '2027-02-19T22:00:00Z', madeAt: '2027-02-28T22:00:00Z' }],
  }),
  ...cards(6, { groups: { agency: 'Parks' }, daysCredited: 11 }),
  ...cards(3, { groups: { agency: 'Licensing' }, outcome: null, status: 'deciding' }),
];

/** Keeps them as a store does, the last three with a decision that nobody has made. */
export async function keepCards(rows: Pick<Rows, 'put'>): Promise<void> {
  for (const [at, one] of MANY.entries()) {
    const planId = `pln${'a'.repeat(18)}${String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26))}`;
    const decisions =
      one.outcome === null ? [{ dueAt: '2027-02-19T22:00:00Z', madeAt: null }] : one.decisions;
    const row = {
      pk: `PLAN#${planId}`,
      sk: 'LISTED#report',
      listPk: reportList('2027-Q1'),
      listSk: `${one.endDate}#${planId}`,
      planId,
      report: { ...one, planId, decisions },
    };
    await rows.put(row, {});
  }
}

import { type ReportCard, reportList } from '../domain/report-card.ts';
import type { Quarter } from '../domain/reports/quarter.ts';
import type { Rows } from './rows.ts';
import type { PlanStore } from './store.ts';

/** The part of the store that reports read. */
export const reportCardsOf = (rows: Rows): Pick<PlanStore, 'reportCards'> => ({
  async reportCards(quarters: readonly Quarter[]): Promise<ReportCard[]> {
    const lists = await Promise.all(
      quarters.map((quarter) => rows.query({ index: 'plans', partition: reportList(quarter) })),
    );
    return lists.flat().map(({ report }) => report as ReportCard);
  },
});

import { type DrivenPlan, planIn, type Rows } from './difference.ts';
import type { Row } from './rows.ts';

/** Rows of the restored table that remember how far each of its partitions is, so that whoever goes on knows. */
const MARK = 'RESTORED#';

export const isMark = (pk: string): boolean => pk.startsWith(MARK);
export const marksOf = (pk: string): string => `${MARK}${pk}`;

/**
 * BEGUN: it is about to be written, and its plan was driven like this. WRITTEN: from now on it is changed by people again,
 * and never written a second time. DONE: its plan has the run that it needs.
 */
type Step = 'BEGUN' | 'WRITTEN' | 'DONE';

export const mark = (pk: string, step: Step, plan?: DrivenPlan): Row => ({
  ...(plan && { planId: { S: plan.planId }, status: { S: plan.status }, run: { N: `${plan.run}` } }),
  pk: { S: marksOf(pk) },
  sk: { S: step },
});

export const begunWith = (marks: Rows): DrivenPlan | undefined => planIn(marks, 'BEGUN');

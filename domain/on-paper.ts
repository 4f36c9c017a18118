import type { Answer } from './plan.ts';

/** Whether an answer came on paper, and HR recorded it. */
export const isAnsweredOnPaper = (answer: Answer | undefined): boolean =>
  answer?.kind === 'acknowledgement' && answer.onPaper !== undefined;

import type { Progress } from '../../domain/index.ts';
import { ITEMS } from './answers.ts';

type Form = Record<string, string>;

/** What people fill in on the pages of the sample draft. */
export const signForm = (typedName: string): Form => ({ choice: 'sign', typedName });

export const rateForm = (progress: Progress, extra: Form = {}): Form => ({
  meeting: 'held',
  ...Object.fromEntries(ITEMS.map((item) => [`progress-${item}`, progress])),
  ...extra,
});

export const metForm = (typedName: string, extra: Form = {}): Form => ({
  outcome: 'met',
  typedName,
  ...extra,
});

export const notMetForm = (outcome: string, typedName: string, extra: Form = {}): Form => ({
  outcome,
  typedName,
  ...Object.fromEntries(ITEMS.map((item) => [`reason-${item}`, 'Below the target at the end.'])),
  ...extra,
});

import type { AcknowledgementAnswer, CheckInAnswer, DecisionAnswer, Progress } from '../../domain/index.ts';

/** The items of the sample draft. */
export const ITEMS = ['accuracy', 'timeliness', 'communication'];

export const signed = (typedName: string): AcknowledgementAnswer => ({
  kind: 'acknowledgement',
  choice: 'sign',
  typedName,
});

/** Says the same of all three items of the sample draft. */
export const rated = (progress: Progress, extra: Partial<CheckInAnswer> = {}): CheckInAnswer => ({
  kind: 'check_in',
  meeting: 'held',
  items: ITEMS.map((item) => ({ item, progress })),
  ...extra,
});

export const decided = (outcome: string, extra: Partial<DecisionAnswer> = {}): DecisionAnswer => ({
  kind: 'decision',
  outcome,
  typedName: 'Marcus Oyelaran',
  reasons: [],
  ...extra,
});

export const REASONS = ITEMS.map((item) => ({ item, reason: 'Below the goal.' }));

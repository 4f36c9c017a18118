import type { Instant } from '../../domain/plan.ts';

export const minutesBefore = (now: Instant, minutes: number): Instant =>
  `${new Date(Date.parse(now) - minutes * 60_000).toISOString().slice(0, 19)}Z`;

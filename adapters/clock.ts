import type { Instant } from '../domain/index.ts';

/** Now, in whole seconds: Step Functions waits cut anything finer. */
export const now = (): Instant => `${new Date().toISOString().slice(0, 19)}Z`;

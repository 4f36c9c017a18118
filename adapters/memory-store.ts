import { createMemoryRows } from './memory-rows.ts';
import { createPlanStore } from './plan-store.ts';
import type { PlanStore } from './store.ts';

/** A store that forgets everything with the process; the same code as the real one, on rows in memory. */
export const createMemoryStore = (rows = createMemoryRows()): PlanStore => createPlanStore(rows);

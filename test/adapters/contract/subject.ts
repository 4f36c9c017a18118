import type { PlanStore } from '../../../adapters/store.ts';
import type { OpenTable } from '../../support/store.ts';

/** What every part of the contract is told: a store, and the table under it. */
export type Subject = () => { table: OpenTable; store: PlanStore };

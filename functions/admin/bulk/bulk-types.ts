import type { ActionType } from '../plan/action.ts';

/** What can be done to many plans with one set of values: nothing that names a person or a question of one plan. */
export const BULK_TYPES = [
  'extend',
  'pause',
  'change_manager',
  'note',
  'hold',
  'release_hold',
  'withdraw',
] as const satisfies readonly ActionType[];
export type BulkType = (typeof BULK_TYPES)[number];

export const bulkNamed = (name: string): BulkType | undefined => BULK_TYPES.find((type) => type === name);

import type { WorkDraft } from '../../../adapters/workspace.ts';
import { hadItem } from '../../../domain/decide/amend/items.ts';
import type { AdminPorts } from '../ports.ts';

/** Which ids are somebody's, or something's, in the record already. */
export interface KnownIds {
  person(id: string): boolean;
  item(id: string): boolean;
}

export const NO_IDS: KnownIds = { person: () => false, item: () => false };

/** Those of the plan that is written anew: who and what is in it, and who and what left it. */
export async function idsKnownTo(
  { kind, planId }: Pick<WorkDraft, 'kind' | 'planId'>,
  { store }: Pick<AdminPorts, 'store'>,
): Promise<KnownIds> {
  if (kind === 'plan' || !planId) return NO_IDS;
  const plan = await store.load(planId);
  const people = new Set([...plan.draft.participants, ...plan.former].map(({ id }) => id));
  return { person: (id) => people.has(id), item: (id) => hadItem(plan, id) };
}

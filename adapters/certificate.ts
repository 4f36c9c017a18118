import type { PlanId } from '../domain/index.ts';
import { certificateKey } from './keys.ts';
import type { Rows } from './rows.ts';
import type { Certificate } from './store.ts';

/** What is left of a plan whose record was deleted, or is being deleted. */
export async function certificateOf(rows: Rows, planId: PlanId): Promise<Certificate | undefined> {
  const row = await rows.get(certificateKey(planId));
  if (!row) return undefined;
  const { pk, sk, duePk, dueSk, ...certificate } = row;
  return certificate as unknown as Certificate;
}

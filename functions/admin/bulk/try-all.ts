import { Refusal } from '../../../domain/errors.ts';
import type { PlanId } from '../../../domain/plan.ts';
import type { BulkRow } from '../../../views/admin/bulk/preview-page.tsx';
import type { Fault } from '../../../views/admin/plan/field.ts';
import { commandContext } from '../../command-context.ts';
import type { SiteRequest } from '../../site.ts';
import { consider } from '../plan/consider.ts';
import { effectsOf } from '../plan/effects.ts';
import type { AdminPorts } from '../ports.ts';
import type { BulkType } from './bulk-types.ts';
import { commandFor } from './command-for.ts';

/** So many plans are tried before; the others are when their turn comes. */
export const TRIED = 100;
/** So many are read at once. */
const AT_ONCE = 10;

export interface Tried {
  rows: BulkRow[];
  /** What is wrong with the values themselves, whichever plan they are for. */
  faults: Fault[];
}

/** What the values would do to each of the first plans. Nothing is kept. */
export async function tryAll(
  planIds: readonly PlanId[],
  type: BulkType,
  values: ReadonlyMap<string, string>,
  request: SiteRequest,
  ports: AdminPorts,
): Promise<Tried> {
  const tried: One[] = [];
  for (let from = 0; from < Math.min(planIds.length, TRIED); from += AT_ONCE) {
    const some = planIds.slice(from, Math.min(from + AT_ONCE, TRIED));
    tried.push(...(await Promise.all(some.map((planId) => tryOne(planId, type, values, request, ports)))));
  }
  return { rows: tried.map(({ row }) => row), faults: ofAll(tried) };
}

interface One {
  row: BulkRow;
  faults?: Fault[];
}

async function tryOne(
  planId: PlanId,
  type: BulkType,
  values: ReadonlyMap<string, string>,
  { actor }: SiteRequest,
  ports: AdminPorts,
): Promise<One> {
  const context = commandContext(ports, planId, actor);
  try {
    const plan = await ports.store.load(planId);
    const { title } = plan.draft;
    const result = consider(commandFor(type, values, plan, context), plan, context);
    if (result.kind === 'effects') {
      const { recorded, mails } = effectsOf(result, plan);
      const outcome = recorded.length > 0 ? 'would' : 'already';
      return {
        row: { planId, title, outcome, says: [...recorded], mails: mails.flatMap(({ who }) => who).length },
      };
    }
    const says = result.says
      ? [result.says.message, result.says.wayOut]
      : result.faults.map(({ message, citation }) => (citation ? `${message} (${citation})` : message));
    return { row: { planId, title, outcome: 'refused', says, mails: 0 }, faults: result.faults };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const says = [refusal.message, refusal.wayOut];
    return { row: { planId, title: 'No such plan', outcome: 'refused', says, mails: 0 } };
  }
}

/** Faults that every plan finds which got as far as the values, when none of them is content. */
function ofAll(tried: readonly One[]): Fault[] {
  if (tried.some(({ row }) => row.outcome !== 'refused')) return [];
  const [first, ...others] = tried.flatMap(({ faults }) => (faults && faults.length > 0 ? [faults] : []));
  return (first ?? []).filter(
    ({ field, message }) =>
      field !== '' &&
      others.every((faults) => faults.some((one) => one.field === field && one.message === message)),
  );
}

import type { OutboxRow } from '../../adapters/store.ts';
import { next } from '../../domain/next.ts';
import { directions } from '../lifecycle/directions.ts';
import type { EffectsPorts } from './ports.ts';

/**
 * Ends the wait of the plan's workflow with what is next, unless the wait began after what woke it. At the very same
 * version it is ended: the wait may have been kept only to be told that there is nothing to wait for.
 */
export async function wake(
  { planId, version }: Extract<OutboxRow, { kind: 'answer-task' }>,
  { store, workflows }: EffectsPorts,
): Promise<boolean> {
  const wait = await store.wait(planId);
  if (!wait || wait.sinceVersion > version) return false;
  const plan = await store.load(planId);
  return (await workflows.answer(wait.token, directions(next(plan)))) === 'answered';
}

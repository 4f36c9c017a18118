import type { OutboxRow, Wait } from '../../adapters/store.ts';
import { directionsFor } from '../lifecycle/directions.ts';
import type { EffectsPorts } from './ports.ts';

type Signal = Extract<OutboxRow, { kind: 'answer-task' }>;

/**
 * Ends the wait of the plan's workflow with what is next, unless the wait began after what woke it. At the very same
 * version it is ended: the wait may have been kept only to be told that there is nothing to wait for. What woke it may
 * also have given the plan to another run: then it is sent home.
 */
export async function wake(signal: Signal, ports: EffectsPorts): Promise<boolean> {
  const wait = await waitFor(signal, ports);
  if (!wait) return false;
  if (await answer(wait, signal, ports)) return true;
  // Its task may have given up and begun anew while it was being answered; nothing else would end the new wait.
  const newer = await waitFor(signal, ports);
  return newer !== undefined && newer.token !== wait.token && (await answer(newer, signal, ports));
}

async function waitFor({ planId, version }: Signal, { store }: EffectsPorts): Promise<Wait | undefined> {
  const wait = await store.wait(planId);
  return wait && wait.sinceVersion <= version ? wait : undefined;
}

async function answer(
  { token, run }: Wait,
  { planId }: Signal,
  { store, workflows }: EffectsPorts,
): Promise<boolean> {
  const plan = await store.load(planId);
  return (await workflows.answer(token, directionsFor(run, plan))) === 'answered';
}

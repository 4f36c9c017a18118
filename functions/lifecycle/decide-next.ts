import { StaleRun } from '../../domain/errors.ts';
import type { TaskPorts } from '../ports.ts';
import { advance } from './advance.ts';
import { directionsFor, STALE } from './directions.ts';
import { handOver, isTooOld } from './hand-over.ts';
import type { Directions, NextEvent } from './shapes.ts';

/** Commits what is due and says where the workflow goes. A stale run, or one that is too old, is told so, to end quietly. */
export async function decideNext(event: NextEvent, ports: TaskPorts): Promise<Directions> {
  try {
    const advanced = await advance(event, ports);
    const plan = isTooOld(event, ports.now()) ? await handOver(event, ports) : advanced;
    return directionsFor(event.run, plan);
  } catch (error) {
    if (error instanceof StaleRun) return STALE;
    throw error;
  }
}

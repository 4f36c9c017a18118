import { StaleRun } from '../../domain/errors.ts';
import { next } from '../../domain/next.ts';
import type { TaskPorts } from '../ports.ts';
import { advance } from './advance.ts';
import { directions } from './directions.ts';
import type { Directions, NextEvent } from './shapes.ts';

/** Commits what is due and says where the workflow goes. A stale run is told so, to end quietly. */
export async function decideNext(event: NextEvent, ports: TaskPorts): Promise<Directions> {
  try {
    return directions(next(await advance(event, ports)));
  } catch (error) {
    if (error instanceof StaleRun) return { state: 'A newer run drives this plan' };
    throw error;
  }
}

import { logger } from '../logging.ts';
import type { TaskPorts } from '../ports.ts';
import { awaitPeople } from './await-people.ts';
import { decideNext } from './decide-next.ts';
import { STALE } from './directions.ts';
import { recordFailure } from './record-failure.ts';
import type { Directions, LifecycleEvent } from './shapes.ts';

/** The one task of the workflow: say what is next, keep a wait, record a failure. */
export async function lifecycle(event: LifecycleEvent, ports: TaskPorts): Promise<Directions | Nothing> {
  switch (event.action) {
    case 'next': {
      const directions = await decideNext(event, ports);
      // Nobody stopped it when another run took its place; a metric counts these lines.
      if (directions === STALE) logger().info('orphan', { planId: event.planId, run: event.run });
      return directions;
    }
    case 'await':
      return awaitPeople(event, ports);
    case 'failed':
      return recordFailure(event, ports);
  }
}

type Nothing = Record<string, never>;

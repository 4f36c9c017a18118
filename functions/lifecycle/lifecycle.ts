import type { TaskPorts } from '../ports.ts';
import { awaitPeople } from './await-people.ts';
import { decideNext } from './decide-next.ts';
import { recordFailure } from './record-failure.ts';
import type { Directions, LifecycleEvent } from './shapes.ts';

/** The one task of the workflow: say what is next, keep a wait, record a failure. */
export async function lifecycle(event: LifecycleEvent, ports: TaskPorts): Promise<Directions | Nothing> {
  switch (event.action) {
    case 'next':
      return decideNext(event, ports);
    case 'await':
      return awaitPeople(event, ports);
    case 'failed':
      return recordFailure(event, ports);
  }
}

type Nothing = Record<string, never>;

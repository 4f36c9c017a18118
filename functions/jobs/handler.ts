import { task } from '../chains.ts';
import { workerPorts } from './ports.ts';
import type { BulkEvent } from './shapes.ts';
import { work } from './work.ts';

const ports = workerPorts();

/** Does what the workflow bulk-work asks for, one call per part. */
export const handler = task((event: BulkEvent) => work(event, ports));

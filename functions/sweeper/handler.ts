import { scheduled } from '../chains.ts';
import { sweepPorts } from './ports.ts';
import { sweep } from './sweep.ts';

/** Every few minutes: finishes what somebody should have finished. */
export const handler = scheduled(sweep, sweepPorts());

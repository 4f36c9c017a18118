import { stream } from '../chains.ts';
import { perform } from './perform.ts';
import { effectsPorts } from './ports.ts';

/** Starts, stops and wakes workflows and tells the organisation's event bus, as committed records owe it. */
export const handler = stream(perform, effectsPorts());

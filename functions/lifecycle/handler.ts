import { task } from '../chains.ts';
import { lifecycle } from './lifecycle.ts';

export const handler = task(lifecycle);

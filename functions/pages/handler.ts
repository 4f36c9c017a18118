import { web } from '../chains.ts';
import { pages } from './routes.ts';

/** What participants see and answer. */
export const handler = web(pages);

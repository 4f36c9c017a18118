import { site } from '../site.ts';
import { executionsPorts } from './ports.ts';
import { executionRoutes } from './routes.ts';

/** Where operators watch executions, stop them, and start them anew. */
export const handler = site(executionRoutes, executionsPorts());

import { readWhenAsked } from '../read-when-asked.ts';
import type { ApiRoute } from './routes.ts';

const step = (name: keyof typeof import('./import-steps.ts')['importSteps']) =>
  readWhenAsked<ApiRoute['serve']>(async () => (await import('./import-steps.ts')).importSteps[name]);

const HR = { hr: 'all' } as const;
const READERS = { hr: 'all', auditor: 'all' } as const;

/** Importing plans from a file: begin, upload in parts, check, start, and see how it goes. */
export const importRoutes: Readonly<Record<string, ApiRoute>> = {
  'POST /api/imports': { who: HR, serve: step('begin') },
  'POST /api/imports/{jobId}/parts/{part}': { who: HR, serve: step('takePart') },
  'POST /api/imports/{jobId}/check': { who: HR, serve: step('check') },
  'POST /api/imports/{jobId}/start': { who: HR, serve: step('start') },
  'POST /api/imports/{jobId}/stop': { who: HR, serve: step('stop') },
  'POST /api/imports/{jobId}/continue': { who: HR, serve: step('goOn') },
  'GET /api/imports/{jobId}': { who: READERS, serve: step('show') },
  'GET /api/imports/{jobId}/results': { who: READERS, serve: step('results') },
};

import { writeFileSync } from 'node:fs';
import { printJson } from '../../adapters/print-json.ts';
import { openApiDocument } from './document.ts';
import { eventsPage, eventsSchema } from './events.ts';

/** The files of the reference that are made of code, by their name in docs/reference. */
export const referenceFiles = (): Record<string, string> => ({
  'openapi.json': printJson(openApiDocument()),
  'events.schema.json': printJson(eventsSchema()),
  'events.md': eventsPage(),
});

// `npm run docs` writes them anew; a test keeps them in step.
if (import.meta.main) {
  for (const [name, text] of Object.entries(referenceFiles())) {
    writeFileSync(new URL(`../../docs/reference/${name}`, import.meta.url), text);
  }
}

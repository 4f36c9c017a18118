import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { configurationDoc } from './config.ts';
import { projectRoot } from './paths.ts';
import { noteAt, Settings } from './settings.ts';

/** The configuration reference, as Markdown, made of the schema that checks configuration files. */
export const configurationReference = (): string =>
  `${[
    '# Configuration',
    '<!-- Written from infra/settings.ts by `npm run docs`; a test keeps it in step. -->',
    'A deployment is described by one JSON file, `config/<stage>.json`. `config/dev.json`, `config/staging.json` and `config/prod.json` are complete examples; `dev` is what is read when no stage is named, and what the sandbox runs:',
    '```sh\nnpx cdk diff --all -c stage=prod\n```',
    'A file of another name is read by `-c config=path/to/file.json`.',
    'The file is checked before anything is made. Every fault is listed at once, each with what was given, what is expected and an example. Settings that do not exist are refused, so that a misspelt name is never silently ignored.',
    'An example of production, complete; what it leaves out stands under its own heading below:',
    `\`\`\`json\n${JSON.stringify(exampleOf([]), null, 2)}\n\`\`\``,
    ...settingPaths([]).map(section),
  ].join('\n\n')}\n`;

function section(path: string[]): string {
  const note = noteAt(path);
  if (!note) throw new Error(`${path.join('.')} has no note.`);
  return [
    `${'#'.repeat(path.length + 1)} ${path.join('.')}`,
    note.description,
    [
      `- Needed: ${note.optional ? 'no' : 'yes'}`,
      `- Expected: ${note.expected}`,
      `- Example: \`${JSON.stringify(note.example)}\``,
    ].join('\n'),
  ].join('\n\n');
}

const inside = (path: string[]) => (path.length === 0 ? Settings.shape : noteAt(path)?.inside);

const settingPaths = (path: string[]): string[][] =>
  Object.keys(inside(path) ?? {}).flatMap((key) => [[...path, key], ...settingPaths([...path, key])]);

/** What production must not have, what takes the place of something shown, and files that only you have. */
const NOT_SHOWN = ['recipients', 'certificates', 'signIn', 'packs'];

const exampleOf = (path: string[]): unknown => {
  const shape = inside(path);
  if (!shape) return noteAt(path)?.example;
  const names = Object.keys(shape).filter((key) => path.length > 0 || !NOT_SHOWN.includes(key));
  return Object.fromEntries(names.map((key) => [key, exampleOf([...path, key])]));
};

// `npm run docs` writes the page anew; a test keeps it in step.
if (import.meta.main) writeFileSync(resolve(projectRoot, configurationDoc), configurationReference());

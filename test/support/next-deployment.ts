import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

type Json = Record<string, unknown>;
type States = Record<string, Json & { Next?: string; Arguments?: { Payload?: Json } }>;
export type Template = { Resources: Record<string, { Type: string; Properties: Json }> };

/** What the next deployment changes of the workflow: something else each time, and all of it allowed to. */
const CHANGES: ((states: States, number: number) => void)[] = [
  // A field that functions of today know nothing of.
  (states, number) => {
    for (const { Arguments } of Object.values(states))
      if (Arguments?.Payload) Arguments.Payload[`since${number}`] = number;
  },
  // A state that was not there.
  (states, number) => {
    const { Next = '' } = states['Decide what is next'] ?? {};
    states[`Take a breath ${number}`] = { Type: 'Pass', Next };
    Object.assign(states['Decide what is next'] ?? {}, { Next: `Take a breath ${number}` });
  },
  // A state of another name, wherever something leads to it.
  (states, number) => {
    const before = Object.keys(states).find((name) => name.startsWith('Record the failure')) ?? '';
    const text = JSON.stringify(states).replaceAll(JSON.stringify(before), `"Record the failure ${number}"`);
    for (const name of Object.keys(states)) delete states[name];
    Object.assign(states, JSON.parse(text));
  },
  // Other words.
  (states, number) => {
    for (const [name, state] of Object.entries(states)) state.Comment = `${name}, as of ${number}.`;
  },
];

/**
 * What `cdk synth` would write after somebody changed the workflow and every function: another assembly, its bundles each
 * saying which deployment they are of when they are loaded.
 *
 * @param change of the templates, beside that.
 */
export function nextDeployment(
  assembly: string,
  number: number,
  change: (template: Template) => void = () => undefined,
): string {
  const folder = mkdtempSync(join(tmpdir(), `deployment-${number}-`));
  const files = readdirSync(assembly).filter((name) => name.endsWith('.json'));
  const texts = new Map(files.map((name) => [name, readFileSync(join(assembly, name), 'utf8')]));
  for (const hash of new Set([...texts.values()].flatMap((text) => text.match(/\b[0-9a-f]{64}\b/g) ?? []))) {
    const bundle = resolve(assembly, `asset.${hash}`);
    if (!existsSync(join(bundle, 'index.mjs'))) continue;
    const fresh = createHash('sha256').update(`${hash} ${number}`).digest('hex');
    cpSync(bundle, join(folder, `asset.${fresh}`), { recursive: true });
    appendFileSync(join(folder, `asset.${fresh}`, 'index.mjs'), `\nconsole.log('deployment ${number}');\n`);
    for (const [name, text] of texts) texts.set(name, text.replaceAll(hash, fresh));
  }
  for (const [name, text] of texts) {
    const isTemplate = name.endsWith('.template.json');
    writeFileSync(join(folder, name), isTemplate ? changed(text, number, change) : text);
  }
  return folder;
}

function changed(text: string, number: number, change: (template: Template) => void): string {
  const template = JSON.parse(text) as Template;
  for (const { Type, Properties } of Object.values(template.Resources)) {
    if (Type !== 'AWS::StepFunctions::StateMachine') continue;
    const definition = JSON.parse(`${Properties.DefinitionString}`) as { States: States; Comment: string };
    const isLifecycle = 'Decide what is next' in definition.States;
    if (isLifecycle) CHANGES[number % CHANGES.length]?.(definition.States, number);
    definition.Comment += ` As of ${number}.`;
    Properties.DefinitionString = JSON.stringify(definition);
  }
  change(template);
  return JSON.stringify(template);
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { publishedPackIds } from './checks.ts';
import { isExample } from './example-domain.ts';
import { type OwnPacks, readOwnPacks } from './own-packs.ts';
import { projectRoot } from './paths.ts';
import { type Config, isProduction, noteAt, Settings } from './settings.ts';
import { clashesOf } from './settings-together.ts';

export const configurationDoc = 'docs/reference/configuration.md';
const exampleFile = 'config/dev.json';

/** One thing wrong with a configuration file, and the way out. */
export interface ConfigurationFault {
  /** `sender.address`, or empty for the file as a whole. */
  path: string;
  given: string;
  expected: string;
  example: string;
  /** The place in the documentation that explains it. */
  read: string;
}

/** The configuration cannot be deployed. The message lists every fault and is meant to be printed as it is. */
export class ConfigurationError extends Error {
  readonly code = 'configuration_invalid';
  readonly file: string;
  readonly faults: ConfigurationFault[];

  constructor(file: string, faults: ConfigurationFault[]) {
    super(
      [
        `The configuration ${file} cannot be used: ${faults.length} ${faults.length === 1 ? 'thing has' : 'things have'} to be put right.`,
        ...faults.map(describe),
        `Nothing was synthesized. Every setting is explained in ${configurationDoc}.`,
      ].join('\n\n'),
    );
    this.file = file;
    this.faults = faults;
  }

  override get name(): string {
    return 'ConfigurationError';
  }
}

const describe = (fault: ConfigurationFault): string =>
  [
    `  ${fault.path || 'the file'}`,
    `    given:    ${fault.given}`,
    `    expected: ${fault.expected}`,
    `    example:  ${fault.example}`,
    `    read:     ${fault.read}`,
  ].join('\n');

/** The heading of a setting in the reference, as a fragment. */
export const anchorOf = (path: string): string => path.toLowerCase().replaceAll('.', '');

/**
 * Reads a configuration file, relative to the project or absolute, and the packs it names, and checks all of it.
 * @param stage the stage it has to be for, where one was asked for by its name
 * @throws ConfigurationError with every fault
 */
export function loadConfig(path: string, stage?: string): Config {
  const given = readJson(path);
  const checked = Settings.safeParse(given);
  const issues = checked.error?.issues ?? [];
  const own = readOwnPacks(resolve(projectRoot, path), valueAt(given, ['packs']));
  const faults = [
    ...issues.flatMap((issue) => faultsOf(issue, given)),
    ...own.faults.map((fault) => ({ ...fault, read: `${configurationDoc}#packs` })),
    ...unknownDefaultPack(valueAt(given, ['defaultPack']), own),
    ...otherStage(valueAt(given, ['stage']), stage),
    ...clashesIn(given, issues, stage),
  ];
  if (checked.success && faults.length === 0) {
    const { packs: _, threatProtection = isProduction(checked.data.stage), ...others } = checked.data;
    return { ...others, threatProtection, ...(own.packs.length > 0 && { packs: own.packs }) };
  }
  // A setting can break several checks at once; what to do about it is the same.
  throw new ConfigurationError(path, [...new Map(faults.map((fault) => [fault.path, fault])).values()]);
}

/**
 * The configuration of a stage, `config/<stage>.json`.
 * @throws ConfigurationError also when no stage can have that name, or the file is for another one
 */
export function loadStage(stage: string): Config {
  const file = `config/${stage}.json`;
  if (!Settings.shape.stage.safeParse(stage).success)
    throw new ConfigurationError(file, [faultAt(['stage'], stage)]);
  return loadConfig(file, stage);
}

/** Whoever asked for a stage by its name must not change another one; that one is offered if a stage can have its name. */
function otherStage(written: unknown, asked: string | undefined): ConfigurationFault[] {
  if (asked === undefined || typeof written !== 'string' || written === asked) return [];
  const instead = Settings.shape.stage.safeParse(written).success ? `; or ask for ${show(written)}` : '';
  const expected = `"${asked}", which was asked for${instead}`;
  return [{ ...faultAt(['stage'], written), expected, example: show(asked) }];
}

/** What does not go together, as far as each of it is sound, in the stage that was asked for. */
function clashesIn(
  given: unknown,
  issues: z.core.$ZodIssue[],
  asked: string | undefined,
): ConfigurationFault[] {
  const broken = new Set(issues.map(({ path }) => path[0]).filter((key) => key !== undefined));
  if (asked !== undefined) broken.delete('stage');
  const sound = Object.fromEntries(
    Object.entries(Settings.shape).flatMap(([key, type]) => {
      const written = key === 'stage' && asked !== undefined ? asked : valueAt(given, [key]);
      const value = broken.has(key) ? undefined : type.safeParse(written).data;
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return clashesOf(sound, broken).map(({ path, expected, example }) => ({
    ...faultAt(path, valueAt(given, path)),
    expected,
    ...(example !== undefined && { example }),
  }));
}

/** A pack that is there but broken has its own fault; the default that names it is none. */
function unknownDefaultPack(id: unknown, own: OwnPacks): ConfigurationFault[] {
  if (typeof id !== 'string' || publishedPackIds().includes(id) || own.ids.includes(id)) return [];
  return [faultAt(['defaultPack'], id)];
}

/** Why a text is still an example's; undefined when it is not. */
const leftOver = (text: string): string | undefined => {
  if (isExample(text))
    return text.includes('@')
      ? 'is under a domain for examples; no mail reaches it'
      : 'is under a domain for examples; nobody can have it';
  return /EXAMPLE$|123456789012/.test(text) ? 'is only an example' : undefined;
};

const textsIn = (value: unknown, path = ''): [path: string, text: string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, path ? `${path}.${key}` : key));
};

/**
 * What of a configuration that can be used is still an example's, to be told before it is deployed: addresses and hosts
 * under domains for examples, ids of nobody's zone or account, and the example's stage. Undefined when nothing is.
 */
export function reminderFor(file: string, config: Config): string | undefined {
  const { packs: _, ...settings } = config;
  const left = textsIn(settings).flatMap(([path, text]) => {
    const why = leftOver(text);
    return why ? [`  ${path}: ${show(text)} ${why}`] : [];
  });
  if (left.length > 0 && settings.stage === 'dev')
    left.unshift('  stage: "dev" is that of the example; it is part of the name of the stacks');
  if (left.length === 0) return undefined;
  return [
    `Before you deploy: ${file} still has values of the examples under config. Put your own in their place:`,
    ...left,
    `Every setting is explained in ${configurationDoc}.`,
  ].join('\n');
}

const configurationsThere = (): string[] =>
  readdirSync(resolve(projectRoot, 'config'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `config/${name}`)
    .sort();

function readJson(path: string): unknown {
  const file = resolve(projectRoot, path);
  const wrong = (given: string) =>
    new ConfigurationError(path, [
      {
        path: '',
        given,
        expected: 'a file with one JSON object',
        example: exampleFile,
        read: configurationDoc,
      },
    ]);
  if (!existsSync(file)) throw wrong(`no file of this name; there are ${configurationsThere().join(', ')}`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw wrong(`text that is not JSON (${(error as Error).message})`);
  }
}

function faultsOf(issue: z.core.$ZodIssue, given: unknown): ConfigurationFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unknownSetting([...issue.path, key]));
  const fault = faultAt(issue.path, valueAt(given, issue.path));
  // Only checks of our own know more than the note of the setting does.
  return [
    issue.code === 'custom' && issue.message !== 'Invalid input'
      ? { ...fault, expected: issue.message }
      : fault,
  ];
}

function faultAt(path: PropertyKey[], given: unknown): ConfigurationFault {
  // One of a list, or of names that are free, has no note of its own.
  const setting = path.length > 1 && !noteAt(path) ? path.slice(0, -1) : path;
  const note = noteAt(setting);
  return {
    path: path.join('.'),
    given: show(given),
    expected: note?.expected ?? 'one JSON object with the settings',
    example: note ? show(note.example) : exampleFile,
    read: note ? `${configurationDoc}#${anchorOf(setting.join('.'))}` : configurationDoc,
  };
}

const unknownSetting = (path: PropertyKey[]): ConfigurationFault => ({
  path: path.join('.'),
  given: 'a setting that does not exist',
  expected: `one of ${settingNames(path.slice(0, -1)).join(', ')}`,
  example: 'leave it out, or correct its name',
  read: configurationDoc,
});

const settingNames = (path: PropertyKey[]): string[] => Object.keys(noteAt(path)?.inside ?? Settings.shape);

const valueAt = (value: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], value);

const show = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200);

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ACCOUNT, REGION } from '../types.ts';

/** A CloudFormation template, as far as the sandbox reads it. */
export interface Template {
  Resources?: Record<string, TemplateResource>;
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown }; Condition?: string }>;
  Parameters?: Record<string, { Type?: string; Default?: unknown }>;
  Conditions?: Record<string, unknown>;
  Mappings?: Record<string, Record<string, Record<string, unknown>>>;
  Transform?: unknown;
}

export interface TemplateResource {
  Type: string;
  Properties?: Record<string, unknown>;
  Condition?: string;
  Metadata?: Record<string, unknown>;
}

export interface SynthesizedStack {
  name: string;
  template: Template;
  /** Whether it may not be deleted before that is taken off. */
  terminationProtection: boolean;
  /** Where the asset published under this S3 object key lies on this machine. */
  assets: Map<string, string>;
}

/** The directory is not something `cdk synth` wrote; the message says what is missing. */
export class NoAssembly extends Error {}

interface Artifact {
  type: string;
  dependencies?: string[];
  /** `aws://123456789012/eu-central-1`; `unknown-account` where none was said. */
  environment?: string;
  displayName?: string;
  properties?: { templateFile?: string; file?: string; stackName?: string; terminationProtection?: boolean };
}

interface AssetManifest {
  files?: Record<string, { source: { path?: string }; destinations: Record<string, { objectKey: string }> }>;
}

const readJson = <T>(file: string): T => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    throw new NoAssembly(`Cannot read ${file}: ${(error as Error).message}`);
  }
};

const assetsOf = (folder: string, artifacts: Record<string, Artifact>): Map<string, string> => {
  const assets = new Map<string, string>();
  for (const { type, properties } of Object.values(artifacts)) {
    if (type !== 'cdk:asset-manifest' || !properties?.file) continue;
    const manifest = readJson<AssetManifest>(join(folder, properties.file));
    for (const { source, destinations } of Object.values(manifest.files ?? {}))
      for (const { objectKey } of Object.values(destinations))
        if (source.path) assets.set(objectKey, resolve(folder, source.path));
  }
  return assets;
};

/** The template as it would be for the one account and region there is here, wherever it is meant for. */
const here = (template: Template, { environment = '' }: Artifact): Template => {
  const [, account = '', region = ''] = /^aws:\/\/(\d*)[^/]*\/([a-z]+-[a-z-]+-\d)$/.exec(environment) ?? [];
  const isHere = [ACCOUNT, ''].includes(account) && [REGION, ''].includes(region);
  if (isHere) return template;
  let text = JSON.stringify(template);
  if (account) text = text.replaceAll(account, ACCOUNT);
  if (region) text = text.replaceAll(region, REGION);
  return JSON.parse(text) as Template;
};

/** Stacks whose exports others import come first. */
const inOrder = (artifacts: Record<string, Artifact>): string[] => {
  const order: string[] = [];
  const visit = (id: string) => {
    if (order.includes(id) || !artifacts[id]) return;
    for (const dependency of artifacts[id].dependencies ?? []) visit(dependency);
    order.push(id);
  };
  for (const id of Object.keys(artifacts)) visit(id);
  return order;
};

/**
 * Reads the cloud assembly that `cdk synth` wrote to `folder`, its stacks in the order of their dependencies.
 *
 * @throws NoAssembly
 */
export const readAssembly = (folder: string): SynthesizedStack[] => {
  const manifestFile = join(folder, 'manifest.json');
  if (!existsSync(manifestFile))
    throw new NoAssembly(`There is no manifest.json in ${folder}. Run: npx cdk synth -q -o ${folder}`);
  const { artifacts = {} } = readJson<{ artifacts?: Record<string, Artifact> }>(manifestFile);
  const assets = assetsOf(folder, artifacts);
  const stacks = inOrder(artifacts).flatMap((id) => {
    const { type, properties } = artifacts[id] as Artifact;
    if (type === 'cdk:cloud-assembly')
      throw new NoAssembly(
        `${id} is a stage of its own (nested assembly); give the sandbox that folder instead.`,
      );
    if (type !== 'aws:cloudformation:stack' || !properties?.templateFile) return [];
    const template = here(
      readJson<Template>(join(folder, properties.templateFile)),
      artifacts[id] as Artifact,
    );
    const terminationProtection = properties.terminationProtection ?? false;
    return [{ name: properties.stackName ?? id, template, terminationProtection, assets }];
  });
  if (stacks.length === 0) throw new NoAssembly(`${manifestFile} names no stack.`);
  return stacks;
};

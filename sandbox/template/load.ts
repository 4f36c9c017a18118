import { PROVIDER_PATH } from '../sign-in/protocol.ts';
import { ACCOUNT, REGION, type Resource } from '../types.ts';
import { type DeployedStack, deployedStack } from './deployed-stack.ts';
import { type Identity, physicalName } from './identity.ts';
import { IGNORED } from './ignored-types.ts';
import { resolve, type Scope, Unresolvable } from './intrinsics.ts';
import { readAssembly, type SynthesizedStack, type TemplateResource } from './read-assembly.ts';
import { SUPPORTED } from './supported-types.ts';

/** Something in a template that the sandbox knows and leaves out, with the reason. */
export interface Ignored {
  stack: string;
  logicalId: string;
  type: string;
  /** Set when only this property of the resource is left out. */
  property?: string;
  reason: string;
}

export interface LoadedAssembly {
  /** The resources to start, in the order of the stacks. */
  resources: Resource[];
  ignored: Ignored[];
  /** What CloudFormation would tell about the stacks. */
  stacks: DeployedStack[];
  /** Where the asset with this S3 object key lies on this machine. */
  asset(objectKey: string): string | undefined;
}

/** The templates hold something the sandbox does not do. `problems` names each: stack, logical id, type, property. */
export class NotSupported extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(
      `The sandbox does not support everything in these templates:\n${problems.map((p) => `- ${p}`).join('\n')}`,
    );
    this.name = 'NotSupported';
    this.problems = problems;
  }
}

const LONGEST_NAME = 128;

class Stack implements Scope {
  readonly source: SynthesizedStack;
  readonly #exports: Map<string, () => unknown>;
  readonly #url: string;
  readonly #hosts: RegExp | undefined;
  readonly #identities = new Map<string, Identity>();
  readonly #underWay = new Set<string>();

  constructor(source: SynthesizedStack, exports: Map<string, () => unknown>, url: string, hosts?: RegExp) {
    this.source = source;
    this.#exports = exports;
    this.#url = url;
    this.#hosts = hosts;
    for (const { Value, Export } of Object.values(source.template.Outputs ?? {}))
      if (Export) exports.set(`${resolve(Export.Name, this)}`, () => resolve(Value, this));
  }

  /** The resources whose condition holds. */
  present(): [string, TemplateResource][] {
    return Object.entries(this.source.template.Resources ?? {}).filter(
      ([, { Condition }]) => Condition === undefined || this.condition(Condition),
    );
  }

  ref(id: string): unknown {
    const pseudo: Record<string, string> = {
      'AWS::Region': REGION,
      'AWS::AccountId': ACCOUNT,
      'AWS::Partition': 'aws',
      'AWS::URLSuffix': 'amazonaws.com',
      'AWS::StackName': this.source.name,
      'AWS::StackId': `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${this.source.name}/sandbox`,
    };
    if (id in pseudo) return pseudo[id];
    const parameter = this.source.template.Parameters?.[id];
    if (!parameter) return this.identity(id).ref;
    if (parameter.Default === undefined) throw new Unresolvable(`parameter ${id} has no default`);
    return parameter.Default;
  }

  attribute(id: string, name: string): unknown {
    const value = this.identity(id).attributes[name];
    if (value === undefined) throw new Unresolvable(`Fn::GetAtt ${id}.${name} is not known to the sandbox`);
    return this.#local(value);
  }

  importValue(name: string): unknown {
    const value = this.#exports.get(name);
    if (!value) throw new Unresolvable(`no stack exports ${name}`);
    return value();
  }

  condition(name: string): boolean {
    const written = this.source.template.Conditions?.[name];
    if (written === undefined) throw new Unresolvable(`there is no condition ${name}`);
    return resolve(written, this) === true;
  }

  mapping(map: string, first: string, second: string): unknown {
    const value = this.source.template.Mappings?.[map]?.[first]?.[second];
    if (value === undefined) throw new Unresolvable(`there is no mapping ${map}.${first}.${second}`);
    return value;
  }

  identity(id: string): Identity {
    const known = this.#identities.get(id);
    if (known) return known;
    const resource = this.source.template.Resources?.[id];
    if (!resource) throw new Unresolvable(`there is no resource ${id}`);
    if (this.#underWay.has(id)) throw new Unresolvable(`${id} is named after itself`);
    this.#underWay.add(id);
    const identity = this.#identify(id, resource);
    this.#identities.set(id, identity);
    return identity;
  }

  /** What the stack tells about itself, by the names of its outputs. */
  outputs(): Record<string, string> {
    const written = Object.entries(this.source.template.Outputs ?? {}).filter(
      ([, { Condition }]) => Condition === undefined || this.condition(Condition),
    );
    return Object.fromEntries(
      written.map(([name, { Value }]) => [name, `${this.#localDeep(resolve(Value, this))}`]),
    );
  }

  /** Every intrinsic resolved; addresses of the HTTP API and of sign-in become the sandbox's own. */
  properties(resource: TemplateResource): Record<string, unknown> {
    return this.#localDeep(resolve(resource.Properties ?? {}, this)) as Record<string, unknown>;
  }

  #identify(id: string, { Type, Properties = {} }: TemplateResource): Identity {
    const type = SUPPORTED[Type] ?? IGNORED[Type];
    if (!type) throw new Unresolvable(`${id} is of the unsupported type ${Type}`);
    const chosen = type.nameProperty ? resolve(Properties[type.nameProperty], this) : undefined;
    const longest = SUPPORTED[Type]?.longestName ?? LONGEST_NAME;
    const name = typeof chosen === 'string' ? chosen : physicalName(this.source.name, id, longest);
    const plain = IGNORED[Type] ? (resolve(Properties, this) as Record<string, unknown>) : {};
    return type.identify(name, plain);
  }

  #local(value: string): string {
    return (this.#hosts ? value.replace(this.#hosts, this.#url) : value)
      .replace(/https:\/\/[a-z0-9]+\.execute-api\.us-east-1\.amazonaws\.com/g, this.#url)
      .replace(/https:\/\/cognito-idp\.us-east-1\.amazonaws\.com(?=\/)/g, `${this.#url}${PROVIDER_PATH}`)
      .replace(
        /https:\/\/([a-z0-9-]+)\.auth\.us-east-1\.amazoncognito\.com/g,
        (_, domain: string) => `${this.#url}${PROVIDER_PATH}/${domain}`,
      );
  }

  #localDeep(value: unknown): unknown {
    if (typeof value === 'string') return this.#local(value);
    if (Array.isArray(value)) return value.map((each) => this.#localDeep(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.#localDeep(each)]));
  }
}

/** The addresses that CloudFront answers to in the templates; here they are the sandbox's own. */
const hostsOf = (sources: readonly SynthesizedStack[]): RegExp | undefined => {
  const names = sources
    .flatMap(({ template }) => Object.values(template.Resources ?? {}))
    .filter(({ Type }) => Type === 'AWS::CloudFront::Distribution')
    .flatMap(({ Properties }) => (Properties?.DistributionConfig as { Aliases?: string[] })?.Aliases ?? []);
  return names.length === 0
    ? undefined
    : new RegExp(`https://(${names.map((name) => name.replaceAll('.', '\\.')).join('|')})(?![\\w.-])`, 'g');
};

const judge = (stack: Stack, logicalId: string, resource: TemplateResource) => {
  const where = { stack: stack.source.name, logicalId, type: resource.Type };
  const name = `${where.stack}: ${logicalId} (${resource.Type})`;
  const skipped = IGNORED[resource.Type];
  if (skipped) return { ignored: [{ ...where, reason: skipped.reason }], problems: [] };
  const type = SUPPORTED[resource.Type];
  if (!type) return { ignored: [], problems: [`${name}: this type is not supported`] };
  const ignored: Ignored[] = [];
  const problems: string[] = [];
  for (const property of Object.keys(resource.Properties ?? {})) {
    const reason = type.ignored?.[property];
    if (reason) ignored.push({ ...where, property, reason });
    else if (!type.used.includes(property)) problems.push(`${name}: property ${property} is not supported`);
  }
  try {
    const properties = stack.properties(resource);
    const refused = type.refuse?.(properties);
    if (refused) problems.push(`${name}: ${refused}`);
    const path = `${resource.Metadata?.['aws:cdk:path'] ?? logicalId}`;
    const started: Resource = { ...where, properties, arn: stack.identity(logicalId).arn, path };
    return { resource: started, ignored, problems };
  } catch (error) {
    if (!(error instanceof Unresolvable)) throw error;
    return { ignored, problems: [...problems, `${name}: ${error.message}`] };
  }
};

/**
 * Reads what `cdk synth` wrote, every intrinsic resolved as it would be after a deployment.
 *
 * @param url where the HTTP API of the templates will be served.
 * @throws NotSupported naming everything the sandbox does not do, NoAssembly
 */
export const loadAssembly = (folder: string, url: string): LoadedAssembly => {
  const exports = new Map<string, () => unknown>();
  const sources = readAssembly(folder);
  const hosts = hostsOf(sources);
  const stacks = sources.map((source) => new Stack(source, exports, url, hosts));
  const judged = stacks.flatMap((stack) =>
    stack.present().map(([id, resource]) => judge(stack, id, resource)),
  );
  const problems = [
    ...stacks
      .filter(({ source }) => source.template.Transform)
      .map(({ source }) => `${source.name}: Transform`),
    ...judged.flatMap((each) => each.problems),
  ];
  if (problems.length > 0) throw new NotSupported(problems);
  return {
    resources: judged.flatMap(({ resource }) => (resource ? [resource] : [])),
    ignored: judged.flatMap(({ ignored }) => ignored),
    stacks: stacks.map(deployedStack),
    asset: (key) => stacks[0]?.source.assets.get(key),
  };
};

import {
  DescribeStacksCommand,
  paginateListStackResources,
  type Stack,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation';
import { EDGE_REGION } from '../../infra/edge-region.ts';
import type { Aws } from './aws.ts';
import { Cannot } from './exit.ts';

export type StackPart = 'data' | 'edge' | 'service';

export const stackName = (stage: string, part: StackPart): string => `pip-follow-up-${stage}-${part}`;

/** What the stacks of a stage tell about themselves. */
export interface Deployment {
  stage: string;
  stacks: Partial<Record<StackPart, Stack>>;
  /** Outputs of the data and the service stack, by their names. */
  outputs: ReadonlyMap<string, string>;
  /** @throws Cannot naming the output, when an older version was deployed that has none of it */
  output(name: string): string;
  /** All resources of a type, in all its stacks but the one at the edge. */
  resources(type: string): Promise<StackResourceSummary[]>;
  /** Those of the stack at the edge, which are in a region of its own. */
  edgeResources(type: string): Promise<StackResourceSummary[]>;
}

/** The stack; `undefined` when there is none. */
export async function stackOf(aws: Aws, name: string): Promise<Stack | undefined> {
  try {
    const { Stacks = [] } = await aws.cloudformation().send(new DescribeStacksCommand({ StackName: name }));
    return Stacks[0];
  } catch (error) {
    const { name: code, message } = error as Error;
    if (code === 'ValidationError' && /does not exist/.test(message)) return undefined;
    throw error;
  }
}

const outputsOf = (stack: Stack | undefined): [string, string][] =>
  (stack?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]);

async function listAll(aws: Aws, stacks: (Stack | undefined)[]): Promise<StackResourceSummary[]> {
  const found: StackResourceSummary[] = [];
  for (const stack of stacks) {
    if (!stack?.StackName) continue;
    const pages = paginateListStackResources(
      { client: aws.cloudformation() },
      { StackName: stack.StackName },
    );
    for await (const page of pages) found.push(...(page.StackResourceSummaries ?? []));
  }
  return found;
}

/** The stacks of a stage, whichever of them there are. */
export async function lookUp(aws: Aws, stage: string): Promise<Deployment> {
  const inEdgeRegion = aws.region === EDGE_REGION ? aws : aws.in(EDGE_REGION);
  const [data, service, edge] = await Promise.all([
    stackOf(aws, stackName(stage, 'data')),
    stackOf(aws, stackName(stage, 'service')),
    stackOf(inEdgeRegion, stackName(stage, 'edge')),
  ]);
  const outputs = new Map([...outputsOf(data), ...outputsOf(service)]);
  let listed: Promise<StackResourceSummary[]> | undefined;
  let atEdge: Promise<StackResourceSummary[]> | undefined;
  return {
    stage,
    stacks: { ...(data && { data }), ...(service && { service }), ...(edge && { edge }) },
    outputs,
    output(name) {
      const value = outputs.get(name);
      if (value !== undefined) return value;
      throw new Cannot(
        `The stacks of the stage "${stage}" have no output ${name}.`,
        `An older version is deployed. Deploy this one: npm run deploy -- --stage ${stage}`,
      );
    },
    async resources(type) {
      listed ??= listAll(aws, [data, service]);
      return (await listed).filter(({ ResourceType }) => ResourceType === type);
    },
    async edgeResources(type) {
      atEdge ??= listAll(inEdgeRegion, [edge]);
      return (await atEdge).filter(({ ResourceType }) => ResourceType === type);
    },
  };
}

/** The deployment of a stage that must be there. @throws Cannot when it is not */
export async function deploymentOf(aws: Aws, stage: string): Promise<Deployment> {
  const found = await lookUp(aws, stage);
  if (found.stacks.data && found.stacks.service) return found;
  const { account } = await aws.caller();
  throw new Cannot(
    `There is no stage "${stage}" in account ${account}, region ${aws.region}: no stack ${stackName(stage, found.stacks.data ? 'service' : 'data')}.`,
    `Check --stage, --region and your credentials; or deploy it: npm run deploy -- --stage ${stage}`,
  );
}

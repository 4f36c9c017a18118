import type { DeployedStack } from '../../template/deployed-stack.ts';
import { AwsError, type Clock, type WireService } from '../../types.ts';
import { queryReply, unknownAction } from '../protocol.ts';
import type { XmlTree } from '../xml.ts';

const ACTIONS = ['DescribeStacks', 'ListStacks', 'ListStackResources'];

/** AWS CloudFormation, read only: the stacks of the assembly, deployed when the clock was at its start. */
export const cloudformationService = (options: {
  clock: Pick<Clock, 'now'>;
  stacks: readonly DeployedStack[];
  region: string;
  account: string;
}): WireService => {
  const { stacks, region, account } = options;
  const created = new Date(options.clock.now()).toISOString();
  const idOf = (name: string) => `arn:aws:cloudformation:${region}:${account}:stack/${name}/sandbox`;

  const find = (wanted: unknown): DeployedStack => {
    const found = stacks.find(({ name }) => name === wanted || idOf(name) === wanted);
    if (found) return found;
    throw new AwsError('ValidationError', `Stack with id ${String(wanted)} does not exist`);
  };
  const about = ({ name }: DeployedStack) => ({
    StackId: idOf(name),
    StackName: name,
    CreationTime: created,
    StackStatus: 'CREATE_COMPLETE',
  });
  const describe = (stack: DeployedStack): XmlTree => ({
    ...about(stack),
    EnableTerminationProtection: stack.terminationProtection,
    Outputs: Object.entries(stack.outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
  });
  const listed = (stack: DeployedStack): XmlTree =>
    stack.resources.map(({ logicalId, type, physicalId }) => ({
      LogicalResourceId: logicalId,
      PhysicalResourceId: physicalId,
      ResourceType: type,
      LastUpdatedTimestamp: created,
      ResourceStatus: 'CREATE_COMPLETE',
    }));

  const answer: Record<string, (input: Record<string, unknown>) => Record<string, XmlTree>> = {
    DescribeStacks: ({ StackName }) => ({
      Stacks: (StackName === undefined ? [...stacks] : [find(StackName)]).map(describe),
    }),
    ListStacks: () => ({ StackSummaries: stacks.map(about) }),
    ListStackResources: ({ StackName }) => ({ StackResourceSummaries: listed(find(StackName)) }),
  };
  return {
    target: 'query:CloudFormation',
    signingName: 'cloudformation',
    permissions: (action, { StackName }) => [
      {
        action: `cloudformation:${action}`,
        resource: StackName === undefined ? '*' : idOf(String(StackName)),
      },
    ],
    handle: async (action, input) => {
      const told = answer[action];
      if (!told) throw unknownAction('cloudformation', action, ACTIONS);
      return queryReply('cloudformation', action, told(input));
    },
  };
};

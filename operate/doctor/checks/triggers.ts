import { DescribeRuleCommand, ListTargetsByRuleCommand } from '@aws-sdk/client-eventbridge';
import { GetEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { expectThat, type Finding, wrong } from '../finding.ts';
import type { Check, World } from '../world.ts';

interface Trigger {
  id: string;
  fault?: string;
}

async function feeds({ aws, deployment }: World): Promise<Trigger[]> {
  const named = await deployment.resources('AWS::Lambda::EventSourceMapping');
  return Promise.all(
    named.map(async ({ LogicalResourceId: id = '', PhysicalResourceId: UUID }) => {
      const { State = '' } = await aws.lambda().send(new GetEventSourceMappingCommand({ UUID }));
      return ['Disabled', 'Disabling'].includes(State) ? { id, fault: State.toLowerCase() } : { id };
    }),
  );
}

async function rules({ aws, deployment }: World): Promise<Trigger[]> {
  const named = await deployment.resources('AWS::Events::Rule');
  return Promise.all(
    named.map(async ({ LogicalResourceId: id = '', PhysicalResourceId: Name }) => {
      const [{ State }, { Targets = [] }] = await Promise.all([
        aws.events().send(new DescribeRuleCommand({ Name })),
        aws.events().send(new ListTargetsByRuleCommand({ Rule: Name })),
      ]);
      if (State === 'DISABLED') return { id, fault: 'disabled' };
      return Targets.length === 0 ? { id, fault: 'without a target' } : { id };
    }),
  );
}

/** Whether what calls functions of its own accord is on: the table's feeds, the sweeper's clock, the news of SES. */
export const triggers: Check = {
  name: 'triggers',
  look: async (world) => {
    const deploy = `npm run deploy -- --stage ${world.stage}`;
    const kinds = [
      { check: 'triggers.feeds', all: await feeds(world), felt: 'no mail goes out, or no plan starts' },
      {
        check: 'triggers.rules',
        all: await rules(world),
        felt: 'nothing is swept, or nobody learns of mail that came back',
      },
    ];
    return kinds.map(({ check, all, felt }): Finding => {
      if (all.length === 0) return wrong(check, `There is none: ${felt}.`, deploy);
      const off = all.flatMap(({ id, fault }) => (fault ? `${id} is ${fault}` : []));
      return expectThat(
        off.length === 0,
        check,
        `All ${all.length} are on.`,
        `${off.join(', ')}: ${felt}.`,
        `npm run admin -- resume-triggers --stage ${world.stage}; a rule it does not know: aws events enable-rule --name NAME; a target that is gone: aws events put-targets --rule NAME --targets Id=Target0,Arn=ARN_OF_THE_FUNCTION`,
      );
    });
  },
};

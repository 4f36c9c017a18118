import { type StackPart, stackName } from '../../common/deployment.ts';
import { type Finding, wrong } from '../finding.ts';
import type { Check, World } from '../world.ts';
import { isHalfMade } from './half-made.ts';

const PARTS: StackPart[] = ['data', 'edge', 'service'];

const regionOf = (part: StackPart, { aws }: World): string => (part === 'edge' ? 'us-east-1' : aws.region);

/** What is left of a first deployment is protected from deletion already: the CDK does that before it begins. */
const deletion = (at: string): string =>
  `aws cloudformation update-termination-protection --no-enable-termination-protection ${at} && aws cloudformation delete-stack ${at}`;

const REASONS = 'aws cloudformation describe-stack-events';

function examined(part: StackPart, world: World): Finding[] {
  const status = world.deployment.stacks[part]?.StackStatus;
  const name = stackName(world.stage, part);
  const at = `--stack-name ${name} --region ${regionOf(part, world)}`;
  const check = `deploy.${part}`;
  if (status === undefined) return [];
  if (isHalfMade(status))
    return [
      wrong(
        check,
        `${name} is ${status}: its first deployment failed, and nothing ever ran in it.`,
        `${REASONS} ${at}    (why), then ${deletion(at)}    (docs/how-to/deploy.md)`,
      ),
    ];
  if (status.endsWith('_IN_PROGRESS'))
    return [
      wrong(
        check,
        `${name} is ${status}: somebody deploys it right now.`,
        `Wait until that is over: aws cloudformation describe-stacks ${at}`,
      ),
    ];
  if (status === 'UPDATE_ROLLBACK_FAILED')
    return [
      wrong(
        check,
        `${name} is ${status}: CloudFormation takes no update of it.`,
        `aws cloudformation continue-update-rollback ${at}`,
      ),
    ];
  if (status === 'DELETE_FAILED')
    return [
      wrong(
        check,
        `${name} is ${status}: somebody deletes it, and did not come to the end.`,
        `${REASONS} ${at}    (what could not be deleted), then aws cloudformation delete-stack ${at}    once more`,
      ),
    ];
  return [];
}

/** What CloudFormation would refuse, or do halfway. The other states that end in FAILED take an update. */
export const stuckStacks: Check = {
  name: 'deploy.stacks',
  look: async (world) => PARTS.flatMap((part) => examined(part, world)),
};

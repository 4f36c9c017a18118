import { isProduction } from '../../../infra/settings.ts';
import { type StackPart, stackName } from '../../common/deployment.ts';
import { expectThat, type Finding, ok, wrong } from '../finding.ts';
import type { Check } from '../world.ts';

const WELL = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'];

/** Whether the stacks are there, whole, and protected. */
export const stacks: Check = {
  name: 'stacks',
  look: async ({ deployment, stage, config, aws }) => {
    const parts: StackPart[] = config?.hosts ? ['data', 'edge', 'service'] : ['data', 'service'];
    return parts.flatMap((part): Finding[] => {
      const name = stackName(stage, part);
      const stack = deployment.stacks[part];
      const region = part === 'edge' ? 'us-east-1' : aws.region;
      if (!stack)
        return [
          wrong(
            `stacks.${part}`,
            `There is no stack ${name} in ${region}.`,
            `npm run deploy -- --stage ${stage}`,
          ),
        ];
      const status = `${stack.StackStatus}`;
      const needsProtection = part === 'data' || isProduction(stage);
      return [
        status === 'UPDATE_ROLLBACK_COMPLETE'
          ? wrong(
              `stacks.${part}`,
              `The last deployment of ${name} was taken back: what runs is older than what was deployed.`,
              `aws cloudformation describe-stack-events --stack-name ${name} --region ${region}    (the first FAILED says why), then deploy again`,
            )
          : expectThat(
              WELL.includes(status),
              `stacks.${part}`,
              `${name} is whole (${status}).`,
              `${name} is ${status}.`,
              `aws cloudformation describe-stack-events --stack-name ${name} --region ${region}`,
            ),
        needsProtection
          ? expectThat(
              stack.EnableTerminationProtection === true,
              `stacks.${part}-protected`,
              'It cannot be deleted by mistake.',
              `${name} can be deleted by one call: its termination protection is off.`,
              `aws cloudformation update-termination-protection --enable-termination-protection --stack-name ${name} --region ${region}`,
            )
          : ok(`stacks.${part}-protected`, 'It may be deleted: everything in it can be deployed anew.'),
      ];
    });
  },
};

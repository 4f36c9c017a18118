import { GetParameterCommand } from '@aws-sdk/client-ssm';
import type { Aws } from '../../common/aws.ts';
import { type Finding, ok, wrong } from '../finding.ts';
import type { Check } from '../world.ts';

/** The version of the bootstrap stack that what aws-cdk-lib 2 synthesizes asks for. */
export const NEEDED = 21;
const PARAMETER = '/cdk-bootstrap/hnb659fds/version';

async function versionIn(aws: Aws): Promise<number | undefined> {
  try {
    const { Parameter } = await aws.ssm().send(new GetParameterCommand({ Name: PARAMETER }));
    return Number(Parameter?.Value);
  } catch (error) {
    if ((error as Error).name === 'ParameterNotFound') return undefined;
    throw error;
  }
}

async function inRegion(aws: Aws, account: string): Promise<Finding> {
  const version = await versionIn(aws);
  const check = `bootstrap.${aws.region}`;
  const fix = `npx cdk bootstrap aws://${account}/${aws.region}`;
  if (version === undefined)
    return wrong(check, `${aws.region} of this account is not bootstrapped: nothing can be deployed.`, fix);
  return version >= NEEDED
    ? ok(check, `${aws.region} is bootstrapped (version ${version}).`)
    : wrong(
        check,
        `The bootstrap of ${aws.region} is version ${version}, too old: ${NEEDED} is needed.`,
        fix,
      );
}

/** Whether the CDK can deploy: to the region, and to us-east-1 where the edge is. */
export const bootstrap: Check = {
  name: 'bootstrap',
  look: async ({ aws, config }) => {
    const { account } = await aws.caller();
    const regions = config?.hosts && aws.region !== 'us-east-1' ? [aws, aws.in('us-east-1')] : [aws];
    const findings: Finding[] = [];
    for (const region of regions) findings.push(await inRegion(region, account));
    return findings;
  },
};

import { ok, unclear, wrong } from '../finding.ts';
import type { Check } from '../world.ts';

/** Whether this is the account and the region the configuration means. */
export const account: Check = {
  name: 'account',
  look: async ({ aws, config, file, stage }) => {
    const { account: here, arn } = await aws.caller();
    const where = `account ${here}, region ${aws.region}`;
    const findings = [ok('account.credentials', `You are ${arn}.`)];
    if (!config)
      return [
        ...findings,
        unclear(
          'account.configuration',
          `This is ${where}; there is no config/${stage}.json to compare it with.`,
          `npm run doctor -- --stage ${stage} --config FILE`,
        ),
      ];
    if (config.account !== undefined && config.account !== here)
      findings.push(
        wrong(
          'account.number',
          `${file} is for account ${config.account}, but these credentials are of account ${here}.`,
          `Use credentials of ${config.account} (AWS_PROFILE=…), or correct "account" in ${file}.`,
        ),
      );
    else findings.push(ok('account.number', `This is ${where}.`));
    findings.push(
      config.region === aws.region
        ? ok('account.region', `${file} is for ${config.region} as well.`)
        : wrong(
            'account.region',
            `${file} is for region ${config.region}, but this looks at ${aws.region}.`,
            `Leave --region out, or correct "region" in ${file}. Moving a deployment to another region is a restore: docs/how-to/move-to-another-region.md`,
          ),
    );
    return findings;
  },
};

import { ListUsersInGroupCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expectThat, type Finding, ok, wrong } from '../finding.ts';
import type { Check, World } from '../world.ts';

/** Without somebody in it nobody can start a plan, and without the other nobody sees a run that failed. */
const GROUPS = ['hr', 'operator'] as const;

async function inPool(UserPoolId: string, { aws, stage }: World): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const GroupName of GROUPS) {
    const { Users = [] } = await aws
      .cognito()
      .send(new ListUsersInGroupCommand({ UserPoolId, GroupName, Limit: 60 }));
    const usable = Users.filter(({ Enabled }) => Enabled !== false).length;
    findings.push(
      expectThat(
        usable > 0,
        `people.${GroupName}`,
        `Somebody is in the group ${GroupName} (${usable}).`,
        `Nobody is in the group ${GroupName}: ${GroupName === 'hr' ? 'no plan can be started' : 'nobody can repair a run on the admin site'}.`,
        GroupName === 'hr'
          ? `npm run admin -- first-user --stage ${stage} --email you@agency.org --name "Your Name"`
          : `npm run admin -- users add you@agency.org --group operator --stage ${stage}`,
      ),
    );
  }
  return findings;
}

async function atIssuer(issuer: string, { fetch }: World): Promise<Finding[]> {
  const address = `${issuer}/.well-known/openid-configuration`;
  const fix = `curl ${address}    (compare "signIn.issuer" in the configuration with what your provider calls itself)`;
  try {
    const reply = await fetch(address);
    if (!reply.ok)
      return [wrong('people.issuer', `${address} answers ${reply.status}: nobody can sign in.`, fix)];
    const said = (await reply.json()) as { issuer?: string };
    return [
      expectThat(
        said.issuer === issuer,
        'people.issuer',
        `${issuer} can be reached, and calls itself that.`,
        `${address} is the issuer ${said.issuer}: tokens of it are refused, so nobody can sign in.`,
        fix,
      ),
    ];
  } catch {
    return [wrong('people.issuer', `${issuer} cannot be reached: nobody can sign in.`, fix)];
  }
}

/** Whether anybody can sign in. */
export const people: Check = {
  name: 'people',
  look: async (world) => {
    const pool = world.deployment.outputs.get('UserPoolId');
    if (pool !== undefined) return inPool(pool, world);
    const issuer = world.config?.signIn?.issuer ?? world.deployment.outputs.get('Issuer');
    return issuer === undefined
      ? [ok('people', 'Nothing is deployed yet that somebody could sign in to.')]
      : atIssuer(issuer, world);
  },
};

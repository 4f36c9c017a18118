import { DescribeUserPoolClientCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Aws } from '../common/aws.ts';
import type { Deployment } from '../common/deployment.ts';
import { Cannot } from '../common/exit.ts';
import { visit } from './site.ts';

const OWN_PROVIDER =
  'Ask your provider for an access token of somebody in the group of HR, and give it: --token TOKEN (or FOLLOW_UP_TOKEN).';

/**
 * A token for programs, by client credentials, as any system of the organisation gets one.
 * @throws Cannot where the stage signs in at a provider of the organisation's own
 */
export async function programToken(aws: Aws, deployment: Deployment): Promise<string> {
  const UserPoolId = deployment.outputs.get('UserPoolId');
  const ClientId = deployment.outputs.get('ProgramsClientId');
  if (!UserPoolId || !ClientId)
    throw new Cannot(
      'This stage signs in at a provider of its own, which gives no token here.',
      OWN_PROVIDER,
    );
  const { UserPoolClient } = await aws
    .cognito()
    .send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId }));
  const discovery = await visit(`${deployment.output('Issuer')}/.well-known/openid-configuration`);
  const { token_endpoint: endpoint } = (await discovery.json()) as { token_endpoint?: string };
  if (!endpoint) throw new Cannot(`${deployment.output('Issuer')} names no token endpoint.`, OWN_PROVIDER);
  const reply = await visit(endpoint, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${ClientId}:${UserPoolClient?.ClientSecret ?? ''}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'pip-follow-up/hr' }).toString(),
  });
  const { access_token: token, error } = (await reply.json()) as { access_token?: string; error?: string };
  if (token) return token;
  throw new Cannot(
    `${endpoint} gave no token (${reply.status} ${error ?? ''}).`,
    'Run: npm run doctor -- --stage STAGE',
  );
}

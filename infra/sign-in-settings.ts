import { z } from 'zod';
import { isIssuer } from './checks.ts';
import { line, setting } from './setting.ts';

/** What an organisation's own provider calls the group of a role. */
const group = (role: string, example: string) =>
  setting(line(200).optional(), {
    description: `The group of whoever may do what the role ${role} may ([who may do what](access.md)).`,
    expected: `the name of a group that is part of no other group's name; pip-follow-up-${role} when left out`,
    example,
  });

/** Where people sign in. */
export const signInSettings = {
  signIn: setting(
    z
      .strictObject({
        issuer: setting(z.string().refine(isIssuer), {
          description: 'The OpenID provider people sign in at, as its discovery document names it.',
          expected: 'an https:// address',
          example: 'https://login.agency.example.org',
        }),
        clientId: setting(line(200), {
          description: `What the provider calls this site. Its redirect address is \`<AdminUrl>/admin/callback\`, the one after signing out \`<AdminUrl>/admin/signed-out\`.`,
          expected: 'the client id the provider gave',
          example: 'pip-follow-up',
        }),
        clientSecretArn: setting(
          z
            .string()
            .regex(/^arn:[\w-]+:secretsmanager:/)
            .optional(),
          {
            description:
              'The secret of that client, if it has one: a Secrets Manager secret whose whole text it is.',
            expected: 'the ARN of a secret, or nothing',
            example: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:sign-in-AbCdEf',
          },
        ),
        audience: setting(z.array(line(200)).min(1).optional(), {
          description: 'Whom access tokens for the API are meant for (`aud` or `client_id`).',
          expected: 'a list of names; the client id when left out',
          example: ['pip-follow-up'],
        }),
        verifiesEmails: setting(z.boolean().default(false), {
          description:
            'Whether the provider verifies every e-mail address it names, and people cannot type their own. Managers are known by their address; without this, only addresses with `email_verified: true` count.',
          expected: 'true or false; false when left out',
          example: true,
        }),
        groupsClaim: setting(line(200).default('groups'), {
          description: 'The claim that lists somebody’s groups, in ID tokens and in access tokens.',
          expected: 'the name of a claim; groups when left out',
          example: 'groups',
        }),
        groups: setting(
          z
            .strictObject({
              hr: group('hr', 'HR-Follow-Up'),
              manager: group('manager', 'Managers'),
              auditor: group('auditor', 'Internal-Audit'),
              operator: group('operator', 'Platform'),
              recorder: group('recorder', 'Follow-Up-Data'),
            })
            .default({}),
          {
            description: 'What the provider calls the group of each role.',
            expected: 'an object with a group for each role',
            example: { hr: 'HR-Follow-Up', operator: 'Platform' },
          },
        ),
      })
      .optional(),
    {
      description:
        'Where people sign in to the admin site, and whose tokens the API takes. Left out, a Cognito user pool is created: only administrators create people in it, and everybody needs a second factor.',
      expected: 'an object with issuer and clientId, or nothing',
      example: { issuer: 'https://login.agency.example.org', clientId: 'pip-follow-up' },
    },
  ),
};

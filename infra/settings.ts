import { z } from 'zod';
import { LANGUAGES } from '../adapters/languages.ts';
import type { PackFile } from '../adapters/resolve-pack.ts';
import {
  isHost,
  isIssuer,
  isMailDomain,
  isQuietHours,
  isRegion,
  isTags,
  isZone,
  nearestRegion,
  publishedPackIds,
  type QuietHours,
  retentionChoices,
} from './checks.ts';

/**
 * Whether a stage is one that real plans live in: `prod`, or `prod-` and more. It is guarded more, and may write to
 * everybody.
 */
export const isProduction = (stage: string): boolean => /^prod(-|$)/.test(stage);

/** What a setting is for, in words for whoever deploys. Faults and the configuration reference are made of it. */
export interface SettingNote {
  description: string;
  expected: string;
  example: unknown;
}

const setting = <T extends z.ZodType>(schema: T, note: SettingNote): T => schema.meta({ ...note });

/** A line people read; control characters would let a setting write mail headers of its own. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}+$/u);

/** The host CloudFront reaches the API by: below the participants' one, so that no host of an organisation's own is taken. */
export const originHost = ({ participants }: { participants: string }): string => `origin.${participants}`;

const address = z.email();

const certificate = z.string().regex(/^arn:[\w-]+:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/);

/** What an organisation's own provider calls the group of a role. */
const group = (role: string, example: string) =>
  setting(line(200).optional(), {
    description: `The group of whoever may do what the role ${role} may ([who may do what](access.md)).`,
    expected: `the name of a group that is part of no other group's name; pip-follow-up-${role} when left out`,
    example,
  });

const NIGHT = { from: '20:00', to: '07:00' };

export const Settings = z.strictObject({
  stage: setting(z.string().regex(/^(?!.*(aws|amazon|cognito))[a-z][a-z0-9-]{0,19}$/), {
    description:
      'Tells deployments in one account apart; the stacks are named `pip-follow-up-<stage>-data`, `-edge` and `-service`. Stages named `prod`, or `prod-` and more, are production: all their stacks are protected from deletion, they must have `hosts` and `operators`, and they may write to everybody.',
    expected:
      'a lowercase letter, then lowercase letters, digits or hyphens, at most 20 characters in all; not with aws, amazon or cognito in it, which Cognito takes in no address',
    example: 'prod',
  }),
  region: setting(z.string().refine(isRegion, { error: ({ input }) => nearestRegion(`${input}`) }), {
    description:
      'The AWS region everything is deployed to and all data stay in. What stands before it at the edge (certificate, web firewall, CloudFront) is always managed from us-east-1; nothing is stored there but its logs.',
    expected: 'the name of an AWS region',
    example: 'us-east-1',
  }),
  account: setting(
    z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    {
      description:
        'The AWS account it may be deployed to. Left out, it goes to the account of whoever deploys; named, a deployment with credentials of another one is refused.',
      expected: 'the 12 digits of an account in quotation marks, or nothing',
      example: '123456789012',
    },
  ),
  organisation: setting(line(100), {
    description: 'Who runs the plans, as people read it on pages and in e-mails.',
    expected: 'a name of 1 to 100 characters on one line',
    example: 'Example Agency',
  }),
  sender: setting(
    z.strictObject({
      address: setting(z.email(), {
        description: 'The address every e-mail comes from.',
        expected: 'one e-mail address, without a name',
        example: 'follow-up@agency.example.org',
      }),
      name: setting(line(64), {
        description: 'The name shown beside that address.',
        expected: 'a name of 1 to 64 characters on one line',
        example: 'Example Agency Follow-Up',
      }),
      identity: setting(z.enum(['create', 'existing']).default('create'), {
        description:
          'Whether the data stack makes the domain of that address an identity of Amazon SES, with its DNS records where `zone` holds them, or one that was verified before is used.',
        expected: 'create or existing; create when left out',
        example: 'create',
      }),
    }),
    {
      description: 'Who the e-mails come from.',
      expected: 'an object with address and name',
      example: { address: 'follow-up@agency.example.org', name: 'Example Agency Follow-Up' },
    },
  ),
  replyTo: setting(z.email(), {
    description: 'Where answers to those e-mails go. A person should read it.',
    expected: 'one e-mail address, without a name',
    example: 'hr@agency.example.org',
  }),
  contactEmail: setting(z.email(), {
    description: 'Whom people are told to write to when a link does not work or something is wrong.',
    expected: 'one e-mail address, without a name',
    example: 'hr@agency.example.org',
  }),
  recipients: setting(
    z
      .strictObject({
        domains: setting(z.array(z.string().refine(isMailDomain)), {
          description: 'Whom this stage may write to. A domain covers everything below it.',
          expected: 'a list of domains in lowercase; it may be empty',
          example: ['agency.example.org'],
        }),
        insteadTo: setting(address, {
          description: 'Who gets every e-mail that would go to anybody else.',
          expected: 'one e-mail address, without a name',
          example: 'tests@agency.example.org',
        }),
      })
      .optional(),
    {
      description:
        'Keeps a stage for trying things out from writing to people. Needed outside production; in production it is refused, because people would not get what is due to them.',
      expected: 'an object with domains and insteadTo; nothing in production',
      example: { domains: ['agency.example.org'], insteadTo: 'tests@agency.example.org' },
    },
  ),
  hosts: setting(
    z
      .strictObject({
        participants: setting(z.string().refine(isHost), {
          description: 'Where the links in e-mails lead, and nothing else is answered.',
          expected: 'the name of a host in lowercase, without https:// and without a path',
          example: 'follow-up.agency.example.org',
        }),
        admin: setting(z.string().refine(isHost), {
          description: 'Where HR, managers, auditors and operators sign in, and programs find the API.',
          expected: 'the name of another host',
          example: 'follow-up-admin.agency.example.org',
        }),
        originKey: setting(
          z
            .string()
            .regex(/^k[1-9]\d{0,3}$/)
            .default('k1'),
          {
            description:
              'Which key of the secret `OriginSecretName` CloudFront shows when it passes requests on. It is changed to [renew that key](../how-to/deploy.md#renew-the-key-between-cloudfront-and-the-api).',
            expected: 'k and a number; k1 when left out',
            example: 'k1',
          },
        ),
      })
      .optional(),
    {
      description:
        "The two addresses people open, each by CloudFront behind a web firewall, and API Gateway's own address closed. Needed in production. Left out elsewhere, everything is answered under the one address that API Gateway gives.",
      expected: 'an object with participants and admin; left out only outside production',
      example: { participants: 'follow-up.agency.example.org', admin: 'follow-up-admin.agency.example.org' },
    },
  ),
  zone: setting(
    z
      .strictObject({
        id: setting(z.string().regex(/^Z[A-Z0-9]{1,31}$/), {
          description: 'The id of the zone, as Route 53 shows it.',
          expected: 'Z and more capital letters and digits',
          example: 'Z0123456789EXAMPLE',
        }),
        name: setting(z.string().refine(isHost), {
          description: 'The domain it holds.',
          expected: 'a domain in lowercase, without a dot at the end',
          example: 'agency.example.org',
        }),
      })
      .optional(),
    {
      description:
        'The public zone in Route 53 that hosts and sender are under: certificates are made and renewed by it, and every DNS record is written to it. Left out, you write them yourself; the stacks put out what is to be written.',
      expected: 'an object with id and name, or nothing',
      example: { id: 'Z0123456789EXAMPLE', name: 'agency.example.org' },
    },
  ),
  certificates: setting(
    z
      .strictObject({
        edge: setting(certificate, {
          description: 'A certificate in us-east-1 for both hosts; CloudFront takes them from there alone.',
          expected: 'the ARN of a certificate of AWS Certificate Manager in us-east-1',
          example: `arn:aws:acm:us-east-1:123456789012:certificate/${'1'.repeat(8)}-2222-3333-4444-${'5'.repeat(12)}`,
        }),
        api: setting(certificate, {
          description:
            'A certificate in `region` for the name that CloudFront reaches the API by: `origin.` and the host for participants.',
          expected: 'the ARN of a certificate of AWS Certificate Manager in the region of the deployment',
          example: `arn:aws:acm:us-east-1:123456789012:certificate/${'6'.repeat(8)}-7777-8888-9999-${'0'.repeat(12)}`,
        }),
      })
      .optional(),
    {
      description: 'Certificates of your own, where there is no `zone` to make them in.',
      expected: 'an object with edge and api; hosts need this or a zone',
      example: {
        edge: 'arn:aws:acm:us-east-1:123456789012:certificate/…',
        api: 'arn:aws:acm:us-east-1:123456789012:certificate/…',
      },
    },
  ),
  timeZone: setting(z.string().refine(isZone), {
    description: 'The time zone of plans that name none of their own.',
    expected: 'the name of an IANA time zone, as in the tz database',
    example: 'America/New_York',
  }),
  language: setting(z.enum(LANGUAGES).default('en'), {
    description:
      'The language of pages and e-mails for everybody whom a plan gives none of their own, and of pages that do not know who reads them and whose browser asks for none of the languages there are.',
    expected: `one of ${LANGUAGES.join(', ')}; en when left out`,
    example: 'en',
  }),
  quietHours: setting(
    z.custom<false | QuietHours>((given) => given === false || isQuietHours(given)).default(NIGHT),
    {
      description:
        "When nobody is written to, by the clock in the reader's time zone: e-mails that fall due then go out together when the quiet hours are over.",
      expected: `an object with from and to, two different times as HH:MM, or false for none; ${NIGHT.from} to ${NIGHT.to} when left out`,
      example: NIGHT,
    },
  ),
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
  defaultPack: setting(z.string(), {
    description: 'The rule pack of plans that name none of their own.',
    expected: `the id of a published rule pack (${publishedPackIds().join(', ')}) or of one under packs`,
    example: 'us-dc-6b1410',
  }),
  packs: setting(z.array(z.string().min(1)).optional(), {
    description:
      'Rule packs of your own: files that add a pack, or a version to a published one. How they are written: [write a pack](../how-to/write-a-pack.md).',
    expected: 'a list of JSON files, their paths relative to this file, each a sound rule pack; or nothing',
    example: ['packs/acme.json'],
  }),
  logRetentionDays: setting(z.literal(retentionChoices), {
    description: 'How many days CloudWatch keeps logs. They hold no names, addresses or answers.',
    expected: `one of the periods CloudWatch offers: ${retentionChoices.join(', ')}`,
    example: 90,
  }),
  operators: setting(z.array(address).default([]), {
    description:
      'Who is written to when an alarm goes off or the budget runs out. Each of them gets one e-mail to agree to that.',
    expected: 'a list of e-mail addresses; at least one in production',
    example: ['platform@agency.example.org'],
  }),
  monthlyBudget: setting(z.union([z.literal(false), z.number().positive()]).default(25), {
    description: 'The US dollars a month from which on the operators are told what it costs.',
    expected: 'a number above 0, or false for no budget; 25 when left out',
    example: 25,
  }),
  threatProtection: setting(z.boolean().optional(), {
    description:
      'Whether Cognito (Plus) turns away those who sign in with passwords known to be stolen, and from where nobody does. It is paid for by the person and month.',
    expected: 'true or false; left out, true in production and false elsewhere',
    example: true,
  }),
  tags: setting(z.record(z.string(), z.string()).refine(isTags).default({}), {
    description: 'Tags for everything that can be tagged, beside `application` and `stage`.',
    expected:
      'an object with up to 40 names and texts; not application or stage, and nothing that begins with aws:',
    example: { 'cost-center': '4711' },
  }),
});

/** A checked configuration; `packs` holds what the files say. */
export type Config = Omit<z.infer<typeof Settings>, 'packs' | 'threatProtection'> & {
  packs?: PackFile[];
  threatProtection: boolean;
};

export type SignInSettings = NonNullable<Config['signIn']>;

/** The note of the setting at a path; undefined when there is none. */
export function noteAt(path: PropertyKey[]): FoundNote | undefined {
  let at: z.ZodType | undefined = Settings;
  for (const key of path) at = shapeOf(at)?.[String(key)];
  if (!at || at === Settings) return undefined;
  const note = at.meta() as SettingNote | undefined;
  if (!note) return undefined;
  const inside = shapeOf(at);
  return {
    ...note,
    optional: at instanceof z.ZodOptional || at instanceof z.ZodDefault,
    ...(inside && { inside }),
  };
}

/** The settings inside an object, given or left out. */
function shapeOf(type: z.ZodType | undefined): Shape | undefined {
  if (type instanceof z.ZodOptional || type instanceof z.ZodDefault)
    return shapeOf(type.unwrap() as z.ZodType);
  return type instanceof z.ZodObject ? (type.shape as Shape) : undefined;
}

export interface FoundNote extends SettingNote {
  optional: boolean;
  /** The settings inside it, when it is an object. */
  inside?: Shape;
}

type Shape = Record<string, z.ZodType>;

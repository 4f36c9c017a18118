import { z } from 'zod';
import { LANGUAGES } from '../adapters/languages.ts';
import type { PackFile } from '../adapters/resolve-pack.ts';
import {
  isBaseUrl,
  isIssuer,
  isQuietHours,
  isZone,
  publishedPackIds,
  type QuietHours,
  retentionChoices,
} from './checks.ts';

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

/** What an organisation's own provider calls the group of a role. */
const group = (role: string, example: string) =>
  setting(line(200).optional(), {
    description: `The group of whoever may do what the role ${role} may ([who may do what](access.md)).`,
    expected: `the name of a group that is part of no other group's name; pip-follow-up-${role} when left out`,
    example,
  });

const NIGHT = { from: '20:00', to: '07:00' };

export const Settings = z.strictObject({
  stage: setting(z.string().regex(/^[a-z][a-z0-9-]{0,19}$/), {
    description:
      'Tells deployments in one account apart; the stacks are named `pip-follow-up-<stage>-data` and `-service`.',
    expected: 'a lowercase letter, then lowercase letters, digits or hyphens, at most 20 characters in all',
    example: 'prod',
  }),
  organisation: setting(line(100), {
    description: 'Who runs the plans, as people read it on pages and in e-mails.',
    expected: 'a name of 1 to 100 characters on one line',
    example: 'Example Agency',
  }),
  sender: setting(
    z.strictObject({
      address: setting(z.email(), {
        description:
          'The address every e-mail comes from. It, or its domain, must be a verified identity in Amazon SES.',
        expected: 'one e-mail address, without a name',
        example: 'follow-up@agency.example.org',
      }),
      name: setting(line(64), {
        description: 'The name shown beside that address.',
        expected: 'a name of 1 to 64 characters on one line',
        example: 'Example Agency Follow-Up',
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
  baseUrl: setting(
    z
      .string()
      .refine(isBaseUrl)
      .transform((text) => new URL(text).origin)
      .optional(),
    {
      description:
        'The address people open, when a domain of your own points at the HTTP API. Left out, links use the address that API Gateway gives.',
      expected: 'an https:// address without a path (http:// only for localhost), or nothing',
      example: 'https://follow-up.agency.example.org',
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
          description: `What the provider calls this site. Its redirect address is \`<base url>/admin/callback\`, the one after signing out \`<base url>/admin/signed-out\`.`,
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
});

/** A checked configuration; `packs` holds what the files say. */
export type Config = Omit<z.infer<typeof Settings>, 'packs'> & { packs?: PackFile[] };

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

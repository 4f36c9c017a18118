import { z } from 'zod';
import { LANGUAGES } from '../adapters/languages.ts';
import type { PackFile } from '../adapters/resolve-pack.ts';
import {
  insteadOfRegion,
  isQuietHours,
  isRegion,
  isTags,
  isZone,
  publishedPackIds,
  type QuietHours,
  retentionChoices,
} from './checks.ts';
import { hostSettings } from './host-settings.ts';
import { mailSettings } from './mail-settings.ts';
import { line, type SettingNote, setting } from './setting.ts';
import { signInSettings } from './sign-in-settings.ts';

/**
 * Whether a stage is one that real plans live in: `prod`, or `prod-` and more. It is guarded more, and may write to
 * everybody.
 */
export const isProduction = (stage: string): boolean => /^prod(-|$)/.test(stage);

const NIGHT = { from: '20:00', to: '07:00' };

export const Settings = z.strictObject({
  stage: setting(z.string().regex(/^(?!.*(aws|amazon|cognito))[a-z][a-z0-9-]{0,19}$/), {
    description:
      'Tells deployments in one account apart; the stacks are named `pip-follow-up-<stage>-data`, `-edge` and `-service`. Stages named `prod`, or `prod-` and more, are production: all their stacks are protected from deletion, they must have `hosts` and `operators`, and they may write to everybody.',
    expected:
      'a lowercase letter, then lowercase letters, digits or hyphens, at most 20 characters in all; not with aws, amazon or cognito in it, which Cognito takes in no address',
    example: 'prod',
  }),
  region: setting(z.string().refine(isRegion, { error: ({ input }) => insteadOfRegion(`${input}`) }), {
    description:
      'The AWS region everything is deployed to and all data stay in. What stands before it at the edge (certificate, web firewall, CloudFront) is always managed from us-east-1; nothing is stored there but its logs. Which regions will not do: [deploy](../how-to/deploy.md#the-region).',
    expected: 'the name of an AWS region that has Amazon SES',
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
  ...mailSettings,
  ...hostSettings,
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
  ...signInSettings,
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
  operators: setting(z.array(z.email()).default([]), {
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

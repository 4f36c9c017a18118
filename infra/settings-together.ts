import { isWithin } from './checks.ts';
import { originHost } from './host-settings.ts';
import { type Config, isProduction } from './settings.ts';

/** Settings that are each sound by themselves. One that was given but is broken is absent, and named in `broken`. */
type Sound = Partial<Config>;

/** What is wrong with settings together: which, what was given, what would do. */
export interface Clash {
  path: string[];
  given?: string;
  expected: string;
  /** Where the setting's own would not do. */
  example?: string;
}

const LEFT_OUT = 'leave it out';

interface Rule {
  /** The settings it looks at; one of them broken, it has nothing to say. */
  about: readonly (keyof Config)[];
  clashes(config: Sound): Clash[];
}

const when = (holds: unknown, clash: Clash): Clash[] => (holds ? [clash] : []);

const production = ({ stage }: Sound): boolean => stage !== undefined && isProduction(stage);

/** The region or account an ARN names: `arn:aws:acm:<region>:<account>:…`. */
const partOf = (arn: string, part: 'region' | 'account'): string =>
  arn.split(':')[part === 'region' ? 3 : 4] ?? '';

const RULES: Rule[] = [
  {
    about: ['stage', 'hosts'],
    clashes: (config) =>
      when(production(config) && !config.hosts, {
        path: ['hosts'],
        expected:
          'two hosts: production stands behind CloudFront and a web firewall, or name the stage otherwise',
      }),
  },
  {
    about: ['stage', 'operators'],
    clashes: (config) =>
      when(production(config) && !config.operators?.length, {
        path: ['operators'],
        expected: 'at least one address: in production somebody has to be told when an alarm goes off',
      }),
  },
  {
    about: ['stage', 'recipients'],
    clashes: (config) => [
      ...when(production(config) && config.recipients, {
        path: ['recipients'],
        expected:
          'nothing: in production people have to get what is due to them; or name the stage otherwise',
        example: LEFT_OUT,
      }),
      ...when(config.stage && !production(config) && !config.recipients, {
        path: ['recipients'],
        expected: 'domains and insteadTo: outside production nobody else may be written to by mistake',
      }),
    ],
  },
  {
    about: ['hosts'],
    clashes: ({ hosts }) =>
      when(hosts && hosts.participants === hosts.admin, {
        path: ['hosts', 'admin'],
        expected: 'another host than the one for participants, so that cookies of one never reach the other',
      }),
  },
  {
    about: ['hosts', 'zone', 'certificates'],
    clashes: ({ hosts, zone, certificates }) => [
      ...when(hosts && !zone && !certificates, {
        path: ['zone'],
        expected: 'a zone of Route 53 to make certificates for the hosts in, or certificates of your own',
      }),
      ...when(!hosts && certificates, {
        path: ['certificates'],
        expected: 'nothing, since there are no hosts they would be for; or name the hosts',
        example: LEFT_OUT,
      }),
    ],
  },
  {
    about: ['hosts', 'zone'],
    clashes: ({ hosts, zone }) =>
      (['participants', 'admin'] as const).flatMap((host) =>
        when(hosts && zone && !isWithin(hosts[host], zone.name), {
          path: ['hosts', host],
          expected: `a host under the zone ${zone?.name}; or leave the zone out and name certificates`,
        }),
      ),
  },
  {
    about: ['region', 'certificates'],
    clashes: ({ region, certificates }) => [
      ...when(certificates && partOf(certificates.edge, 'region') !== 'us-east-1', {
        path: ['certificates', 'edge'],
        expected: 'a certificate in us-east-1: CloudFront takes them from there alone',
      }),
      ...when(region && certificates && partOf(certificates.api, 'region') !== region, {
        path: ['certificates', 'api'],
        expected: `a certificate in ${region}, where the API is`,
      }),
    ],
  },
  {
    about: ['account', 'certificates'],
    clashes: ({ account, certificates }) =>
      (['edge', 'api'] as const).flatMap((one) =>
        when(account && certificates && partOf(certificates[one], 'account') !== account, {
          path: ['certificates', one],
          expected: `a certificate of the account ${account}`,
        }),
      ),
  },
  {
    about: ['region', 'signIn'],
    clashes: ({ region, signIn }) =>
      when(region && signIn?.clientSecretArn && partOf(signIn.clientSecretArn, 'region') !== region, {
        path: ['signIn', 'clientSecretArn'],
        expected: `a secret in ${region}, where it is read`,
      }),
  },
  {
    about: ['hosts'],
    clashes: ({ hosts }) =>
      when(hosts && hosts.admin === originHost(hosts), {
        path: ['hosts', 'admin'],
        expected: 'another host: this one is how CloudFront reaches the API',
      }),
  },
];

/** What is wrong with settings together, none of `broken` among them. */
export const clashesOf = (sound: Sound, broken: ReadonlySet<PropertyKey>): Clash[] =>
  RULES.filter(({ about }) => !about.some((setting) => broken.has(setting))).flatMap(({ clashes }) =>
    clashes(sound),
  );

import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetSecretValueCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { confirm } from '../common/ask.ts';
import { Cannot, EXIT } from '../common/exit.ts';
import type { Office } from './office.ts';

/** The secrets that hold keys, by the names they have in commands. */
const SECRETS = {
  links: { output: 'LinkSecretArn', seals: 'links in e-mails', hasCurrent: true },
  sessions: { output: 'SessionSecretArn', seals: 'sign-in sessions', hasCurrent: true },
  origin: { output: 'OriginSecretName', seals: 'requests of CloudFront', hasCurrent: false },
} as const;

export type SecretName = keyof typeof SECRETS;

/** Functions keep a secret in memory for five minutes; a key is used for new seals only when all have read it. */
const READ_BY_ALL_MS = 5 * 60_000 + 15_000;
/** Moments are told in whole seconds. */
const WAIT_MS = READ_BY_ALL_MS + 2_000;

/** @throws Cannot */
export function secretNamed(name: string): SecretName {
  if (Object.hasOwn(SECRETS, name)) return name as SecretName;
  throw new Cannot(`There are no keys "${name}".`, `There are ${Object.keys(SECRETS).join(', ')}.`);
}

interface Keys {
  /** Seals what is new; absent where the configuration names it. */
  current: string | undefined;
  keys: Record<string, string>;
  /** Epoch milliseconds: when the secret last changed. */
  changedAt: number;
}

function arnOf({ deployment, stage }: Office, name: SecretName): string {
  // A stage without hosts has no edge, so nothing that it shows.
  if (name === 'origin' && !deployment.stacks.edge && !deployment.outputs.has(SECRETS.origin.output))
    throw new Cannot(
      'This stage has no `hosts`, so there is no such key.',
      `The others: npm run admin -- keys list links --stage ${stage}, or sessions in place of links`,
    );
  return deployment.output(SECRETS[name].output);
}

async function read(office: Office, name: SecretName): Promise<Keys> {
  const { SecretString, CreatedDate } = await office.aws
    .secrets()
    .send(new GetSecretValueCommand({ SecretId: arnOf(office, name) }));
  const { current, ...keys } = JSON.parse(SecretString ?? '{}') as Record<string, string>;
  return { current, keys, changedAt: CreatedDate?.getTime() ?? 0 };
}

type Written = Pick<Keys, 'current' | 'keys'>;

async function write(office: Office, name: SecretName, { current, keys }: Written): Promise<void> {
  const SecretString = JSON.stringify({ ...(current !== undefined && { current }), ...keys });
  await office.aws.secrets().send(new PutSecretValueCommand({ SecretId: arnOf(office, name), SecretString }));
}

const numberOf = (id: string): number => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0);
const newestOf = ({ keys }: Pick<Keys, 'keys'>): string =>
  Object.keys(keys).reduce((newest, id) => (numberOf(id) > numberOf(newest) ? id : newest), 'k0');

export interface KeyOptions {
  step?: 'add' | 'use';
  yes?: boolean;
}

/** The names of the keys, never what they are. */
export async function listKeys(office: Office, name: SecretName): Promise<number> {
  const known = await read(office, name);
  const used = usedOf(office, name, known);
  for (const id of Object.keys(known.keys))
    office.print.say(`${id}${used.includes(id) ? '  seals what is new' : '  still opens what it sealed'}`);
  return EXIT.fine;
}

/** The keys that something new is sealed with: of the edge that which it shows, and that which the configuration gives it next. */
function usedOf({ deployment, config }: Office, name: SecretName, { current }: Written): string[] {
  const shown = deployment.stacks.edge?.Outputs?.find(({ OutputKey }) => OutputKey === 'OriginKey');
  const used = SECRETS[name].hasCurrent ? [current] : [shown?.OutputValue, config?.hosts?.originKey];
  return [...new Set(used.flatMap((id) => id ?? []))];
}

async function add(office: Office, name: SecretName): Promise<string> {
  const known = await read(office, name);
  const newest = newestOf(known);
  const used = usedOf(office, name, known);
  // A key that was added and is not used yet is the one: doing it twice makes no second one.
  if (used.length > 0 && used.every((id) => numberOf(newest) > numberOf(id))) return newest;
  const id = `k${numberOf(newest) + 1}`;
  const key = randomBytes(48).toString('base64url');
  await write(office, name, { ...known, keys: { ...known.keys, [id]: key } });
  return id;
}

async function use(office: Office, name: SecretName): Promise<string> {
  const known = await read(office, name);
  const newest = newestOf(known);
  if (known.current === newest)
    throw new Cannot(`${newest} seals what is new already.`, `Add another one first: keys rotate ${name}`);
  const left = known.changedAt + READ_BY_ALL_MS - Date.parse(await office.now());
  if (left > 0)
    throw new Cannot(
      `${newest} is too new: a function that has not read it yet would refuse what it seals.`,
      `Type the same in ${Math.ceil(left / 1000)} seconds.`,
    );
  await write(office, name, { ...known, current: newest });
  return newest;
}

/** A new key is added, read by all functions, and only then used. Old links and sessions stay good. */
export async function rotate(office: Office, name: SecretName, { step }: KeyOptions): Promise<number> {
  const { print, stage } = office;
  const { seals, hasCurrent } = SECRETS[name];
  if (!hasCurrent && step === 'use')
    throw new Cannot(
      'Which key CloudFront shows is said by the configuration.',
      `Set hosts.originKey in it, then npm run deploy -- --stage ${stage}`,
    );
  if (step !== 'use') {
    const id = await add(office, name);
    print.say(`${id} is added for ${seals}; every key before it stays good.`);
    if (!hasCurrent) {
      print.say(
        `In five minutes or later: set "originKey": "${id}" under hosts in the configuration, npm run deploy -- --stage ${stage}, then npm run admin -- keys retire origin OLD --stage ${stage}`,
      );
      return EXIT.fine;
    }
    if (step === 'add') {
      print.say(`In five minutes or later: npm run admin -- keys rotate ${name} --step use --stage ${stage}`);
      return EXIT.fine;
    }
    print.complain(
      'Waiting five minutes, until every function has read it (or stop here, and use --step use later) ...',
    );
    await sleep(WAIT_MS);
  }
  const id = await use(office, name);
  print.say(`From now on ${id} seals ${seals}. What older keys sealed stays good until you retire them.`);
  return EXIT.fine;
}

const rotateFirst = (name: SecretName) => (stage: string) =>
  `Rotate first: npm run admin -- keys rotate ${name} --stage ${stage}`;
const NEW_ONE_FIRST: Record<SecretName, (stage: string) => string> = {
  links: rotateFirst('links'),
  sessions: rotateFirst('sessions'),
  origin: (stage) =>
    `Rotate first: npm run admin -- keys rotate origin --stage ${stage}, name the new key as hosts.originKey, and npm run deploy -- --stage ${stage}`,
};
const WHY_NOT: Record<SecretName, (id: string) => string> = {
  links: (id) => `${id} seals what is new: without it nobody could be sent a link.`,
  sessions: (id) => `${id} seals what is new: without it nobody could sign in.`,
  origin: (id) =>
    `CloudFront shows ${id}, or is to by the configuration: without it every page would be answered 403.`,
};

/** Takes a key out: what it sealed opens nothing any more. */
export async function retire(
  office: Office,
  name: SecretName,
  id: string,
  { yes }: KeyOptions,
): Promise<number> {
  const known = await read(office, name);
  const { [id]: gone, ...keys } = known.keys;
  if (gone === undefined)
    throw new Cannot(
      `There is no key ${id} for ${SECRETS[name].seals}.`,
      `There are ${Object.keys(known.keys).join(', ')}.`,
    );
  const used = usedOf(office, name, known);
  if (name === 'origin' && used.length === 0)
    throw new Cannot(
      'Which key CloudFront shows is not known: no configuration with hosts, and a stack at the edge that does not say it.',
      `Name the configuration of ${office.stage}: --config FILE`,
    );
  if (used.includes(id) || Object.keys(keys).length === 0)
    throw new Cannot(WHY_NOT[name](id), NEW_ONE_FIRST[name](office.stage));
  await confirm(
    name === 'links'
      ? `Every link that ${id} sealed opens nothing any more; whoever holds one has to ask for a new one.`
      : `Nothing that ${id} sealed is taken any more.`,
    yes,
  );
  await write(office, name, { ...known, keys });
  office.print.say(`${id} is retired; within five minutes no function takes it.`);
  return EXIT.fine;
}

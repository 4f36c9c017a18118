import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  paginateListUsers,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import { Cannot, EXIT } from '../common/exit.ts';
import type { Office } from './office.ts';

const GROUPS = ['hr', 'manager', 'auditor', 'operator', 'recorder'] as const;

const poolOf = ({ deployment, stage }: Office): string => {
  const pool = deployment.outputs.get('UserPoolId');
  if (pool !== undefined) return pool;
  throw new Cannot(
    `The stage "${stage}" signs in at a provider of your own (${deployment.outputs.get('Issuer')}).`,
    'Put people into its groups there: docs/reference/configuration.md#signingroups names them.',
  );
};

const groupIn = (name: string): string => {
  if ((GROUPS as readonly string[]).includes(name)) return name;
  throw new Cannot(`There is no group "${name}".`, `There are ${GROUPS.join(', ')}.`);
};

const emailIn = (text: string): string => {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text.toLowerCase();
  throw new Cannot(`"${text}" is not an e-mail address.`, 'For instance: --email you@agency.org');
};

async function create(office: Office, email: string, name: string): Promise<boolean> {
  try {
    await office.aws.cognito().send(
      new AdminCreateUserCommand({
        UserPoolId: poolOf(office),
        Username: email,
        DesiredDeliveryMediums: ['EMAIL'],
        UserAttributes: [
          { Name: 'email', Value: email },
          { Name: 'email_verified', Value: 'true' },
          { Name: 'name', Value: name },
        ],
      }),
    );
    return true;
  } catch (error) {
    if ((error as Error).name === 'UsernameExistsException') return false;
    throw error;
  }
}

async function put(office: Office, email: string, group: string): Promise<void> {
  try {
    await office.aws
      .cognito()
      .send(
        new AdminAddUserToGroupCommand({ UserPoolId: poolOf(office), Username: email, GroupName: group }),
      );
  } catch (error) {
    if ((error as Error).name !== 'UserNotFoundException') throw error;
    throw new Cannot(
      'There is nobody with this address.',
      `Add --name "Their Name", and they are created: npm run admin -- users add ${email} --name "…" --group ${group} --stage ${office.stage}`,
    );
  }
}

/** Whoever starts the first plan, and looks after the deployment. */
export async function firstUser(
  office: Office,
  { email, name }: { email: string; name: string },
): Promise<number> {
  const address = emailIn(email);
  const isNew = await create(office, address, name);
  for (const group of ['hr', 'operator']) await put(office, address, group);
  const { print, deployment } = office;
  print.say(
    isNew
      ? 'Created: Cognito mails them a password for the first sign-in, good for 7 days.'
      : 'They were there already.',
  );
  print.say('They are in the groups hr and operator.');
  print.say(`They sign in at ${deployment.outputs.get('AdminUrl') ?? deployment.output('BaseUrl')}/admin`);
  return EXIT.fine;
}

export interface UserOptions {
  group?: string;
  name?: string;
}

export async function addUser(office: Office, email: string, { group, name }: UserOptions): Promise<number> {
  const address = emailIn(email);
  const wanted = groupIn(group ?? '');
  const isNew = name !== undefined && (await create(office, address, name));
  await put(office, address, wanted);
  office.print.say(`${isNew ? 'Created, and in' : 'In'} the group ${wanted}, from their next sign-in on.`);
  return EXIT.fine;
}

export async function removeUser(office: Office, email: string, { group }: UserOptions): Promise<number> {
  const wanted = groupIn(group ?? '');
  const asked = { UserPoolId: poolOf(office), Username: emailIn(email), GroupName: wanted };
  try {
    await office.aws.cognito().send(new AdminRemoveUserFromGroupCommand(asked));
  } catch (error) {
    if ((error as Error).name !== 'UserNotFoundException') throw error;
    throw new Cannot(
      'There is nobody with this address.',
      `Who there is: npm run admin -- users list --stage ${office.stage}`,
    );
  }
  office.print.say(`Not in the group ${wanted} any more, within 15 minutes: so long is a session good.`);
  return EXIT.fine;
}

const attribute = ({ Attributes = [] }: UserType, name: string): string =>
  Attributes.find(({ Name }) => Name === name)?.Value ?? '';

/** Everybody who can sign in, with their groups. */
export async function listUsers(
  office: Office,
  { group, json }: UserOptions & { json?: boolean },
): Promise<number> {
  const client = office.aws.cognito();
  const UserPoolId = poolOf(office);
  const wanted = group === undefined ? undefined : groupIn(group);
  const found: { email: string; groups: string[]; status: string; enabled: boolean }[] = [];
  for await (const page of paginateListUsers({ client }, { UserPoolId })) {
    for (const user of page.Users ?? []) {
      const asked = new AdminListGroupsForUserCommand({ UserPoolId, Username: user.Username ?? '' });
      const { Groups = [] } = await client.send(asked);
      const groups = Groups.flatMap(({ GroupName }) => GroupName ?? []);
      if (wanted !== undefined && !groups.includes(wanted)) continue;
      const { UserStatus: status = '', Enabled: enabled = true } = user;
      found.push({ email: attribute(user, 'email'), groups, status, enabled });
    }
  }
  if (json) office.print.say(JSON.stringify(found, null, 2));
  else
    for (const { email, groups, status, enabled } of found)
      office.print.say(`${email}  ${groups.join(', ') || 'in no group'}  ${enabled ? status : 'DISABLED'}`);
  return EXIT.fine;
}

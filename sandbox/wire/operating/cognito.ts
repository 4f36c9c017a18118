import { clientSecretOf } from '../../sign-in/client-secret.ts';
import { PEOPLE, type SandboxPerson, subjectOf } from '../../sign-in/people.ts';
import { AwsError, type Clock, type Resource, type WireService } from '../../types.ts';
import { jsonReply, requireMembers, unknownAction } from '../protocol.ts';

type Input = Record<string, unknown>;
interface Attribute {
  Name?: string;
  Value?: string;
}

const missing = (message: string) => new AwsError('ResourceNotFoundException', message);

/**
 * Amazon Cognito's user pool as administrators see it: the people of the sandbox, and those that are created here, who
 * are kept until the sandbox ends. They stand in its lists only: whoever signs in by an address of no person of the
 * sandbox does so as a manager.
 */
export const cognitoService = (options: {
  clock: Pick<Clock, 'now'>;
  resources: readonly Resource[];
}): WireService => {
  const of = (type: string) => options.resources.filter((one) => one.type === `AWS::Cognito::${type}`);
  const pool = of('UserPool')[0];
  const poolId = pool?.arn.slice(pool.arn.lastIndexOf('/') + 1);
  const groups = new Set(of('UserPoolGroup').map(({ properties }) => `${properties.GroupName}`));
  const people = new Map<string, { person: SandboxPerson; groups: Set<string>; created: boolean }>(
    PEOPLE.map((person) => [
      person.email,
      { person, groups: new Set(person.role ? [person.role] : []), created: false },
    ]),
  );

  const shown = ({ person, created }: { person: SandboxPerson; created: boolean }) => ({
    Username: subjectOf(person),
    Attributes: [
      { Name: 'sub', Value: subjectOf(person) },
      { Name: 'email', Value: person.email },
      { Name: 'name', Value: person.name },
      { Name: 'email_verified', Value: 'true' },
    ],
    Enabled: true,
    UserStatus: created ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED',
    UserCreateDate: options.clock.now() / 1000,
  });
  const find = (wanted: unknown) => {
    const name = String(wanted).toLowerCase();
    const found = people.get(name) ?? [...people.values()].find(({ person }) => subjectOf(person) === name);
    if (!found) throw new AwsError('UserNotFoundException', 'User does not exist.');
    return found;
  };
  const group = (wanted: unknown): string => {
    if (groups.has(String(wanted))) return String(wanted);
    throw missing('Group not found.');
  };
  const create = ({ Username, UserAttributes }: Input) => {
    const email = String(Username).toLowerCase();
    if (people.has(email))
      throw new AwsError('UsernameExistsException', 'An account with the given email already exists.');
    if (!/^[^\s@]+@[^\s@]+$/.test(email))
      throw new AwsError('InvalidParameterException', 'Username should be an email.');
    const attributes = Array.isArray(UserAttributes) ? (UserAttributes as Attribute[]) : [];
    const name = attributes.find(({ Name }) => Name === 'name')?.Value ?? email;
    people.set(email, { person: { key: email, name, email }, groups: new Set(), created: true });
    return { User: shown(find(email)) };
  };

  const actions: Record<string, { needs: string[]; answer(input: Input): Record<string, unknown> }> = {
    AdminCreateUser: { needs: ['Username'], answer: create },
    AdminGetUser: {
      needs: ['Username'],
      answer: ({ Username }) => {
        const { Attributes, ...user } = shown(find(Username));
        return { ...user, UserAttributes: Attributes };
      },
    },
    AdminAddUserToGroup: {
      needs: ['Username', 'GroupName'],
      answer: ({ Username, GroupName }) => {
        find(Username).groups.add(group(GroupName));
        return {};
      },
    },
    AdminRemoveUserFromGroup: {
      needs: ['Username', 'GroupName'],
      answer: ({ Username, GroupName }) => {
        find(Username).groups.delete(group(GroupName));
        return {};
      },
    },
    AdminListGroupsForUser: {
      needs: ['Username'],
      answer: ({ Username }) => ({
        Groups: [...find(Username).groups].map((GroupName) => ({ GroupName, UserPoolId: poolId })),
      }),
    },
    ListUsers: { needs: [], answer: () => ({ Users: [...people.values()].map(shown) }) },
    ListUsersInGroup: {
      needs: ['GroupName'],
      answer: ({ GroupName }) => {
        const wanted = group(GroupName);
        return { Users: [...people.values()].filter((one) => one.groups.has(wanted)).map(shown) };
      },
    },
    DescribeUserPoolClient: {
      needs: ['ClientId'],
      answer: ({ ClientId }) => {
        const found = of('UserPoolClient').find(({ arn }) => arn.endsWith(`/${String(ClientId)}`));
        if (!found) throw missing(`User pool client ${String(ClientId)} does not exist.`);
        return { UserPoolClient: clientShown(found, poolId) };
      },
    },
    DescribeUserPool: {
      needs: [],
      answer: () => ({ UserPool: { Id: poolId, Domain: domainOf(of('UserPoolDomain')) } }),
    },
    DescribeUserPoolDomain: {
      needs: ['Domain'],
      answer: ({ Domain }) => ({
        DomainDescription:
          Domain === domainOf(of('UserPoolDomain')) ? { Domain, UserPoolId: poolId, Status: 'ACTIVE' } : {},
      }),
    },
  };

  return {
    target: 'AWSCognitoIdentityProviderService',
    signingName: 'cognito-idp',
    permissions: (action) => [{ action: `cognito-idp:${action}`, resource: pool?.arn ?? '*' }],
    handle: async (action, input) => {
      const known = actions[action];
      if (!known) throw unknownAction('cognito-idp', action, Object.keys(actions));
      if (action !== 'DescribeUserPoolDomain') {
        requireMembers(input, ['UserPoolId']);
        if (input.UserPoolId !== poolId)
          throw missing(`User pool ${String(input.UserPoolId)} does not exist.`);
      }
      requireMembers(input, known.needs);
      return jsonReply(known.answer(input));
    },
  };
};

const domainOf = ([domain]: readonly Resource[]): string | undefined =>
  domain && `${domain.properties.Domain}`;

/** A program's client, with the secret it asks for tokens by. */
const clientShown = ({ arn, properties }: Resource, UserPoolId: string | undefined) => {
  const ClientId = arn.slice(arn.lastIndexOf('/') + 1);
  const { AllowedOAuthFlows, AllowedOAuthScopes, GenerateSecret } = properties;
  return {
    UserPoolId,
    ClientId,
    AllowedOAuthFlows,
    AllowedOAuthScopes,
    ...(`${GenerateSecret}` === 'true' ? { ClientSecret: clientSecretOf(ClientId) } : {}),
  };
};

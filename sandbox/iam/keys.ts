import { ACCOUNT, type Caller, type Permission, REGION, type Resource } from '../types.ts';

/** What AWS asks of a key besides the permission for a call, because what the call is about is encrypted with it. */
export interface KeyUse {
  permission: Permission;
  /** Whose permission it is: the caller's own when absent. */
  by?: Caller;
  /** A service that uses the key by the key's own policy, for nobody. */
  service?: string;
}

type Of = (permission: Permission, caller: Caller) => KeyUse[];

const NONE: KeyUse[] = [];
const TABLE_DATA = /^dynamodb:(?!Describe|List)/;
/** By the table in Step Functions' own documentation: only what shows something asks for the caller's permission. */
const SHOWS = /^states:(Describe|GetExecutionHistory)/;
const DRIVES = /^states:(StartExecution|RedriveExecution|SendTaskSuccess|SendTaskFailure)$/;

const keyArn = (key: unknown): string =>
  `${key}`.startsWith('arn:') ? `${key}` : `arn:aws:kms:${REGION}:${ACCOUNT}:key/${key}`;

const decrypt = (key: string, service: string, about: Record<string, string>): KeyUse => ({
  permission: {
    action: 'kms:Decrypt',
    resource: key,
    context: {
      'kms:ViaService': `${service}.${REGION}.amazonaws.com`,
      'kms:CallerAccount': ACCOUNT,
      ...encryptionContext(about),
    },
  },
});

const encryptionContext = (about: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(about).map(([name, value]) => [`kms:EncryptionContext:${name}`, value]));

/** The things of a type that are encrypted with a customer's key, by their ARN. */
const encrypted = (resources: readonly Resource[], type: string, keyOf: (resource: Resource) => unknown) =>
  new Map(
    resources.flatMap((resource) => {
      const key = resource.type === type ? keyOf(resource) : undefined;
      return key === undefined ? [] : [[resource.arn, { resource, key: keyArn(key) }] as const];
    }),
  );

const tables = (resources: readonly Resource[]): Of => {
  const known = encrypted(
    resources,
    'AWS::DynamoDB::Table',
    ({ properties }) =>
      (properties.SSESpecification as { KMSMasterKeyId?: unknown } | undefined)?.KMSMasterKeyId,
  );
  return ({ action, resource }) => {
    const table = TABLE_DATA.test(action)
      ? known.get(resource.replace(/\/(index|stream)\/.*$/, ''))
      : undefined;
    if (!table) return NONE;
    const name = table.resource.arn.slice(table.resource.arn.lastIndexOf('/') + 1);
    return [
      decrypt(table.key, 'dynamodb', {
        'aws:dynamodb:tableName': name,
        'aws:dynamodb:subscriberId': ACCOUNT,
      }),
    ];
  };
};

const secrets = (resources: readonly Resource[]): Of => {
  const known = encrypted(resources, 'AWS::SecretsManager::Secret', ({ properties }) => properties.KmsKeyId);
  return ({ action, resource }) => {
    const secret = action === 'secretsmanager:GetSecretValue' ? known.get(resource) : undefined;
    return secret ? [decrypt(secret.key, 'secretsmanager', { SecretARN: resource })] : NONE;
  };
};

/** The machine that an execution, a version or a labelled part belongs to. */
const machineIn = (arn: string): string =>
  arn.replace(
    /^(arn:aws:states:[^:]*:[^:]*):(?:stateMachine|execution|mapRun):([^:/]+).*$/,
    '$1:stateMachine:$2',
  );

const machines = (resources: readonly Resource[]): Of => {
  const known = encrypted(
    resources,
    'AWS::StepFunctions::StateMachine',
    ({ properties }) => (properties.EncryptionConfiguration as { KmsKeyId?: unknown } | undefined)?.KmsKeyId,
  );
  const byRole = new Map(
    [...known.values()].map((machine) => [`${machine.resource.properties.RoleArn}`, machine]),
  );

  /** An execution calls KMS as its own role, not by way of Step Functions; so does what it writes into its log. */
  const asItsRole = ({
    resource: { arn, logicalId, properties },
    key,
  }: {
    resource: Resource;
    key: string;
  }): KeyUse[] => {
    const by = { name: logicalId, roleArn: `${properties.RoleArn}` };
    const own = encryptionContext({ 'aws:states:stateMachineArn': arn });
    const use = (action: string, context: Record<string, string>) => ({
      by,
      permission: { action, resource: key, context },
    });
    const uses: KeyUse[] = [use('kms:Decrypt', own), use('kms:GenerateDataKey', own)];
    const { Level = 'OFF' } = (properties.LoggingConfiguration ?? {}) as { Level?: string };
    if (Level === 'OFF') return uses;
    const log = encryptionContext({ SourceArn: `arn:aws:logs:${REGION}:${ACCOUNT}:*` });
    const delivered = { action: 'kms:Decrypt', resource: key, context: log };
    return [
      ...uses,
      use('kms:GenerateDataKey', log),
      { permission: delivered, service: 'delivery.logs.amazonaws.com' },
    ];
  };

  return ({ action, resource }, caller) => {
    if (action === 'lambda:InvokeFunction') {
      const machine = byRole.get(`${caller.roleArn}`);
      return machine ? asItsRole(machine) : NONE;
    }
    const machine = action.startsWith('states:') ? known.get(machineIn(resource)) : undefined;
    if (!machine) return NONE;
    if (DRIVES.test(action)) return asItsRole(machine);
    if (!SHOWS.test(action)) return NONE;
    return [decrypt(machine.key, 'states', { 'aws:states:stateMachineArn': machine.resource.arn })];
  };
};

/** What a permission needs of the keys that the templates encrypt tables, secrets and state machines with. */
export const usesOfKeys = (resources: readonly Resource[]): Of => {
  const each = [tables(resources), secrets(resources), machines(resources)];
  return (permission, caller) => each.flatMap((uses) => uses(permission, caller));
};

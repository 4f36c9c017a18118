import { holds, matches } from './iam/conditions.ts';
import { caseless, type Grant, grantsOf, narrowest, standsFor } from './iam/grants.ts';
import { readKeyPolicies } from './iam/key-policies.ts';
import { type KeyUse, usesOfKeys } from './iam/keys.ts';
import { readPolicies, type Statement } from './iam/policies.ts';
import { ACCOUNT, AwsError, type Caller, type Iam, type Permission, REGION, type Resource } from './types.ts';

interface Denied {
  caller: string;
  action: string;
  resource: string;
}

const DELIVERY = ['Create', 'Get', 'Update', 'Delete'].map((verb) => `logs:${verb}LogDelivery`);

/** Actions that no call in the sandbox can exercise: the runtimes of Lambda and Step Functions write logs and traces. */
export const USED_BY_AWS_ITSELF: ReadonlySet<string> = new Set([
  ...['logs:CreateLogStream', 'logs:PutLogEvents', 'xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  ...[...DELIVERY, 'logs:ListLogDeliveries', 'logs:PutResourcePolicy', 'logs:DescribeResourcePolicies'],
  ...['logs:DescribeLogGroups', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'],
]);

const named = (statement: Statement, { action, resource }: Permission) => ({
  actions: statement.actions.filter((each) => caseless(each, action)),
  resources: statement.resources.filter((each) => matches(each, resource)),
});

const concerns = (statement: Statement, permission: Permission, context: Record<string, string>): boolean => {
  const { actions, resources } = named(statement, permission);
  return (
    actions.length > 0 !== statement.notActions &&
    resources.length > 0 !== statement.notResources &&
    holds(statement.condition, context)
  );
};

/** Judges calls by the roles and keys of the templates, and remembers which grants were used and which calls refused. */
export class SandboxIam implements Iam {
  readonly #policies: ReturnType<typeof readPolicies>;
  readonly #keyPolicies: ReturnType<typeof readKeyPolicies>;
  readonly #usesOfKeys: ReturnType<typeof usesOfKeys>;
  readonly #grants: Map<string, Grant[]>;
  readonly #used = new Set<Grant>();
  readonly #keysUsed = new Set<string>();
  readonly #denied: Denied[] = [];

  constructor(resources: Resource[]) {
    this.#policies = readPolicies(resources);
    this.#keyPolicies = readKeyPolicies(resources);
    this.#usesOfKeys = usesOfKeys(resources);
    this.#grants = new Map([...this.#policies].map(([arn, { statements }]) => [arn, grantsOf(statements)]));
  }

  check(caller: Caller, permission: Permission): void {
    this.#judge(caller, permission);
    for (const use of this.#usesOfKeys(permission, caller)) this.#judgeKey(use.by ?? caller, use);
  }

  /** What was found once is not looked for again: every row that is read asks for the key. */
  #judgeKey(caller: Caller, { permission, service }: KeyUse): void {
    const name = JSON.stringify([service ?? caller.roleArn, permission]);
    if (this.#keysUsed.has(name)) return;
    if (service === undefined) this.#judge(caller, permission);
    // Nobody is refused anything: what the service was to do is silently not done.
    else if (this.#keyPolicies(service, permission) !== 'allowed')
      this.#remember({ name: service }, permission);
    this.#keysUsed.add(name);
  }

  #judge(caller: Caller, permission: Permission): void {
    if (caller.roleArn === undefined) return;
    const byKey = this.#keyPolicies(caller.roleArn, permission);
    if (byKey === 'denied')
      this.#refuse(caller, permission, 'with an explicit deny in a resource-based policy');
    if (byKey === 'not allowed')
      this.#refuse(
        caller,
        permission,
        `because no resource-based policy allows the ${permission.action} action`,
      );
    const policy = this.#policies.get(caller.roleArn);
    const context = {
      'aws:SecureTransport': 'true',
      'aws:RequestedRegion': REGION,
      'aws:PrincipalAccount': ACCOUNT,
      'aws:PrincipalArn': caller.roleArn,
      ...permission.context,
    };
    const about = policy?.statements.filter((each) => concerns(each, permission, context)) ?? [];
    if (about.some(({ effect }) => effect === 'Deny'))
      this.#refuse(caller, permission, 'with an explicit deny in an identity-based policy');
    if (about.length === 0 && byKey !== 'allowed')
      this.#refuse(
        caller,
        permission,
        `because no identity-based policy allows the ${permission.action} action`,
      );
    const { action, resource } = permission;
    const grants = this.#grants.get(caller.roleArn) ?? [];
    const used = narrowest(
      grants.filter(
        (grant) =>
          about.includes(grant.statement) &&
          caseless(grant.action, action) &&
          matches(grant.resource, resource),
      ),
    );
    if (used) this.#used.add(used);
  }

  unused(): { role: string; action: string; resource: string }[] {
    const found = [...this.#policies].flatMap(([arn, { role }]) =>
      (this.#grants.get(arn) ?? [])
        .filter((grant) => !this.#isUsed(grant))
        .map(({ action, resource }) => ({ role: role.logicalId, action, resource })),
    );
    return [...new Map(found.map((grant) => [JSON.stringify(grant), grant])).values()];
  }

  denied(): Denied[] {
    return [...this.#denied];
  }

  #isUsed(grant: Grant): boolean {
    if (USED_BY_AWS_ITSELF.has(grant.action) || this.#used.has(grant)) return true;
    return [...this.#used].some((used) => standsFor(used, grant));
  }

  #refuse(caller: Caller, permission: Permission, why: string): never {
    this.#remember(caller, permission);
    const { name, roleArn } = caller;
    const { action, resource, context = {} } = permission;
    const role = roleArn?.slice(roleArn.lastIndexOf('/') + 1);
    throw new AwsError(
      isOfStates(action, context) ? 'KmsAccessDeniedException' : 'AccessDeniedException',
      `User: arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${name} is not authorized to perform: ${action} ` +
        `on resource: ${resource} ${why}`,
    );
  }

  #remember({ name }: Caller, { action, resource }: Permission): void {
    this.#denied.push({ caller: name, action, resource });
  }
}

/** Step Functions has an exception of its own for keys; the other services say that access is denied. */
const isOfStates = (action: string, { 'kms:ViaService': service }: Record<string, string>): boolean =>
  action.startsWith('kms:') && (service === undefined || service.startsWith('states.'));

/** @throws UnknownPolicy when a role holds something that cannot be judged here. */
export const createIam = (resources: Resource[]): SandboxIam => new SandboxIam(resources);

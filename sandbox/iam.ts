import { holds, matches } from './iam/conditions.ts';
import { readPolicies, type Statement } from './iam/policies.ts';
import { ACCOUNT, AwsError, type Caller, type Iam, type Permission, REGION, type Resource } from './types.ts';

/** A pair of action and resource as a policy writes them. */
interface Grant {
  role: string;
  action: string;
  resource: string;
}

interface Denied {
  caller: string;
  action: string;
  resource: string;
}

/** Grants that no call in the sandbox can exercise, each with who uses them on AWS. */
export const USED_BY_AWS_ITSELF: Record<string, string> = {
  'logs:*': 'the runtime of Lambda and Step Functions, to write logs',
  'xray:*': 'the runtime, to write traces',
  'kms:*': 'the services that encrypt what they keep',
};

const caseless = (pattern: string, action: string) => matches(pattern.toLowerCase(), action.toLowerCase());

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

const keyOf = ({ role, action, resource }: Grant) => JSON.stringify([role, action, resource]);

/** Judges calls by the roles of the templates, and remembers which grants were used and which calls refused. */
export class SandboxIam implements Iam {
  readonly #policies: ReturnType<typeof readPolicies>;
  readonly #used = new Set<string>();
  readonly #denied: Denied[] = [];

  constructor(resources: Resource[]) {
    this.#policies = readPolicies(resources);
  }

  check(caller: Caller, permission: Permission): void {
    if (caller.roleArn === undefined) return;
    const policy = this.#policies.get(caller.roleArn);
    const context = {
      'aws:SecureTransport': 'true',
      'aws:RequestedRegion': REGION,
      'aws:PrincipalAccount': ACCOUNT,
      'aws:PrincipalArn': caller.roleArn,
      ...permission.context,
    };
    const about = policy?.statements.filter((each) => concerns(each, permission, context)) ?? [];
    const denies = about.some(({ effect }) => effect === 'Deny');
    if (denies || about.length === 0) this.#refuse(caller, permission, denies);
    for (const statement of about) {
      const { actions, resources } = named(statement, permission);
      for (const action of actions)
        for (const resource of resources)
          this.#used.add(keyOf({ role: policy?.role.logicalId ?? '', action, resource }));
    }
  }

  unused(): Grant[] {
    const grants: Grant[] = [];
    for (const { role, statements } of this.#policies.values())
      for (const statement of statements)
        for (const action of statement.actions)
          for (const resource of statement.resources) {
            const grant = { role: role.logicalId, action, resource };
            if (statement.effect === 'Allow' && !this.#isUsed(grant, statement)) grants.push(grant);
          }
    return [...new Map(grants.map((grant) => [keyOf(grant), grant])).values()];
  }

  denied(): Denied[] {
    return [...this.#denied];
  }

  #isUsed(grant: Grant, statement: Statement): boolean {
    if (statement.notActions || statement.notResources) return true;
    if (Object.keys(USED_BY_AWS_ITSELF).some((pattern) => caseless(pattern, grant.action))) return true;
    // Which identity SES asks about, the address or its domain, depends on which one was verified.
    const same = grant.action.startsWith('ses:Send') ? statement.resources : [grant.resource];
    return same.some((resource) => this.#used.has(keyOf({ ...grant, resource })));
  }

  #refuse({ name, roleArn }: Caller, { action, resource }: Permission, denied: boolean): never {
    this.#denied.push({ caller: name, action, resource });
    const role = roleArn?.slice(roleArn.lastIndexOf('/') + 1);
    const why = denied
      ? `with an explicit deny in an identity-based policy`
      : `because no identity-based policy allows the ${action} action`;
    throw new AwsError(
      'AccessDeniedException',
      `User: arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${name} is not authorized to perform: ${action} ` +
        `on resource: ${resource} ${why}`,
    );
  }
}

/** @throws UnknownPolicy when a role holds something that cannot be judged here. */
export const createIam = (resources: Resource[]): SandboxIam => new SandboxIam(resources);

import type { Permission, Resource } from '../types.ts';
import { type ConditionBlock, holds, matches, unknownOperators } from './conditions.ts';
import { caseless } from './grants.ts';
import { UnknownPolicy } from './policies.ts';

interface Statement {
  effect: string;
  principals: string[];
  actions: string[];
  condition: ConditionBlock;
}

/** What a key says of somebody's use of it. `ask their policies`: it leaves that to the account they belong to. */
export type Verdict = 'allowed' | 'ask their policies' | 'not allowed' | 'denied';

const list = (value: unknown): string[] => [value ?? []].flat().map(String);

const principalsOf = (principal: unknown): string[] =>
  typeof principal === 'object' && principal !== null
    ? Object.values(principal).flatMap(list)
    : list(principal);

const statementsOf = ({ properties, logicalId }: Resource): Statement[] => {
  const { Statement = [] } = (properties.KeyPolicy ?? {}) as { Statement?: Record<string, unknown>[] };
  return Statement.map(({ Effect, Principal, Action, Condition = {}, ...rest }) => {
    const condition = Condition as ConditionBlock;
    const odd = ['NotPrincipal', 'NotAction'].filter((name) => name in rest);
    const unknown = [...odd, ...unknownOperators(condition)];
    if (unknown.length > 0) throw new UnknownPolicy(`${logicalId}: ${unknown.join(', ')} is not supported`);
    return { effect: `${Effect}`, principals: principalsOf(Principal), actions: list(Action), condition };
  });
};

const isAccount = (principal: string): boolean => /^arn:aws:iam::\d{12}:root$/.test(principal);

/**
 * The policies of the keys. Answers undefined for a key that is not of the templates.
 *
 * @throws UnknownPolicy when one holds something that cannot be judged here.
 */
export const readKeyPolicies = (
  resources: readonly Resource[],
): ((principal: string, permission: Permission) => Verdict | undefined) => {
  const keys = resources.filter(({ type }) => type === 'AWS::KMS::Key');
  const policies = new Map(keys.map((key) => [key.arn, statementsOf(key)]));
  return (principal, { action, resource, context = {} }) => {
    const about = policies
      .get(resource)
      ?.filter(
        ({ actions, condition }) =>
          actions.some((each) => caseless(each, action)) && holds(condition, context),
      );
    if (!about) return undefined;
    const names = ({ principals }: Statement) => principals.some((each) => matches(each, principal));
    const isService = !principal.startsWith('arn:');
    const leftToAccount = ({ principals }: Statement) => !isService && principals.some(isAccount);
    if (about.some((each) => each.effect === 'Deny' && (names(each) || leftToAccount(each)))) return 'denied';
    const allowing = about.filter(({ effect }) => effect === 'Allow');
    if (allowing.some(names)) return 'allowed';
    return allowing.some(leftToAccount) ? 'ask their policies' : 'not allowed';
  };
};

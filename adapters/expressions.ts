import type { When } from './rows.ts';

interface Expression {
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
}

/** A condition in DynamoDB's words. Attribute names are always aliased, since many of ours are reserved there. */
export function condition(when: When): Expression {
  if (when === 'absent') return { ConditionExpression: 'attribute_not_exists(pk)' };
  const values: [string, unknown][] = [];
  const terms = Object.entries(when).map(([name, must]) => {
    if (Array.isArray(must)) {
      const names = must.map((_, index) => `:is_${name}_${index}`);
      values.push(...must.map((value, index): [string, unknown] => [`:is_${name}_${index}`, value]));
      return `#${name} IN (${names.join(', ')})`;
    }
    values.push([`:most_${name}`, must.absentOrAtMost]);
    return `(attribute_not_exists(#${name}) OR #${name} <= :most_${name})`;
  });
  if (terms.length === 0) return {};
  return { ConditionExpression: terms.join(' AND '), ...words({}, Object.keys(when), values) };
}

/** Adds names and values to those an expression uses already; DynamoDB refuses empty lists of either. */
export function words(used: Expression, names: string[], values: [string, unknown][]): Expression {
  const allNames = {
    ...used.ExpressionAttributeNames,
    ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
  };
  const allValues = { ...used.ExpressionAttributeValues, ...Object.fromEntries(values) };
  return {
    ...(Object.keys(allNames).length > 0 && { ExpressionAttributeNames: allNames }),
    ...(Object.keys(allValues).length > 0 && { ExpressionAttributeValues: allValues }),
  };
}

/** What an intrinsic function may ask of the stack it stands in. */
export interface Scope {
  ref(logicalId: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  importValue(exportName: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): unknown;
}

/** An intrinsic function the sandbox cannot resolve. */
export class Unresolvable extends Error {}

const NOTHING = Symbol('AWS::NoValue');

const text = (value: unknown, what: string): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  throw new Unresolvable(`${what} needs text, got ${JSON.stringify(value)}`);
};

const list = (value: unknown, what: string): unknown[] => {
  if (Array.isArray(value)) return value;
  throw new Unresolvable(`${what} needs a list, got ${JSON.stringify(value)}`);
};

const attributeOf = (path: string): [string, string] => {
  const dot = path.indexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
};

const substitute = (argument: unknown, scope: Scope): string => {
  const [template, own] = Array.isArray(argument) ? argument : [argument, {}];
  const variables = resolve(own ?? {}, scope) as Record<string, unknown>;
  return text(template, 'Fn::Sub').replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (name in variables) return text(variables[name], `Fn::Sub \${${name}}`);
    return text(
      name.includes('.') ? scope.attribute(...attributeOf(name)) : scope.ref(name),
      `Fn::Sub \${${name}}`,
    );
  });
};

const truth = (argument: unknown, scope: Scope): boolean => {
  const value = resolve(argument, scope);
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new Unresolvable(`A condition is neither true nor false: ${JSON.stringify(value)}`);
};

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const INTRINSICS: Record<string, Intrinsic> = {
  Ref: (id, scope) => (id === 'AWS::NoValue' ? NOTHING : scope.ref(text(id, 'Ref'))),
  Condition: (name, scope) => scope.condition(text(name, 'Condition')),
  'Fn::GetAtt': (argument, scope) => {
    const [id, name] = typeof argument === 'string' ? attributeOf(argument) : list(argument, 'Fn::GetAtt');
    return scope.attribute(text(id, 'Fn::GetAtt'), text(resolve(name, scope), 'Fn::GetAtt'));
  },
  'Fn::Sub': substitute,
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(resolve(argument, scope), 'Fn::Join');
    return list(parts, 'Fn::Join')
      .map((part) => text(part, 'Fn::Join'))
      .join(text(separator, 'Fn::Join'));
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = list(resolve(argument, scope), 'Fn::Select');
    const chosen = list(values, 'Fn::Select')[Number(index)];
    if (chosen === undefined) throw new Unresolvable(`Fn::Select has no element ${JSON.stringify(index)}`);
    return chosen;
  },
  'Fn::Split': (argument, scope) => {
    const [separator, whole] = list(resolve(argument, scope), 'Fn::Split');
    return text(whole, 'Fn::Split').split(text(separator, 'Fn::Split'));
  },
  'Fn::ImportValue': (name, scope) => scope.importValue(text(resolve(name, scope), 'Fn::ImportValue')),
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = list(resolve(argument, scope), 'Fn::FindInMap').map((key) =>
      text(key, 'Fn::FindInMap'),
    );
    return scope.mapping(map ?? '', first ?? '', second ?? '');
  },
  'Fn::Base64': (value, scope) => Buffer.from(text(resolve(value, scope), 'Fn::Base64')).toString('base64'),
  'Fn::If': (argument, scope) => {
    const [name, yes, no] = list(argument, 'Fn::If');
    return resolveOrNothing(scope.condition(text(name, 'Fn::If')) ? yes : no, scope);
  },
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(resolve(argument, scope), 'Fn::Equals');
    return JSON.stringify(left) === JSON.stringify(right);
  },
  'Fn::And': (argument, scope) => list(argument, 'Fn::And').every((each) => truth(each, scope)),
  'Fn::Or': (argument, scope) => list(argument, 'Fn::Or').some((each) => truth(each, scope)),
  'Fn::Not': (argument, scope) => !truth(list(argument, 'Fn::Not')[0], scope),
};

const intrinsicIn = (value: Record<string, unknown>): [string, unknown] | undefined => {
  const [key, ...others] = Object.keys(value);
  if (key === undefined || others.length > 0) return undefined;
  // A lone `Condition` holds a name only where a condition is written; IAM statements have an object there.
  if (key === 'Condition' && typeof value[key] !== 'string') return undefined;
  return key === 'Ref' || key === 'Condition' || key.startsWith('Fn::') ? [key, value[key]] : undefined;
};

const resolveOrNothing = (value: unknown, scope: Scope): unknown => {
  if (Array.isArray(value))
    return value.map((each) => resolveOrNothing(each, scope)).filter((each) => each !== NOTHING);
  if (typeof value !== 'object' || value === null) return value;
  const intrinsic = intrinsicIn(value as Record<string, unknown>);
  if (intrinsic) {
    const [name, argument] = intrinsic;
    const run = INTRINSICS[name];
    if (!run) throw new Unresolvable(`${name} is not supported`);
    return run(argument, scope);
  }
  const resolved: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    const inner = resolveOrNothing(each, scope);
    if (inner !== NOTHING) resolved[key] = inner;
  }
  return resolved;
};

/**
 * The value with every intrinsic function replaced by what it stands for.
 *
 * @throws Unresolvable naming the function.
 */
export const resolve = (value: unknown, scope: Scope): unknown => {
  const resolved = resolveOrNothing(value, scope);
  return resolved === NOTHING ? undefined : resolved;
};

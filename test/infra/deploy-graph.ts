import type { Template } from 'aws-cdk-lib/assertions';
import type { Json } from './templates.ts';

/** Why CloudFormation lets one resource wait for another: it says so, or it uses a value of it. */
export type Reason = 'said' | 'used';

/** What waits for what in a stack, by logical ids: each resource with those it waits for itself. */
export type DeployGraph = Map<string, Map<string, Reason>>;

/** All logical ids that a value takes something from, by Ref, Fn::GetAtt or Fn::Sub. */
function usedIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(usedIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries<Json>(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return [inner];
    if (key === 'Fn::GetAtt') return [[inner].flat()[0].split('.')[0]];
    if (key !== 'Fn::Sub') return usedIn(inner);
    const [text, more] = [inner].flat();
    return [...[...text.matchAll(/\$\{([^!}.]+)/g)].map(([, id]) => id), ...usedIn(more)];
  });
}

/** Reads from a template what CloudFormation makes of it. Parameters and pseudo parameters are nothing to wait for. */
export function graphOf(template: Template): DeployGraph {
  const resources: Record<string, Json> = template.toJSON().Resources;
  const waits = Object.entries(resources).map(([id, { DependsOn = [], Properties }]) => {
    const said = [DependsOn].flat().map((other): [string, Reason] => [other, 'said']);
    const used = usedIn(Properties).map((other): [string, Reason] => [other, 'used']);
    // Using a value is reason enough; that it is said as well changes nothing.
    const both = [...said, ...used].filter(([other]) => other in resources && other !== id);
    return [id, new Map(both)] as const;
  });
  return new Map(waits);
}

/** Everything that has to be there before a resource is begun. */
export function neededBy(graph: DeployGraph, id: string): Set<string> {
  const found = new Set<string>();
  const follow = (at: string): void => {
    for (const other of graph.get(at)?.keys() ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      follow(other);
    }
  };
  follow(id);
  return found;
}

/** The longest way through a stack, each waiting for the one before it. */
export function longestChain(graph: DeployGraph): string[] {
  const known = new Map<string, string[]>();
  const chainTo = (id: string): string[] => {
    const before = [...(graph.get(id)?.keys() ?? [])].map((other) => known.get(other) ?? chainTo(other));
    const chain = [
      ...before.reduce((longest, each) => (each.length > longest.length ? each : longest), []),
      id,
    ];
    known.set(id, chain);
    return chain;
  };
  return [...graph.keys()]
    .map(chainTo)
    .reduce((longest, each) => (each.length > longest.length ? each : longest));
}

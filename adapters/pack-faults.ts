import { z } from 'zod';
import { isObject, isSetting } from './pack-settings.ts';

/** One thing wrong with a pack file, and the way out. */
export interface PackFault {
  /** JSON pointer into the file, such as `/decision/due`; empty for the file as a whole. */
  pointer: string;
  wrong: string;
  allowed: string;
  /** The rule the setting says it comes from. */
  rule?: string;
}

interface Node {
  description?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
  propertyNames?: Node;
  items?: Node;
  anyOf?: Node[];
}

/** What a shape refuses in a file, in the order it found it, each with what would be allowed in that place. */
export function faultsOfShape(shape: z.ZodType, file: unknown): PackFault[] {
  const checked = shape.safeParse(file);
  if (checked.success) return [];
  const root = z.toJSONSchema(shape) as Node;
  return checked.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    if (issue.code === 'invalid_key' || keys.length > 0) {
      const parent = issue.code === 'invalid_key' ? issue.path.slice(0, -1) : issue.path;
      const names = keys.length > 0 ? keys : issue.path.slice(-1);
      return names.map((key) =>
        fault(file, [...parent, key], 'there is no such field', fields(root, parent)),
      );
    }
    const given = valueAt(file, issue.path);
    const wrong = given === undefined ? 'is missing' : `is ${JSON.stringify(given).slice(0, 120)}`;
    return [fault(file, issue.path, wrong, say(nodeAt(root, issue.path)))];
  });
}

export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function fault(file: unknown, path: PropertyKey[], wrong: string, allowed: string): PackFault {
  const settings = path.map((_, index) => valueAt(file, path.slice(0, index + 1))).filter(isSetting);
  const rule = settings.at(-1)?.rule;
  return { pointer: pointerOf(path), wrong, allowed, ...(typeof rule === 'string' && { rule }) };
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key as string] : undefined),
    value,
  );

function nodeAt(root: Node, path: readonly PropertyKey[]): Node | undefined {
  return path.reduce<Node | undefined>((at, key) => {
    const node = at?.anyOf?.find((each) => each.type !== 'null') ?? at;
    if (typeof key === 'number') return node?.items;
    const rest = node?.additionalProperties;
    return node?.properties?.[String(key)] ?? (typeof rest === 'object' ? rest : undefined);
  }, root);
}

function fields(root: Node, path: PropertyKey[]): string {
  const at = nodeAt(root, path);
  const node = at?.anyOf?.find((each) => each.type !== 'null') ?? at;
  const names = node?.propertyNames?.enum ?? Object.keys(node?.properties ?? {});
  return `one of ${names.join(', ')}`;
}

function say(node: Node | undefined): string {
  if (!node) return 'nothing here';
  if (node.anyOf) return node.anyOf.map(say).join(', or ');
  if (node.enum) return `one of ${node.enum.join(', ')}`;
  if (node.const !== undefined) return String(node.const);
  if (node.description) return node.description;
  if (node.items) return `a list; each ${say(node.items)}`;
  if (node.properties) return `an object with ${Object.keys(node.properties).join(', ')}`;
  if (node.type === 'null') return 'null';
  if (node.type === 'boolean') return 'true or false';
  if (node.type === 'integer') return 'a whole number';
  return node.type === 'number' ? 'a number' : 'another value';
}

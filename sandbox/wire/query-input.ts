type Node = { [name: string]: Node | string };

const arrange = (node: Node | string): unknown => {
  if (typeof node === 'string') return node;
  const { member } = node;
  if (member && typeof member === 'object' && Object.keys(node).length === 1) {
    return Object.entries(member)
      .sort(([a], [b]) => Number(a) - Number(b))
      .map(([, item]) => arrange(item));
  }
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, arrange(value)]));
};

/** Reads the AWS query protocol: `A.B=x` nests, `L.member.1=x` lists. `Action` and `Version` are left out. */
export const readQueryInput = (form: URLSearchParams): Record<string, unknown> => {
  const root: Node = Object.create(null);
  for (const [path, value] of form) {
    if (path === 'Action' || path === 'Version') continue;
    const names = path.split('.');
    const last = names.pop() ?? path;
    let node = root;
    for (const name of names) {
      const next = node[name];
      const child: Node = typeof next === 'object' ? next : Object.create(null);
      node[name] = child;
      node = child;
    }
    node[last] = value;
  }
  return arrange(root) as Record<string, unknown>;
};

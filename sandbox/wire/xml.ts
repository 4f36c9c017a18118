const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

export type XmlTree = string | number | boolean | { [name: string]: XmlTree } | XmlTree[];

/** Writes nested values as elements; an array becomes `<member>` elements, as the query protocol has it. */
export const xml = (tree: XmlTree): string => {
  if (Array.isArray(tree)) return tree.map((item) => `<member>${xml(item)}</member>`).join('');
  if (typeof tree !== 'object') return escapeXml(String(tree));
  return Object.entries(tree)
    .map(([name, value]) => `<${name}>${xml(value)}</${name}>`)
    .join('');
};

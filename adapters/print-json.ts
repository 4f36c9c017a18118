const WIDTH = 110;

/** JSON laid out as the formatter lays it out: short lists on one line, everything else on lines of its own. */
export function printJson(value: unknown): string {
  return `${print(value, '', 0)}\n`;
}

/** `taken` is what already stands on the line, the comma after the value included. */
function print(value: unknown, indent: string, taken: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const isFlat = value.every((each) => typeof each !== 'object' || each === null);
    const line = `[${value.map((each) => JSON.stringify(each)).join(', ')}]`;
    if (isFlat && taken + line.length <= WIDTH) return line;
    return `[\n${value.map((each) => inner + print(each, inner, inner.length + 1)).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, entry]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + print(entry, inner, start.length + 1);
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

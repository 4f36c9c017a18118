const SPACE = /[ \t\n\r]*/y;
// Anything from the space on but quote and backslash, or an escape.
const STRING = String.raw`"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])`;
const KEY = new RegExp(STRING, 'y');
const VALUE = new RegExp(`${STRING}|${NUMBER}|(?:true|false|null)(?!\\w)`, 'y');

/**
 * Where a text stops being JSON (`JSON.parse` says so only sometimes, and then quotes what people wrote).
 * `position` counts characters from 0, line and column from 1.
 */
export function whereJsonBreaks(text: string): { position: number; line: number; column: number } {
  const position = breakPosition(text);
  const before = text.slice(0, position).split('\n');
  return { position, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function breakPosition(text: string): number {
  let at = 0;
  const take = (token: RegExp): boolean => {
    token.lastIndex = at;
    const found = token.test(text);
    if (found) at = token.lastIndex;
    return found;
  };
  const next = (): string | undefined => {
    take(SPACE);
    return text[at];
  };
  const open: ('{' | '[')[] = [];

  for (;;) {
    // Here a value is expected, or the end of a list or object that has just begun.
    let char = next();
    if (char === '{' || char === '[') {
      at++;
      open.push(char);
      const closes = next() === (char === '{' ? '}' : ']');
      if (!closes) {
        if (char === '{' && !key()) return at;
        continue;
      }
    } else if (!take(VALUE)) return at;
    // Here a value is over: close what ends with it, go on with what follows a comma.
    for (char = next(); open.length > 0 && char === (open.at(-1) === '{' ? '}' : ']'); char = next()) {
      at++;
      open.pop();
    }
    if (open.length === 0 || char !== ',') return at;
    at++;
    if (open.at(-1) === '{' && !key()) return at;
  }

  function key(): boolean {
    next();
    if (!take(KEY) || next() !== ':') return false;
    at++;
    return true;
  }
}

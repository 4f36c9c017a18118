import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DEFAULT_PORT } from '../../sandbox/default-port.ts';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const page = read('docs/reference/sandbox.md');

test('the reference names the port that the sandbox serves on', () => {
  const named = [page, read('CONTRIBUTING.md')].flatMap((text) =>
    [...text.matchAll(/127\.0\.0\.1:(\d+)/g)].map((match) => match[1]),
  );
  expect(named.length).toBeGreaterThan(3);
  expect([...new Set(named)]).toEqual([`${DEFAULT_PORT}`]);
});

test('the reference lists exactly the calls of the control API', () => {
  const listed = [...page.matchAll(/^\| `(GET|POST) \/_sandbox\/(\w+)/gm)].map(
    ([, method, name]) => `${method} ${name}`,
  );
  const served = [...read('sandbox/control.ts').matchAll(/^ {4}'((?:GET|POST) \w+)':/gm)].map(
    (match) => match[1],
  );
  expect(listed.sort()).toEqual(served.sort());
});

test('every variable of a shell example is set in the same example', () => {
  const examples = [...page.matchAll(/```sh\n(.*?)```/gs)].map((match) => match[1] ?? '');
  const setBefore = new Set(['SANDBOX', 'JSON']);
  const unset = examples.flatMap((example) => {
    const set = [...example.matchAll(/^(?:export )?(\w+)=/gm)].map((match) => match[1] ?? '');
    const used = [...example.matchAll(/\$([A-Z]+)/g)].map((match) => match[1] ?? '');
    return used.filter((name) => !set.includes(name) && !setBefore.has(name));
  });
  expect(unset).toEqual([]);
});

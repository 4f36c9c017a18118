import { existsSync, globSync, readFileSync } from 'node:fs';

/** A command that a page tells people to type. */
export interface Typed {
  page: string;
  /** The script of package.json: `admin`. */
  script: string;
  /** What stands after `--`, as a shell would split it. */
  words: string[];
  /** As it is written. */
  text: string;
}

/** As a shell splits it. */
export const wordsIn = (text: string): string[] =>
  [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );

const typedIn = (page: string, line: string): Typed[] => {
  const text = line.replace(/\s+#\s.*$/, '');
  const [, script, shortened, rest = ''] =
    /^npm (?:run (?:-s )?([\w:]+)|(start|test))(?:\s+-- ?(.*))?$/.exec(text) ?? [];
  const named = script ?? shortened;
  // What a pipe or a file gets is no word of the command.
  return named ? [{ page, script: named, words: wordsIn(rest.replace(/\s+[|>].*$/, '')), text }] : [];
};

/** Every page people read: the first one and all of docs. */
export const pages = (): string[] => ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md').sort()];

export const textOf = (page: string): string => readFileSync(page, 'utf8');

/** Every `npm …` in blocks of shell and in code between the words; one that is cut off by `…` is none. */
export function typedOn(page: string): Typed[] {
  const text = textOf(page);
  const blocks = [...text.matchAll(/^ *```sh\n(.*?)^ *```/gms)].flatMap(([, block = '']) =>
    block.split('\n').map((line) => line.trim()),
  );
  const inline = [...text.replace(/^ *```.*?^ *```/gms, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, code = '']) => code,
  );
  return [...blocks, ...inline]
    .filter((line) => line.startsWith('npm ') && !line.includes('…'))
    .flatMap((line) => typedIn(page, line));
}

/** The first thing that a runbook says to type. */
export const firstOf = (page: string): string => {
  const [, block = ''] = /^```sh\n(.*?)^```/ms.exec(textOf(page)) ?? [];
  return block.split('\n')[0] ?? '';
};

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Links of a page that lead nowhere: to a file that is not there, or a heading the file does not have. */
export function deadLinks(page: string): string[] {
  const text = textOf(page).replace(/^ *```.*?^ *```/gms, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^[a-z]+:/.test(to))
    .filter((to) => {
      const [file = '', anchor] = to.split('#');
      const path = file === '' ? page : new URL(file, `file:///${page}`).pathname.slice(1);
      if (!existsSync(path)) return true;
      if (anchor === undefined || !path.endsWith('.md')) return false;
      const anchors = [...textOf(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        anchorOf(heading.replaceAll('`', '')),
      );
      return !anchors.includes(anchor);
    });
}

import { readFileSync } from 'node:fs';
import { faultsOfPack, sayFault, untranslatedIn } from './inspect-pack.ts';
import type { Language } from './languages.ts';

const HELP = `Checks rule packs of your own before they are deployed.

  npm run packs -- check FILE.json [FILE.json …]

Packs that extend each other are checked together. Every fault is printed with its place in the file, the rule it
belongs to, and what would be allowed. Of a sound pack it is said which texts have no words in another language.

Exit code: 0 when every pack is sound, 1 when something has to be put right, 2 when the command or a file cannot be read.
How a pack is written: docs/how-to/write-a-pack.md
`;

interface Read {
  path: string;
  content: unknown;
}

/** Runs the command; the words go to `out` and `err`. Returns the exit code. */
export function checkPacks(
  args: readonly string[],
  { out, err }: { out: (text: string) => void; err: (text: string) => void },
): 0 | 1 | 2 {
  if (args.includes('--help') || args.includes('-h')) {
    out(HELP);
    return 0;
  }
  const [command, ...paths] = args;
  if (command !== 'check' || paths.length === 0) {
    err(`Say what to check: npm run packs -- check FILE.json\n\n${HELP}`);
    return 2;
  }
  const files: Read[] = [];
  for (const path of paths) {
    try {
      files.push({ path, content: JSON.parse(readFileSync(path, 'utf8')) });
    } catch (error) {
      err(`${path}: cannot be read (${(error as Error).message}).\n`);
      return 2;
    }
  }
  const faults = files.map((file) => report(file, files, out));
  return faults.some((count) => count > 0) ? 1 : 0;
}

function report({ path, content }: Read, files: Read[], out: (text: string) => void): number {
  const others = files.filter((other) => other.content !== content).map((other) => other.content);
  const faults = faultsOfPack(content, others);
  out(
    faults.length === 0
      ? `${path}: ok\n${advice(content, others)}`
      : `${path}:\n${faults.map((each) => `  ${sayFault(each)}\n`).join('')}`,
  );
  return faults.length;
}

/** What is sound, and could still be kinder: texts that some people read in a language that is not theirs. */
const advice = (content: unknown, others: unknown[]): string =>
  untranslatedIn(content, others)
    .map(
      ({ language, texts }) =>
        `  advice: people who read ${NAMES[language]} see these as they are written, for want of /translations/${language}: ${texts.join(', ')}\n`,
    )
    .join('');

const NAMES: Record<Language, string> = { en: 'English', es: 'Spanish' };

if (import.meta.main) {
  process.exitCode = checkPacks(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  });
}

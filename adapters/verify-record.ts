import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkRecord, type EventName, type Verdict } from './check-record.ts';
import { printCertificates } from './print-certificates.ts';
import { NotARecord, readRecord } from './record-file.ts';

const HELP = `Checks that the sealed record of a plan is exactly what was recorded, and in that order.

  npm run verify -- FILE.json [--head HASH]
  npm run verify -- FILE.json FILE.json …

Needs no network and no account: everything is recomputed from the file (docs/how-to/verify-a-record.md).
Prints a certificate for every signature, and says which of them does not fit the plan that was signed.
Exits 0 when the record is unbroken and every signature fits, 1 when not, 2 when the file cannot be read;
of several files as the worst of them does.

  --head HASH  the record must also end with this hash, noted when it was exported; for one file
  --help       this text`;

export interface Said {
  exit: 0 | 1 | 2;
  text: string;
}

/** What the command line answers to the bytes of a file. */
export function verdictOn(bytes: Uint8Array, head?: string): Said {
  try {
    const verdict = checkRecord(readRecord(bytes), head);
    return { exit: isSound(verdict) ? 0 : 1, text: say(verdict) };
  } catch (error) {
    if (error instanceof NotARecord)
      return { exit: 2, text: `The file cannot be checked: ${error.message}.` };
    throw error;
  }
}

const isSound = (verdict: Verdict): boolean =>
  verdict.unbroken && verdict.signatures.every(({ misfit }) => misfit === undefined);

function say(verdict: Verdict): string {
  if (verdict.unbroken) {
    const { events, head, signatures } = verdict;
    const unbroken = `${events} event${events === 1 ? '' : 's'}, unbroken, head ${head}.`;
    const misfits = signatures.flatMap(({ seq, misfit }) =>
      misfit ? [`The signature at event ${seq} DOES NOT FIT: ${misfit}.`] : [],
    );
    const certificates = signatures.length > 0 ? [printCertificates(signatures)] : [];
    return [unbroken, ...misfits, ...certificates].join('\n');
  }
  const { event, why } = verdict;
  return event
    ? `BROKEN at ${nameOf(event)}: ${why}.\nNothing from there on can be relied on.`
    : `BROKEN: ${why}.`;
}

// Text from the file may hold anything, even what moves a terminal's cursor: only what we would write is repeated.
const plain = (text: string | null, shape: RegExp): string =>
  text !== null && shape.test(text) ? text : 'unreadable';

const nameOf = ({ place, seq, type, at }: EventName): string =>
  `event ${seq ?? place} (${plain(type, /^[A-Za-z]{1,40}$/)}, ${plain(at, /^[0-9T:.Z-]{10,30}$/)})`;

function main(): Said {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, head: { type: 'string' } },
  });
  if (values.help) return { exit: 0, text: HELP };
  const [file, ...others] = positionals;
  if (file === undefined || (others.length > 0 && values.head !== undefined)) return { exit: 2, text: HELP };
  if (values.head !== undefined && !/^[0-9a-f]{64}$/i.test(values.head))
    return { exit: 2, text: 'The value of --head is not a hash: give its 64 hexadecimal digits.' };
  return others.length > 0 ? inTurn(positionals) : verdictOnFile(file, values.head);
}

function verdictOnFile(file: string, head?: string): Said {
  try {
    return verdictOn(readFileSync(file), head);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { exit: 2, text: `The file ${file} cannot be opened (${code}).` };
  }
}

/** One that is broken or unreadable keeps none of the others from being checked. */
function inTurn(files: string[]): Said {
  const said = files.map((file) => ({ file, ...verdictOnFile(file) }));
  const bad = said.filter(({ exit }) => exit > 0).map(({ file }) => file);
  return {
    exit: said.reduce<Said['exit']>((worst, { exit }) => (exit > worst ? exit : worst), 0),
    text: [
      ...said.map(({ file, text }) => `${file}\n${text}\n`),
      bad.length > 0
        ? `${bad.length} of ${files.length} are not as they should be: ${bad.join(', ')}`
        : `All ${files.length} are sound.`,
    ].join('\n'),
  };
}

if (import.meta.main) {
  const { exit, text } = run();
  (exit === 2 ? console.error : console.log)(text);
  process.exitCode = exit;
}

function run(): Said {
  try {
    return main();
  } catch (error) {
    // parseArgs names the argument it does not know.
    if (!String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')) throw error;
    return { exit: 2, text: `${(error as Error).message}\n\n${HELP}` };
  }
}

import { createInterface } from 'node:readline/promises';
import { Cannot } from './exit.ts';

/** Asks before what cannot be undone. @throws Cannot when the answer is no, or nobody is there to be asked */
export async function confirm(question: string, yes: boolean | undefined): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY)
    throw new Cannot(`${question} Nobody is here to be asked.`, 'Add --yes if it is meant.');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await lines.question(`${question} Type yes: `);
    if (answer.trim().toLowerCase() !== 'yes') throw new Cannot('Nothing was changed.', 'Type yes to do it.');
  } finally {
    lines.close();
  }
}

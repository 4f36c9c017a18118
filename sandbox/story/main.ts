import { parseArgs } from 'node:util';
import { ensureAssembly } from '../assembly.ts';
import { bootSandbox } from '../sandbox.ts';
import { Refused } from './http.ts';
import { Stuck } from './people.ts';
import { type Played, play } from './play.ts';
import { BadStory, readStory, type Story } from './story-file.ts';

const HELP = `Plays plans from draft to decision on the app that would be deployed.

  npm run story -- FILE.json [FILE.json ...]

Each file holds a plan, what people do and when, and what must come of it (docs/reference/story-file.md).
Prints the timeline as people would read it. Exits 0 when every plan ended as its file expects, 1 when
one did not, 2 when a file cannot be played.

  --quiet   only say how each story ended
  --help    this text`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' }, quiet: { type: 'boolean', short: 'q' } },
});

if (values.help || positionals.length === 0) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}
process.exit(await main(positionals, values.quiet === true));

async function main(files: string[], quiet: boolean): Promise<number> {
  try {
    const stories = await Promise.all(files.map(readStory));
    const assembly = await ensureAssembly({ log: (line) => console.error(line) });
    let failed = 0;
    for (const story of stories) failed += (await tell(story, assembly, quiet)) ? 0 : 1;
    return failed === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BadStory)) throw error;
    console.error(error.message);
    return 2;
  }
}

/** Plays one story on a sandbox of its own and says how it went. */
async function tell(story: Story, assembly: string, quiet: boolean): Promise<boolean> {
  console.log(`\n${story.title}`);
  if (!quiet && story.about) console.log(story.about);
  const sandbox = await bootSandbox({ assembly, start: story.clock });
  try {
    const played = await play(story, sandbox.url);
    if (!quiet) print(played, story.plan.timeZone);
    return verdict(played.differences);
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Stuck)) throw error;
    return verdict([error.message]);
  } finally {
    await sandbox.close();
  }
}

function verdict(faults: string[]): boolean {
  if (faults.length === 0) {
    console.log('\nThe plan ended as expected.');
    return true;
  }
  console.log('\nThe plan did not end as expected:');
  for (const fault of faults) console.log(`  ${fault}`);
  return false;
}

function print(played: Played, timeZone: string): void {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  console.log(`\nTimes are in ${timeZone}.`);
  for (const { at, text } of played.timeline) console.log(`${format.format(new Date(at))}  ${text}`);
  const { mails, reminders, escalations } = played.outcome;
  const sent = Object.values(mails).reduce((sum, count) => sum + count, 0);
  console.log(`\n${sent} mails, ${reminders} reminders, ${escalations} escalations.`);
}

import { parseArgs } from 'node:util';
import { ensureAssembly, SynthFailed } from '../assembly.ts';
import { NoEngine } from '../dynamodb/engine.ts';
import { bootSandbox, type Sandbox } from '../sandbox.ts';
import { NotSupported } from '../template/load.ts';
import { NoAssembly } from '../template/read-assembly.ts';
import { AwsError } from '../types.ts';
import { Refused } from './http.ts';
import { Stuck } from './people.ts';
import { type Played, play } from './play.ts';
import { BadStory, readStory, type Story } from './story-file.ts';
import { troubleIn } from './trouble.ts';

const HELP = `Plays plans from draft to decision on the app that would be deployed.

  npm run story -- FILE.json [FILE.json ...]

Each file holds a plan, what people do and when, and what must come of it (docs/reference/story-file.md).
Prints the timeline as people would read it. Exits 0 when every plan ended as its file expects and nothing
was refused or given up on the way, 1 when not, 2 when a file cannot be played.

  --assembly DIR  play on this output of \`cdk synth\` instead of a fresh one
  --quiet         only say how each story ended
  --help          this text`;

/** Nothing goes wrong in a story by itself: a sweep with nothing new to find is made once a week. */
const IDLE_SWEEPS = 'P7D';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    assembly: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
    quiet: { type: 'boolean', short: 'q' },
  },
});

if (values.help || positionals.length === 0) {
  console.log(HELP);
  process.exit(values.help ? 0 : 2);
}
process.exit(await main(positionals, values.quiet === true));

async function main(files: string[], quiet: boolean): Promise<number> {
  try {
    const stories = await Promise.all(files.map(readStory));
    const assembly = values.assembly ?? (await ensureAssembly({ log: (line) => console.error(line) }));
    return await tellAll(stories, assembly, quiet);
  } catch (error) {
    const isKnown = [BadStory, SynthFailed, NoEngine, NotSupported, NoAssembly].some(
      (one) => error instanceof one,
    );
    if (!isKnown) throw error;
    console.error((error as Error).message);
    return 2;
  }
}

/** One sandbox, empty again for each story; after one that went wrong, whatever it left behind is left with it. */
async function tellAll(stories: Story[], assembly: string, quiet: boolean): Promise<number> {
  let sandbox: Sandbox | undefined;
  let failed = 0;
  try {
    for (const story of stories) {
      console.log(`\n${story.title}`);
      if (!quiet && story.about) console.log(story.about);
      let faults: string[];
      try {
        if (sandbox) await sandbox.reset(story.clock);
        else sandbox = await bootSandbox({ assembly, start: story.clock, scheduleEvery: IDLE_SWEEPS });
        faults = await tell(story, sandbox, quiet);
      } catch (error) {
        // Lambda refuses a function whose role may not read its stream before any story begins.
        if (!(error instanceof AwsError)) throw error;
        faults = [error.message];
      }
      if (verdict(faults, sandbox ? troubleIn(sandbox) : [])) continue;
      failed += 1;
      await sandbox?.close();
      sandbox = undefined;
    }
  } finally {
    await sandbox?.close();
  }
  return failed === 0 ? 0 : 1;
}

/** Plays one story; what differs from what it expects, or why it could not be played to its end. */
async function tell(story: Story, { url }: Sandbox, quiet: boolean): Promise<string[]> {
  try {
    const played = await play(story, url);
    if (!quiet) print(played, story.plan.timeZone);
    return played.differences;
  } catch (error) {
    if (![Refused, Stuck, AwsError].some((one) => error instanceof one)) throw error;
    return [(error as Error).message];
  }
}

function verdict(faults: string[], trouble: string[]): boolean {
  if (faults.length === 0) console.log('\nThe plan ended as expected.');
  else say('The plan did not end as expected:', faults);
  if (trouble.length > 0) say('This went wrong behind the pages:', trouble);
  return faults.length === 0 && trouble.length === 0;
}

function say(heading: string, lines: string[]): void {
  console.log(`\n${heading}`);
  for (const line of lines) console.log(`  ${line}`);
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

import { performance } from 'node:perf_hooks';
import { ensureAssembly } from '../sandbox/assembly.ts';
import { bootSandbox } from '../sandbox/sandbox.ts';
import { get } from '../sandbox/story/http.ts';
import { play } from '../sandbox/story/play.ts';
import { readStory } from '../sandbox/story/story-file.ts';

/**
 * How long a whole plan takes in the sandbox, boot included, for each Lambda invocation it makes.
 * Both figures come from the same runs; the milliseconds are this machine's and mean nothing elsewhere.
 */
const RUNS = 5;
const story = await readStory('examples/dc-answered.json');
const assembly = await ensureAssembly({ log: (line) => console.error(line) });
const runs = [];
for (let run = 0; run < RUNS; run++) runs.push(await once());

const perInvocation = runs.map(({ wall, invocations }) => wall / invocations);
console.log(`dc-answered in the sandbox, ${RUNS} runs, Node ${process.version}`);
for (const { boot, wall, invocations, transitions } of runs) {
  console.log(
    `  boot ${boot.toFixed(0)} ms, whole ${wall.toFixed(0)} ms, ${invocations} Lambda invocations, ${transitions} transitions`,
  );
}
console.log(`  wall time per invocation: ${median(perInvocation).toFixed(1)} ms (median), boot included`);
console.log(
  `  boot is ${(median(runs.map(({ boot, wall }) => boot / wall)) * 100).toFixed(0)} % of the whole (median)`,
);

async function once() {
  const started = performance.now();
  const sandbox = await bootSandbox({ assembly, start: story.clock });
  const boot = performance.now() - started;
  const played = await play(story, sandbox.url);
  const wall = performance.now() - started;
  const meter = await get<Record<string, number>>(sandbox.url, '/_sandbox/meter');
  await sandbox.close();
  if (played.differences.length > 0)
    throw new Error(`The story ended otherwise: ${played.differences.join('; ')}`);
  const invocations = Object.entries(meter).reduce(
    (sum, [name, n]) => sum + (name.startsWith('invocations.') ? n : 0),
    0,
  );
  return { boot, wall, invocations, transitions: meter.transitions ?? 0 };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

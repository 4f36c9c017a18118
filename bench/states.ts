/**
 * Interpreter transitions per second against aws-local-stepfunctions on a loop of 101 state entries:
 * Init (Pass), then 33 × (Task with a local handler, Pass, Choice), then Succeed.
 *
 * Run with `npx tsx bench/states.ts [pairs] [executions]`; exits 1 when the median ratio is below the goal.
 */
import { readFileSync } from 'node:fs';
import { contender, ENTRIES, type Runner, sandbox } from './states-runners.ts';

const GOAL = 2.5;
const pairs = Number(process.argv[2] ?? 12);
const executions = Number(process.argv[3] ?? 1000);

const version = (name: string): string =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

/** State entries per second over one batch, one execution after another. */
async function measure(runner: Runner): Promise<number> {
  globalThis.gc?.();
  const began = performance.now();
  for (let run = 0; run < executions; run++) {
    const answer = runner.run(run);
    if (answer instanceof Promise) await answer;
  }
  const seconds = (performance.now() - began) / 1000;
  runner.afterBatch?.();
  return (executions * ENTRIES) / seconds;
}

const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

const round = (value: number) => Math.round(value).toLocaleString('en');

const ours = sandbox();
const theirs = contender();
for (const runner of [ours, theirs]) await measure(runner);

console.log(
  `node ${process.version}, jsonata ${version('jsonata')}, ${pairs} pairs of ${executions} executions`,
);
console.log(`sandbox/states (JSONata, whole AWS-shaped history kept) against`);
console.log(
  `aws-local-stepfunctions ${version('aws-local-stepfunctions')} (JSONPath, keeps no history), both one by one\n`,
);

const ratios: number[] = [];
for (let pair = 1; pair <= pairs; pair++) {
  const oursFirst = Math.random() < 0.5;
  const first = await measure(oursFirst ? ours : theirs);
  const second = await measure(oursFirst ? theirs : ours);
  const [our, their] = oursFirst ? [first, second] : [second, first];
  ratios.push(our / their);
  console.log(
    `pair ${String(pair).padStart(2)}: ${round(our)} / ${round(their)} transitions/s = ${(our / their).toFixed(2)}`,
  );
}

const middle = median(ratios);
const { events, perExecution } = ours.history();
console.log(`\nmedian ratio ${middle.toFixed(2)} (goal ${GOAL}); lowest ${Math.min(...ratios).toFixed(2)}`);
console.log(
  `history kept by ours: ${round(events)} events in all, ${perExecution} per execution; by theirs: 0`,
);
console.log('What theirs does not do here: record history, check payload sizes, JSONata.');
console.log('What ours does not do here: leave the process. Neither number says anything about AWS.');
process.exitCode = middle >= GOAL ? 0 : 1;

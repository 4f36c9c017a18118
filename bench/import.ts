import { performance } from 'node:perf_hooks';
import { newPlanId } from '../adapters/ids.ts';
import { type JobPhase, jobRows } from '../adapters/jobs.ts';
import { createMemoryRows } from '../adapters/memory-rows.ts';
import { ruleLibrary } from '../adapters/packs.ts';
import { plansIn } from '../adapters/plan-files.ts';
import { createPlanStore } from '../adapters/plan-store.ts';
import type { Rows } from '../adapters/rows.ts';
import type { PlanDraft } from '../domain/index.ts';
import { commandContext } from '../functions/command-context.ts';
import { createJobs } from '../functions/jobs/jobs.ts';
import type { WorkerPorts } from '../functions/jobs/ports.ts';
import type { Reading } from '../functions/jobs/shapes.ts';
import { work } from '../functions/jobs/work.ts';
import { planFile } from '../test/support/plan-file.ts';
import { openEngine } from '../test/support/store.ts';
import { table } from './measure.ts';

/**
 * What an import costs: the dry run of 20,000 rows of which 300 are bad, and how many plans a second the worker makes on
 * the sandbox's table, beside nothing but the commits. Seconds are this machine's; the ratio is not.
 */
const PLANS = 500;
/** As many parts as the workflow works on at a time. */
const AT_A_TIME = 5;
const BY = { id: 'hr', name: 'HR', roles: ['hr'] } as const;
const ACTOR = { kind: 'principal', id: 'hr' } as const;

const portsOn = (rows: Rows): WorkerPorts => ({
  store: createPlanStore(rows),
  library: ruleLibrary(),
  now: () => '2026-12-01T15:00:00Z',
  ids: { plan: newPlanId, link: (planId) => `${planId}.aaaaaaaaaaaaaaaa` },
  settings: {
    organisation: 'Bench',
    contactEmail: 'hr@agency.example',
    baseUrl: 'https://pip.example.org',
    language: 'en',
    defaults: { pack: 'general', timeZone: 'America/New_York' },
  },
  jobRows: jobRows(rows),
});

async function atATime<T>(list: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> {
  const left = [...list];
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, next));
}

/** A job whose phases can be run and timed one by one, as the workflow would have them run. */
async function importing(ports: WorkerPorts, file: string) {
  const runs: { jobId: string; phase: JobPhase; attempt: number }[] = [];
  const bulk = { start: async (run: (typeof runs)[number]) => void runs.push(run), stop: async () => {} };
  const jobs = createJobs({ rows: ports.jobRows, now: ports.now, bulk });
  const jobId = await jobs.create({ kind: 'import', name: 'plans.csv', format: 'csv', by: BY });
  const bytes = 200_000;
  for (let at = 0, slice = 0; at < file.length; at += bytes, slice++)
    await jobs.putSlice(jobId, slice, file.slice(at, at + bytes), BY);
  const run = async (): Promise<number> => {
    const ids = runs.at(-1);
    if (!ids) throw new Error('Nothing was started.');
    const from = performance.now();
    const { parts } = (await work({ ...ids, action: 'read' }, ports)) as Reading;
    await atATime(parts, (part) => work({ ...part, action: 'part' }, ports));
    await work({ ...ids, action: 'finish' }, ports);
    return (performance.now() - from) / 1000;
  };
  return { jobs, jobId, run };
}

async function dryRun() {
  const ports = portsOn(createMemoryRows());
  const bad = new Set(Array.from({ length: 300 }, (_, index) => (index + 1) * 66));
  const { jobs, jobId, run } = await importing(
    ports,
    planFile(20_000, (row) => bad.has(row)),
  );
  await jobs.check(jobId, BY);
  const seconds = await run();
  const job = await jobs.get(jobId);
  let said = 0;
  for await (const { rows } of jobs.results(jobId)) said += rows.filter(({ faults }) => faults).length;
  const kept = (await ports.store.list({}, ports.now())).plans.length;
  return { seconds, rows: job?.total ?? 0, good: job?.good ?? 0, said, kept };
}

const drafts: PlanDraft[] = [];
for await (const { draft } of plansIn(
  'csv',
  (async function* () {
    yield planFile(PLANS);
  })(),
))
  drafts.push(draft as PlanDraft);

const engine = await openEngine('dynoxide');
const onTable = engine ? async () => (await engine.table()).rows : async () => createMemoryRows();

const bare = portsOn(await onTable());
const commitOne = (draft: PlanDraft) => {
  const planId = newPlanId();
  const context = commandContext(bare, planId, ACTOR);
  return bare.store.commit(planId, { type: 'DraftPlan', planId, draft }, context);
};
// Whatever is slow the first time is not what is compared.
await atATime(drafts.slice(0, 20), commitOne);
const from = performance.now();
await atATime(drafts, commitOne);
const commits = (performance.now() - from) / 1000;

const ports = portsOn(await onTable());
const whole = await importing(ports, planFile(PLANS));
await whole.jobs.check(whole.jobId, BY);
const checking = await whole.run();
await whole.jobs.start(whole.jobId, BY);
const importingSeconds = await whole.run();
const done = (await whole.jobs.get(whole.jobId))?.progress;
await engine?.close();

const dry = await dryRun();
const aSecond = (seconds: number, count = PLANS): string => (count / seconds).toFixed(0);
console.log(
  `${PLANS} plans on ${engine ? 'the sandbox’s table' : 'a table in memory'}, ${AT_A_TIME} parts at a time; Node ${process.version}\n`,
);
console.log(
  table([
    ['', 'seconds', 'plans a second', 'of bare commits'],
    ['nothing but the commits', commits.toFixed(2), aSecond(commits), '1.00'],
    [
      'import them',
      importingSeconds.toFixed(2),
      aSecond(importingSeconds),
      (importingSeconds / commits).toFixed(2),
    ],
    ['check them, keeping nothing', checking.toFixed(2), aSecond(checking), (checking / commits).toFixed(2)],
  ]),
);
console.log(`\n${done?.through} imported, ${done?.failed} refused.`);
console.log(
  `Dry run of ${dry.rows} rows: ${dry.good} good, ${dry.said} said to be bad, ${dry.kept} kept; ${dry.seconds.toFixed(1)} s, ${aSecond(dry.seconds, dry.rows)} rows a second.`,
);

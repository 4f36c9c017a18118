import type { BulkWorkflow } from '../../adapters/bulk-workflow.ts';
import { jobIdFrom, newJobId } from '../../adapters/ids.ts';
import { type JobPerson, type JobRecord, type JobStore, keptUntil } from '../../adapters/jobs.ts';
import type { Instant } from '../../domain/plan.ts';
import type { Identity } from '../access.ts';
import { bulkNamed } from '../admin/bulk/bulk-types.ts';
import { commandIn } from '../admin/plan/command-form.ts';
import { CommandShape } from '../api/command-shapes.ts';
import { isPlanId } from '../api/plan-id.ts';
import { inShape } from '../api/read-json.ts';
import { summed } from './finish.ts';
import type { Job, Jobs, NewJob, RowResult } from './job.ts';
import { MOST_COMMANDS, MOST_SLICE_BYTES, MOST_SLICES, ROWS_PER_PART, STALLED_SECONDS } from './limits.ts';
import { importedBefore, noSuchJob, notNow, notYours, wrongField } from './problems.ts';
import { sayStopped } from './say-stopped.ts';

export interface JobsNeed {
  rows: JobStore;
  bulk: BulkWorkflow;
  now(): Instant;
}

/** Bulk work over the table and the workflow that has it done. */
export function createJobs({ rows, bulk, now }: JobsNeed): Jobs {
  const found = async (jobId: string): Promise<JobRecord> => {
    const job = await rows.get(jobId);
    if (!job) throw noSuchJob();
    return job;
  };
  /** Begins an attempt, unless somebody else was faster. */
  const begin = async (job: JobRecord, by: Identity, set: Partial<JobRecord>): Promise<void> => {
    const attempt = job.attempt + 1;
    const at = now();
    const starts = [...job.starts, { attempt, phase: set.phase ?? job.phase, by: personOf(by), at }];
    const begun = await rows.change(
      job.jobId,
      { status: 'running', error: undefined, ...set, attempt, starts, begunAt: at } as Partial<JobRecord>,
      { status: [job.status], attempt: [job.attempt] },
    );
    if (!begun) throw notNow('Somebody else has just changed this work.', 'Look at it again.');
    try {
      await bulk.start({ jobId: job.jobId, phase: begun.phase, attempt });
    } catch (error) {
      // It can be gone on with at once.
      const failed = { status: 'failed', error: 'not_started' } as const;
      await rows.change(job.jobId, failed, { status: ['running'], attempt: [attempt] });
      throw error;
    }
  };

  /** The first rows that say such a thing, of the parts that count any. */
  const first = async (
    jobId: string,
    limit: number,
    count: 'failed' | 'warned',
    said: 'faults' | 'warnings',
  ): Promise<RowResult[]> => {
    const { phase } = await found(jobId);
    const wanted: RowResult[] = [];
    for (const tally of await rows.tallies(jobId, phase)) {
      if (wanted.length >= limit) break;
      if (tally[count] === 0) continue;
      const all = (await rows.result<RowResult>(jobId, phase, tally.part)) ?? [];
      wanted.push(...all.filter((row) => row[said] !== undefined));
    }
    return wanted.slice(0, limit);
  };

  return {
    async create(given) {
      const job = jobOf(given, now());
      const { parts, record } = job;
      const until = keptUntil(record.at);
      if (await rows.get(record.jobId)) return record.jobId;
      // The parts go first, so that a job that is there has them all and can be gone on with.
      for (const [part, list] of parts.entries()) await rows.putPart(record.jobId, part, list, until);
      const isNew = await rows.put(record);
      if (isNew && record.kind === 'commands') await begin(record, given.by, {});
      return record.jobId;
    },
    async get(jobId) {
      const job = await rows.get(jobId);
      return job && withProgress(job, rows, now());
    },
    list: async (limit) => Promise.all((await rows.list(limit)).map((job) => withProgress(job, rows, now()))),

    async putSlice(jobId, slice, text, by) {
      const job = await found(jobId);
      if (job.by.id !== by.id) throw notYours(job.by.name);
      if (job.kind !== 'import' || job.status !== 'preparing')
        throw notNow('The file of this import is complete.', 'Begin another import for another file.');
      if (!Number.isInteger(slice) || slice < 0 || slice >= MOST_SLICES)
        throw wrongField('/part', `Number the parts from 0 to ${MOST_SLICES - 1}.`);
      const bytes = Buffer.byteLength(text);
      if (bytes === 0 || bytes > MOST_SLICE_BYTES)
        throw wrongField('/', `A part has at least 1 byte and at most ${MOST_SLICE_BYTES}.`);
      await rows.putSlice(jobId, slice, text, keptUntil(job.at));
    },
    async slices(jobId) {
      await found(jobId);
      return rows.slices(jobId);
    },

    async check(jobId, by) {
      const job = await found(jobId);
      if (job.kind !== 'import') throw notNow('Only imports are checked.', 'Look at its results.');
      if (job.status === 'running' && job.phase === 'check') return;
      if (job.status !== 'preparing' || job.phase !== 'check')
        throw notNow('This file was checked already.', 'Look at its results, or begin another import.');
      const slices = await rows.slices(jobId);
      const gap = slices.findIndex((slice, at) => slice !== at);
      if (slices.length === 0) throw wrongField('/parts', 'Upload the file first: no part of it is there.');
      if (gap >= 0) throw wrongField('/parts', `Part ${gap} is missing: upload it, then check again.`);
      await begin(job, by, {});
    },
    async start(jobId, by, { upTo, again = false } = {}) {
      const job = await found(jobId);
      if (job.phase === 'work' && job.status !== 'preparing') return;
      if (job.status !== 'checked' || !job.file)
        throw notNow('The file is not checked yet.', 'Have it checked, and wait for the result.');
      const { file } = job;
      if (file.faults) throw notNow('The file cannot be read.', 'Correct it and import it anew.');
      const before = file.digest && (await rows.claimFile(file.digest, jobId, keptUntil(job.at)));
      if (before && !again) {
        // When it was checked nobody had imported the file: from now on the page of this job knows who did.
        await rows.change(jobId, { file: { ...file, sameAs: before } }, { status: ['checked'] });
        throw importedBefore(before);
      }
      await begin(job, by, { phase: 'work', file: { ...file, ...(upTo && { upTo }) } });
    },
    async stop(jobId) {
      const { status, attempt, phase } = await found(jobId);
      if (status === 'stopped') return;
      const run = { jobId, phase, attempt };
      if (!(await sayStopped(run, rows))) throw notNow('This work is not running.', 'Look at its results.');
      await bulk.stop(run);
    },
    async resume(jobId, by) {
      const job = await found(jobId);
      const { stalled } = await withProgress(job, rows, now());
      // Whoever began it was cut off between writing it down and beginning it.
      const waits = job.kind === 'commands' && job.status === 'preparing';
      if (job.status !== 'stopped' && job.status !== 'failed' && !stalled && !waits)
        throw notNow('There is nothing to go on with.', 'Only work that was stopped or that failed goes on.');
      await begin(job, by, {});
    },

    faulty: (jobId, limit) => first(jobId, limit, 'failed', 'faults'),
    warned: (jobId, limit) => first(jobId, limit, 'warned', 'warnings'),
    async *results(jobId, from = 0, wanted) {
      const { parts, ...job } = await found(jobId);
      const phase = wanted ?? job.phase;
      for (let part = from; part < parts; part++) {
        yield { part, rows: (await rows.result<RowResult>(jobId, phase, part)) ?? [] };
      }
    },
  };
}

/** What of them is kept with the work. */
const personOf = ({ id, name, email }: Identity): JobPerson => ({ id, name, ...(email && { email }) });

/** What a job begins as. @throws Problem 422 */
function jobOf(given: NewJob, at: Instant): { record: JobRecord; parts: unknown[][] } {
  const whose = { jobId: newJobId(), by: personOf(given.by), starts: [], at, begunAt: at, attempt: 0 };
  if (given.kind === 'import') {
    const file = { name: given.name, format: given.format, upTo: given.upTo ?? 'draft' } as const;
    const record: JobRecord = {
      ...whose,
      kind: 'import',
      title: `Import of ${given.name}`,
      status: 'preparing',
      phase: 'check',
      total: 0,
      parts: 0,
      file,
    };
    return { record, parts: [] };
  }
  const { form, by, key } = given;
  const type = bulkNamed(form.type);
  if (!type)
    throw wrongField('/type', 'This cannot be done to several plans at once: choose something else.');
  inShape(
    CommandShape,
    commandIn(type, new Map(Object.entries(form.values)), undefined, at.slice(0, 10)).json,
  );
  const planIds = [...new Set(given.planIds)];
  if (planIds.length === 0) throw wrongField('/planIds', 'Name at least one plan.');
  if (planIds.length > MOST_COMMANDS)
    throw wrongField('/planIds', `Name at most ${MOST_COMMANDS} plans at a time.`);
  const wrong = planIds.findIndex((planId) => !isPlanId(planId));
  if (wrong >= 0) throw wrongField(`/planIds/${wrong}`, 'No plan can have this id: check it.');
  const rows = planIds.map((planId, index) => ({ row: index + 1, planId }));
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_PER_PART) }, (_, part) =>
    rows.slice(part * ROWS_PER_PART, (part + 1) * ROWS_PER_PART),
  );
  const record: JobRecord = {
    ...whose,
    ...(key && { jobId: jobIdFrom(JSON.stringify([by.id, key, form, planIds])) }),
    kind: 'commands',
    title: given.title ?? type.replaceAll('_', ' '),
    status: 'preparing',
    phase: 'work',
    total: planIds.length,
    parts: parts.length,
    form,
  };
  return { record, parts };
}

async function withProgress(job: JobRecord, rows: JobStore, now: Instant): Promise<Job> {
  const isOver = job.status === 'done' || job.status === 'checked';
  if (isOver && job.counts) return { ...job, progress: job.counts, stalled: false };
  const tallies = job.attempt === 0 ? [] : await rows.tallies(job.jobId, job.phase);
  const last = tallies.reduce((latest, { at }) => (at > latest ? at : latest), job.begunAt);
  const quiet = (Date.parse(now) - Date.parse(last)) / 1000;
  const stalled = job.status === 'running' && quiet > STALLED_SECONDS;
  return { ...job, progress: summed(tallies), stalled };
}

import { createHash } from 'node:crypto';
import { type JobRecord, type JobStore, keptUntil } from '../../adapters/jobs.ts';
import { UnreadableFile, unreadable } from '../../adapters/plan-csv/faults.ts';
import { type PlanInFile, plansIn } from '../../adapters/plan-files.ts';
import { MOST_PLANS, PART_BYTES, ROWS_PER_PART } from './limits.ts';
import type { WorkerPorts } from './ports.ts';
import { SamePlans } from './same-plans.ts';
import type { ImportRow } from './shapes.ts';

/**
 * Reads the file of an import and keeps its plans in parts. Doing it again makes the same parts.
 *
 * @returns how many parts there are; 0 when the file cannot be read, which the job then says.
 */
export async function cutFile(job: JobRecord, { jobRows }: Pick<WorkerPorts, 'jobRows'>): Promise<number> {
  const { jobId, file } = job;
  if (!file) return 0;
  const hash = createHash('sha256');
  const parts = new Parts(jobRows, job);
  const same = new SamePlans();
  let total = 0;
  try {
    for await (const plan of plansIn(file.format, slicesOf(jobId, jobRows, hash))) {
      if (++total > MOST_PLANS) throw new UnreadableFile([unreadable(TOO_MANY)]);
      const warnings = same.warningsFor(plan);
      await parts.add({ row: total, ...rowOf(plan), ...(warnings.length > 0 && { warnings }) });
    }
    if (total === 0) throw new UnreadableFile([unreadable('There is no plan in this file.')]);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const faults = error.faults.map(({ line, column, message }) => ({
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      message,
    }));
    await jobRows.change(jobId, { total: 0, parts: 0, file: { ...file, faults } });
    return 0;
  }
  const count = await parts.close();
  const digest = hash.digest('hex');
  const before = await jobRows.fileClaimedBy(digest);
  const sameAs = before !== undefined && before !== jobId ? { sameAs: before } : {};
  await jobRows.change(jobId, { total, parts: count, file: { ...file, digest, ...sameAs } });
  return count;
}

const TOO_MANY = `There are more than ${MOST_PLANS} plans in this file: part it.`;

async function* slicesOf(jobId: string, jobRows: JobStore, hash: { update(text: string): unknown }) {
  const slices = await jobRows.slices(jobId);
  for (const number of slices) {
    const text = (await jobRows.slice(jobId, number)) ?? '';
    hash.update(text);
    yield text;
  }
}

function rowOf({ line, lines, draft, faults }: PlanInFile): Omit<ImportRow, 'row'> {
  const row = {
    line,
    ...(lines && { lines }),
    ...(draft !== undefined && { draft }),
    ...(faults.length > 0 && { faults }),
  };
  if (bytesOf(row) <= PART_BYTES) return row;
  const message = `This plan is too large: together its texts have more than ${PART_BYTES} characters.`;
  return { line, faults: [unreadable(message, line)] };
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Rows are kept in parts that fit one row of the table each. */
class Parts {
  private rows: ImportRow[] = [];
  private bytes = 0;
  private count = 0;
  private readonly until: string;

  constructor(
    private readonly jobRows: JobStore,
    private readonly job: JobRecord,
  ) {
    this.until = keptUntil(job.at);
  }

  async add(row: ImportRow): Promise<void> {
    const bytes = bytesOf(row);
    if (this.rows.length === ROWS_PER_PART || this.bytes + bytes > PART_BYTES) await this.put();
    this.rows.push(row);
    this.bytes += bytes;
  }

  async close(): Promise<number> {
    if (this.rows.length > 0) await this.put();
    return this.count;
  }

  private async put(): Promise<void> {
    await this.jobRows.putPart(this.job.jobId, this.count++, this.rows, this.until);
    this.rows = [];
    this.bytes = 0;
  }
}

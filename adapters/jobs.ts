import type { Instant } from '../domain/index.ts';
import type { FileFormat } from './plan-files.ts';
import type { Row, Rows } from './rows.ts';

/** Bulk work looks at every row first (`check`), or does it (`work`). */
export type JobPhase = 'check' | 'work';
export type JobStatus = 'preparing' | 'running' | 'checked' | 'done' | 'stopped' | 'failed';

/** What becomes of the plans of an imported file. */
export const UP_TO = ['draft', 'approve', 'approve_and_launch'] as const;
export type UpTo = (typeof UP_TO)[number];

/** One piece of bulk work as its row keeps it. */
export interface JobRecord {
  jobId: string;
  kind: 'commands' | 'import';
  /** One line that says what it does. */
  title: string;
  by: { id: string; name: string; email?: string };
  at: Instant;
  status: JobStatus;
  phase: JobPhase;
  /** How often each phase was begun; executions are named after it. */
  attempt: number;
  /** When this attempt was begun. */
  begunAt: Instant;
  /** How many rows and parts there are; unknown (0) before a file was read. */
  total: number;
  parts: number;
  /** Of a phase that is over: how its rows came out. Until then their tallies say it. */
  counts?: Pick<Tally, 'done' | 'failed' | 'warned'>;
  /** Of a checked file: how many of its rows are good. */
  good?: number;
  /** Of `commands`: what is sent to each plan, as the API takes it. */
  command?: Record<string, unknown>;
  /** Of `import`. */
  file?: ImportedFile;
  /** Why it failed: a code. */
  error?: string;
}

export interface ImportedFile {
  name: string;
  format: FileFormat;
  upTo: UpTo;
  /** SHA-256 (hex) of the whole file, once it was read. */
  digest?: string;
  /** The job that imported the very same file before. */
  sameAs?: string;
  /** Why the file as a whole cannot be read. */
  faults?: { line?: number; column?: string; message: string }[];
}

/** How far one part of the work is. */
export interface Tally {
  part: number;
  total: number;
  done: number;
  failed: number;
  warned: number;
  complete: boolean;
  at: Instant;
}

/** What must hold of a job for a change to happen. */
export type JobMust = Partial<Record<'status' | 'attempt' | 'phase', unknown[]>>;

/**
 * The rows of bulk work: `pk=JOB#<id>`, all gone thirty days after the job was made. No part of any plan's record.
 */
export interface JobStore {
  put(job: JobRecord): Promise<void>;
  get(jobId: string): Promise<JobRecord | undefined>;
  /** Newest first. */
  list(limit: number): Promise<JobRecord[]>;
  /** The job afterwards; `undefined` when what must hold does not. `undefined` values take an attribute away. */
  change(jobId: string, set: Partial<JobRecord>, must?: JobMust): Promise<JobRecord | undefined>;
  putSlice(jobId: string, slice: number, text: string, until: Instant): Promise<void>;
  slice(jobId: string, slice: number): Promise<string | undefined>;
  /** The numbers of the slices that are there, in order. */
  slices(jobId: string): Promise<number[]>;
  putPart(jobId: string, part: number, rows: unknown[], until: Instant): Promise<void>;
  part<T>(jobId: string, part: number): Promise<T[]>;
  putResult(jobId: string, phase: JobPhase, part: number, rows: unknown[], until: Instant): Promise<void>;
  result<T>(jobId: string, phase: JobPhase, part: number): Promise<T[] | undefined>;
  putTally(jobId: string, phase: JobPhase, tally: Tally, until: Instant): Promise<void>;
  tallies(jobId: string, phase: JobPhase): Promise<Tally[]>;
  /** Says that this job imports the file; answers the job that did before, if another one did. */
  claimFile(digest: string, jobId: string, until: Instant): Promise<string | undefined>;
  fileClaimedBy(digest: string): Promise<string | undefined>;
}

/** Six digits, so that text order is number order. */
const six = (n: number): string => String(n).padStart(6, '0');
const partition = (jobId: string): string => `JOB#${jobId}`;
const key = (jobId: string, sk: string) => ({ pk: partition(jobId), sk });
const fileKey = (digest: string) => ({ pk: `FILE#${digest}`, sk: 'IMPORTED' });
const LISTED = 'JOBS';

/** How long the rows of a job are kept. */
const KEPT_DAYS = 30;
export const keptUntil = (at: Instant): Instant =>
  `${new Date(Date.parse(at) + KEPT_DAYS * 86_400_000).toISOString().slice(0, 19)}Z`;

/** As the table counts the time of rows that it removes. */
const kept = (until: Instant) => ({ until, ttl: Math.floor(Date.parse(until) / 1000) });

export const jobRows = (rows: Rows): JobStore => ({
  async put(job) {
    await rows.put(
      { ...key(job.jobId, 'JOB'), ...job, ...listed(job), ...kept(keptUntil(job.at)) },
      'absent',
    );
  },
  get: async (jobId) => (isJobId(jobId) ? recordOf(await rows.get(key(jobId, 'JOB'))) : undefined),
  async list(limit) {
    const found = await rows.query({ index: 'plans', partition: LISTED, newestFirst: true, limit });
    return found.flatMap((row) => recordOf(row) ?? []);
  },
  async change(jobId, changes, must = {}) {
    const entries = Object.entries(changes);
    const set = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    const remove = entries.flatMap(([name, value]) => (value === undefined ? [name] : []));
    // Only where the job is: nothing is made of an id that nobody has.
    const when = { jobId: [jobId], ...must };
    return recordOf(await rows.update(key(jobId, 'JOB'), { set, remove }, when));
  },

  async putSlice(jobId, slice, text, until) {
    await rows.put({ ...key(jobId, `SLICE#${six(slice)}`), text, ...kept(until) }, {});
    await rows.put({ ...key(jobId, `HAVE#${six(slice)}`), slice, ...kept(until) }, {});
  },
  slice: async (jobId, slice) =>
    (await rows.get(key(jobId, `SLICE#${six(slice)}`)))?.text as string | undefined,
  async slices(jobId) {
    const found = await rows.query({ partition: partition(jobId), prefix: 'HAVE#' });
    return found.map(({ slice }) => Number(slice));
  },

  async putPart(jobId, part, list, until) {
    await rows.put({ ...key(jobId, `PART#${six(part)}`), rows: JSON.stringify(list), ...kept(until) }, {});
  },
  part: async (jobId, part) => listIn(await rows.get(key(jobId, `PART#${six(part)}`))) ?? [],
  async putResult(jobId, phase, part, list, until) {
    const at = key(jobId, `RESULT#${phase}#${six(part)}`);
    await rows.put({ ...at, rows: JSON.stringify(list), ...kept(until) }, {});
  },
  result: async (jobId, phase, part) => listIn(await rows.get(key(jobId, `RESULT#${phase}#${six(part)}`))),
  async putTally(jobId, phase, tally, until) {
    await rows.put({ ...key(jobId, `TALLY#${phase}#${six(tally.part)}`), ...tally, ...kept(until) }, {});
  },
  async tallies(jobId, phase) {
    const found = await rows.query({ partition: partition(jobId), prefix: `TALLY#${phase}#` });
    return found.map(({ pk, sk, ttl, until, ...tally }) => tally as unknown as Tally);
  },

  async claimFile(digest, jobId, until) {
    if (await rows.put({ ...fileKey(digest), jobId, ...kept(until) }, 'absent')) return undefined;
    const holder = (await rows.get(fileKey(digest)))?.jobId as string | undefined;
    return holder === jobId ? undefined : holder;
  },
  fileClaimedBy: async (digest) => (await rows.get(fileKey(digest)))?.jobId as string | undefined,
});

export const isJobId = (text: string): boolean => /^job[a-z2-7]{20}$/.test(text);

const listed = ({ jobId, at }: JobRecord) => ({ listPk: LISTED, listSk: `${at}#${jobId}` });

const listIn = <T>(row: Row | undefined): T[] | undefined =>
  typeof row?.rows === 'string' ? JSON.parse(row.rows) : undefined;

function recordOf(row: Row | undefined): JobRecord | undefined {
  if (!row?.jobId) return undefined;
  const { pk, sk, listPk, listSk, ttl, until, ...job } = row;
  return job as unknown as JobRecord;
}

import type { Instant } from '../domain/index.ts';
import type { FileFormat } from './plan-files.ts';
import type { Row, Rows } from './rows.ts';

/** Bulk work looks at every row first (`check`), or does it (`work`). */
export type JobPhase = 'check' | 'work';
export type JobStatus = 'preparing' | 'running' | 'checked' | 'done' | 'stopped' | 'failed';

/** What becomes of the plans of an imported file. */
export const UP_TO = ['draft', 'approve', 'approve_and_launch'] as const;
export type UpTo = (typeof UP_TO)[number];

/** Somebody who began or started bulk work, as they were known then. */
export interface JobPerson {
  /** The issuer's own id. */
  id: string;
  name: string;
  email?: string;
}

/** Who started which attempt, and when. */
export interface JobStart {
  attempt: number;
  phase: JobPhase;
  by: JobPerson;
  at: Instant;
}

/** One piece of bulk work as its row keeps it. */
export interface JobRecord {
  jobId: string;
  kind: 'commands' | 'import';
  /** One line that says what it does. */
  title: string;
  /** Who began it. What an attempt records is the work of whoever started that attempt. */
  by: JobPerson;
  /** One for each attempt, in order. */
  starts: JobStart[];
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
  counts?: Pick<Tally, 'through' | 'failed' | 'warned'>;
  /** Of a checked file: how many of its rows are good. */
  good?: number;
  /** Of `commands`: the action and what was typed for it; each plan is given the command that this makes for it. */
  form?: { type: string; values: Record<string, string> };
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
  /** Rows that were worked on, however they came out. */
  through: number;
  failed: number;
  warned: number;
  complete: boolean;
  at: Instant;
}

/** A part as one attempt works on it. */
export interface PartOf extends Pick<JobRecord, 'jobId' | 'phase' | 'attempt'> {
  part: number;
}

/** What must hold of a job for a change to happen. */
export type JobMust = Partial<Record<'status' | 'attempt' | 'phase', unknown[]>>;

/**
 * The rows of bulk work: `pk=JOB#<id>`, all gone thirty days after the job was made. No part of any plan's record.
 */
export interface JobStore {
  /** False when there is one of this id already. */
  put(job: JobRecord): Promise<boolean>;
  get(jobId: string): Promise<JobRecord | undefined>;
  /** Newest first. */
  list(limit: number): Promise<JobRecord[]>;
  /** The job afterwards; `undefined` when what must hold does not. `undefined` values take an attribute away. */
  change(jobId: string, set: Partial<JobRecord>, must?: JobMust): Promise<JobRecord | undefined>;
  putSlice(jobId: string, slice: number, text: string, until: Instant): Promise<void>;
  slice(jobId: string, slice: number): Promise<string | undefined>;
  /** The numbers of the slices that came, in order, emptied since or not. */
  slices(jobId: string): Promise<number[]>;
  /** Takes what people wrote out of rows that nobody reads any more. */
  empty(jobId: string, kind: 'slice' | 'part', numbers: readonly number[], now: Instant): Promise<void>;
  putPart(jobId: string, part: number, rows: unknown[], until: Instant): Promise<void>;
  part<T>(jobId: string, part: number): Promise<T[]>;
  /** False when a later attempt has kept how the part came out: then it stays as that one says. */
  putResult(of: PartOf, rows: unknown[], until: Instant): Promise<boolean>;
  result<T>(jobId: string, phase: JobPhase, part: number): Promise<T[] | undefined>;
  /** False like that of `putResult`. */
  putTally(of: PartOf, tally: Omit<Tally, 'part'>, until: Instant): Promise<boolean>;
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

/** Whatever was kept by this attempt or one before it gives way. */
const notAfter = (attempt: number) => ({ attempt: { absentOrAtMost: six(attempt) } });

/** How long the rows of a job are kept. */
const KEPT_DAYS = 30;
export const keptUntil = (at: Instant): Instant =>
  `${new Date(Date.parse(at) + KEPT_DAYS * 86_400_000).toISOString().slice(0, 19)}Z`;

/** As the table counts the time of rows that it removes. */
const kept = (until: Instant) => ({ until, ttl: Math.floor(Date.parse(until) / 1000) });

export const jobRows = (rows: Rows): JobStore => ({
  put: (job) =>
    rows.put({ ...key(job.jobId, 'JOB'), ...job, ...listed(job), ...kept(keptUntil(job.at)) }, 'absent'),
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

  async empty(jobId, kind, numbers, now) {
    for (const number of numbers) {
      const at = key(jobId, `${kind === 'slice' ? 'SLICE' : 'PART'}#${six(number)}`);
      // Emptied, for the table to remove: nobody needs the right to delete rows for it.
      await rows.put({ ...at, ...kept(now) }, {});
    }
  },

  async putPart(jobId, part, list, until) {
    await rows.put({ ...key(jobId, `PART#${six(part)}`), rows: JSON.stringify(list), ...kept(until) }, {});
  },
  part: async (jobId, part) => listIn(await rows.get(key(jobId, `PART#${six(part)}`))) ?? [],
  putResult: ({ jobId, phase, part, attempt }, list, until) => {
    const at = key(jobId, `RESULT#${phase}#${six(part)}`);
    const row = { ...at, rows: JSON.stringify(list), attempt: six(attempt), ...kept(until) };
    return rows.put(row, notAfter(attempt));
  },
  result: async (jobId, phase, part) => listIn(await rows.get(key(jobId, `RESULT#${phase}#${six(part)}`))),
  putTally: ({ jobId, phase, part, attempt }, tally, until) => {
    const at = key(jobId, `TALLY#${phase}#${six(part)}`);
    return rows.put({ ...at, part, ...tally, attempt: six(attempt), ...kept(until) }, notAfter(attempt));
  },
  async tallies(jobId, phase) {
    const found = await rows.query({ partition: partition(jobId), prefix: `TALLY#${phase}#` });
    return found.map(({ pk, sk, ttl, until, attempt, ...tally }) => tally as unknown as Tally);
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

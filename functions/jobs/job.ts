import type { ImportedFile, JobPhase, JobRecord, JobStatus, Tally, UpTo } from '../../adapters/jobs.ts';
import type { FileFormat } from '../../adapters/plan-files.ts';
import type { Identity } from '../access.ts';

export type { ImportedFile, JobPhase, JobRecord, JobStatus, Tally, UpTo };

/** Bulk work as somebody begins it. */
export type NewJob =
  | {
      kind: 'commands';
      /** One line that says what it does, e.g. "Extend to 2027-03-01". */
      title?: string;
      /** The action, and what was typed for it by the names of its fields; each plan is given the command this makes. */
      form: { type: string; values: Record<string, string> };
      planIds: readonly string[];
      /** Of the page it is begun from: the same work begun from it twice is one job. */
      key?: string;
      by: Identity;
    }
  | {
      kind: 'import';
      /** What the file is called. */
      name: string;
      format: FileFormat;
      upTo?: UpTo;
      by: Identity;
    };

/** A piece of bulk work and how far it is. */
export interface Job extends JobRecord {
  /** Of the phase it is in: rows that are through, and how they came out. */
  progress: Progress;
  /** Nothing has moved for so long that it is fair to begin the rest anew. */
  stalled: boolean;
}

export interface Progress {
  /** Rows that were worked on, however they came out. */
  through: number;
  failed: number;
  warned: number;
}

/** Where and why a row was refused; `line` and `column` are those of the imported file. */
export interface RowFault {
  line?: number;
  column?: string;
  message: string;
  rule: string;
  citation: string;
}

/** How one row came out. */
export interface RowResult {
  /** From 1, in the order of the file or of the list. */
  row: number;
  outcome: 'good' | 'bad' | 'done' | 'nothing' | 'refused';
  /** Of an import: the line of the file and what the plan is called there. */
  line?: number;
  title?: string;
  planId?: string;
  faults?: RowFault[];
  /** What keeps nobody from importing the row. */
  warnings?: string[];
}

/** Bulk work: what starts it, stops it and says how far it is. */
export interface Jobs {
  /**
   * Commands begin at once; an import waits for its file.
   *
   * @returns the id of the job
   * @throws Problem 422
   */
  create(job: NewJob): Promise<string>;
  /** `undefined` when there is none, or none any more: jobs are kept for thirty days. */
  get(jobId: string): Promise<Job | undefined>;
  /** Newest first. */
  list(limit: number): Promise<Job[]>;
  /**
   * Keeps one slice of an import's file; the same number again replaces it. Only for whoever began the import: nobody
   * else's file is imported under their name.
   *
   * @throws Problem 403, 404, 409, 422
   */
  putSlice(jobId: string, slice: number, text: string, by: Identity): Promise<void>;
  /** The numbers of the slices that came. */
  slices(jobId: string): Promise<number[]>;
  /** Looks at every row of the file and keeps nothing. @throws Problem 404, 409, 422 */
  check(jobId: string, by: Identity): Promise<void>;
  /**
   * Imports the rows that were found good, as the work of whoever starts it. A file that another job imports or did
   * import is refused, unless `again` says that every plan of it is meant to be there twice.
   *
   * @throws Problem 404, 409
   */
  start(jobId: string, by: Identity, how?: { upTo?: UpTo; again?: boolean }): Promise<void>;
  /** What is being worked on at this moment is finished; nothing after it is begun. @throws Problem 404, 409 */
  stop(jobId: string): Promise<void>;
  /** Goes on with what is not done yet, as the work of whoever goes on. @throws Problem 404, 409 */
  resume(jobId: string, by: Identity): Promise<void>;
  /** The first rows of that phase that something is wrong with, at most `limit`. */
  faulty(jobId: string, limit: number): Promise<RowResult[]>;
  /** The same for those that something could be meant otherwise in. */
  warned(jobId: string, limit: number): Promise<RowResult[]>;
  /** Of the phase it is in, or of the one that is asked for, in order, part by part. */
  results(jobId: string, from?: number, phase?: JobPhase): AsyncIterable<{ part: number; rows: RowResult[] }>;
}

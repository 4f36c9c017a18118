import type { UpTo } from './words.ts';

export type JobState =
  | 'uploading'
  | 'waiting'
  | 'running'
  | 'checked'
  | 'unreadable'
  | 'done'
  | 'stopped'
  | 'failed';

/** One row of a job that somebody should read about. */
export interface RowView {
  row: number;
  line?: number;
  title?: string;
  planId?: string;
  faults: readonly { line?: number; column?: string; message: string; rule: string; citation: string }[];
}

/** One plan that was worked on, and how it came out. */
export interface PlanRow {
  row: number;
  planId?: string;
  title?: string;
  outcome: 'good' | 'bad' | 'done' | 'nothing' | 'refused';
}

/** A piece of bulk work as a list shows it. */
export interface JobLine {
  jobId: string;
  title: string;
  by: string;
  at: string;
  state: JobState;
  phase: 'check' | 'work';
  /** Whether it is an import; otherwise commands for many plans. */
  isImport: boolean;
  /** 0 while it is not known. */
  total: number;
  /** Rows that were worked on, however they came out. */
  through: number;
  failed: number;
  warned: number;
}

/** The same with all that its page says. */
export interface JobModel extends JobLine {
  /** Whether the reader may stop it, go on with it, import. */
  mayAct: boolean;
  /** Whether the file is the reader's to upload. */
  mayUpload: boolean;
  /** Who started each attempt, in order. */
  starts: readonly { phase: 'check' | 'work'; by: string; at: string }[];
  stalled: boolean;
  /** Rows of the file that were bad, and are not imported. */
  leftOut: number;
  format?: string;
  upTo?: UpTo;
  /** The page of the import of the very same file. */
  sameAs?: { href: string; at?: string };
  fileFaults: readonly { line?: number; column?: string; message: string }[];
  /** The first of them, and how many there are. */
  bad: readonly RowView[];
  /** The first plans that were worked on; none while a file is only checked. */
  rows: readonly PlanRow[];
  warnings: readonly { row: number; line?: number; title?: string; text: string }[];
}

/** Rows that are fit to go on. */
export const goodIn = ({ total, failed }: Pick<JobLine, 'total' | 'failed'>): number => total - failed;

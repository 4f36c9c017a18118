import type { JobLine, JobModel, JobState, RowView } from '../../../views/admin/jobs/model.ts';
import type { Job, RowResult } from '../../jobs/job.ts';

/** So many bad rows, and so many warnings, are shown on the page; the file has them all. */
export const SHOWN = 100;

const stateOf = ({ status, kind, file }: Job): JobState => {
  if (status === 'preparing') return kind === 'import' ? 'uploading' : 'waiting';
  return status === 'checked' && file?.faults ? 'unreadable' : status;
};

export const lineOf = (job: Job): JobLine => ({
  jobId: job.jobId,
  title: job.title,
  by: job.by.name,
  at: job.at,
  state: stateOf(job),
  phase: job.phase,
  isImport: job.kind === 'import',
  ...workTotal(job),
  ...job.progress,
});

/** @param found rows with faults, and with warnings, as far as they are shown */
export const modelOf = (
  job: Job,
  found: { bad: readonly RowResult[]; warned: readonly RowResult[]; rows: readonly RowResult[] },
  beside: { mayAct: boolean; mayUpload: boolean; sameAs?: JobModel['sameAs'] },
): JobModel => ({
  ...lineOf(job),
  mayAct: beside.mayAct,
  mayUpload: beside.mayUpload,
  starts: job.starts.map(({ phase, by, at }) => ({ phase, by: by.name, at })),
  stalled: job.stalled,
  leftOut: job.phase === 'work' && job.good !== undefined ? job.total - job.good : 0,
  ...(job.file && { format: job.file.format, upTo: job.file.upTo }),
  ...(beside.sameAs && { sameAs: beside.sameAs }),
  fileFaults: job.file?.faults ?? [],
  bad: found.bad.map(viewOf),
  rows: found.rows.map(({ faults: _, warnings: __, line: ___, ...row }) => row),
  warnings: found.warned.flatMap(({ row, line, title, warnings = [] }) =>
    warnings.map((text) => ({ row, ...(line !== undefined && { line }), ...(title && { title }), text })),
  ),
});

const viewOf = ({ row, line, title, planId, faults = [] }: RowResult): RowView => ({
  row,
  ...(line !== undefined && { line }),
  ...(title && { title }),
  ...(planId && { planId }),
  faults,
});

/** Once a file is checked, only its good rows are worked on. */
const workTotal = ({ good, total, phase, kind }: Job): { total: number } => ({
  total: kind === 'import' && phase === 'work' ? (good ?? total) : total,
});

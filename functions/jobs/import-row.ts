import { planIdFrom } from '../../adapters/ids.ts';
import type { JobRecord } from '../../adapters/jobs.ts';
import type { Known } from '../../adapters/store.ts';
import type { Command } from '../../domain/commands.ts';
import { PlanExists } from '../../domain/errors.ts';
import type { PlanDraft } from '../../domain/plan.ts';
import { rulesFor } from '../../domain/rules.ts';
import { brokenBy } from '../api/read-draft.ts';
import { PlanDraftShape } from '../api/schema.ts';
import { shapeErrors } from '../api/shape-errors.ts';
import { commandContext } from '../command-context.ts';
import { workerOf } from './actor.ts';
import { fitting, placed, refusalIn } from './faults.ts';
import type { RowFault, RowResult } from './job.ts';
import type { WorkerPorts } from './ports.ts';
import type { ImportRow } from './shapes.ts';

/** Whether a row could be imported, by the very rules that a draft is kept by. Nothing is kept. */
export function checkRow(row: ImportRow, job: JobRecord, ports: WorkerPorts): RowResult {
  const faults = checked(row, job, ports);
  const warnings = [...(row.warnings ?? []), ...(faults.length > 0 ? [] : tooLate(row, ports))];
  return {
    ...headOf(row),
    outcome: faults.length > 0 ? 'bad' : 'good',
    ...(faults.length > 0 && { faults: fitting(faults) }),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** What keeps no draft from being kept, and every launch from happening. */
function tooLate({ draft }: ImportRow, { library, settings, now }: WorkerPorts): string[] {
  const { pack, timeZone, startDate } = draft as PlanDraft;
  const { defaults } = settings;
  const rules = rulesFor(pack ?? defaults.pack, timeZone ?? defaults.timeZone, library);
  if (!rules || startDate >= rules.calendar.dayOf(now())) return [];
  return [
    `It starts on ${startDate}, which is past: it could be kept as a draft, and not be launched any more.`,
  ];
}

/** @throws what may pass by itself */
function checked(row: ImportRow, job: JobRecord, ports: WorkerPorts): RowFault[] {
  try {
    return faultsOf(row, job, ports);
  } catch (error) {
    return placed(refusalIn(error, { jobId: job.jobId, row: row.row }), row);
  }
}

const headOf = ({ row, line, draft }: ImportRow): Pick<RowResult, 'row' | 'line' | 'title'> => {
  const title = (draft as { title?: unknown } | null | undefined)?.title;
  return { row, line, ...(typeof title === 'string' && title !== '' && { title: title.slice(0, 120) }) };
};

function faultsOf(row: ImportRow, job: JobRecord, ports: WorkerPorts): RowFault[] {
  const read = row.faults ?? [];
  if (row.draft === undefined) return read;
  const parsed = PlanDraftShape.safeParse(row.draft);
  if (!parsed.success) {
    return [...read, ...unless(read, placed(shapeErrors(parsed.error.issues, row.draft), row))];
  }
  // Where the days cannot be read, what the rules say of all others would be about the holes.
  if (read.some(({ column }) => column === 'startDate' || column === 'endDate' || column === undefined))
    return read;
  const context = commandContext(ports, planIdOf(row, job), workerOf(job));
  return [...read, ...unless(read, placed(brokenBy(parsed.data, context), row))];
}

/** A cell that cannot be read is not judged as well. */
const unless = (read: readonly RowFault[], said: RowFault[]): RowFault[] =>
  said.filter(({ line, column }) => !read.some((fault) => fault.line === line && fault.column === column));

/** The same row of the same job is always the same plan, so that importing it twice makes one. */
const planIdOf = ({ row }: Pick<ImportRow, 'row'>, { jobId }: JobRecord): string =>
  planIdFrom(`${jobId}#${row}`);

/** Imports a row that was found good, as far as the job says: a draft, approved, or launched. */
export async function importRow(row: ImportRow, job: JobRecord, ports: WorkerPorts): Promise<RowResult> {
  const planId = planIdOf(row, job);
  const head = { ...headOf(row), planId };
  let kept: Known | undefined;
  try {
    for (const command of commandsFor(planId, row.draft as PlanDraft, job)) {
      kept = await done(planId, command, kept, job, ports);
    }
    return { ...head, outcome: 'done' };
  } catch (error) {
    const faults = fitting(placed(refusalIn(error, { jobId: job.jobId, row: row.row }), row));
    const half = await isThere(planId, ports);
    const { planId: _, ...without } = head;
    return {
      ...(half ? head : without),
      outcome: 'refused',
      faults,
      ...(half && { warnings: ['The plan was kept; what comes after it was refused.'] }),
    };
  }
}

const commandsFor = (planId: string, draft: PlanDraft, { file }: JobRecord): Command[] => [
  { type: 'DraftPlan', planId, draft },
  ...(file?.upTo === 'draft' ? [] : [{ type: 'ApprovePlan' } as const]),
  ...(file?.upTo === 'approve_and_launch' ? [{ type: 'LaunchPlan' } as const] : []),
];

/** Whoever has just recorded something knows the plan, and spares reading it again. */
async function done(
  planId: string,
  command: Command,
  known: Known | undefined,
  job: JobRecord,
  ports: WorkerPorts,
): Promise<Known | undefined> {
  const context = commandContext(ports, planId, workerOf(job));
  try {
    const { plan, events } = await ports.store.commit(planId, command, context, known);
    const head = events.at(-1)?.hash;
    return head ? { plan, head } : undefined;
  } catch (error) {
    // It is this row that made it: nobody else makes plans of this id.
    if (error instanceof PlanExists) return undefined;
    throw error;
  }
}

const isThere = async (planId: string, { store }: WorkerPorts): Promise<boolean> =>
  store.load(planId).then(
    () => true,
    () => false,
  );

import { onceOf } from '../../adapters/done-once.ts';
import { type JobRecord, keptUntil } from '../../adapters/jobs.ts';
import type { Command, Context } from '../../domain/commands.ts';
import type { Plan } from '../../domain/plan.ts';
import { bulkNamed } from '../admin/bulk/bulk-types.ts';
import { commandFor } from '../admin/bulk/command-for.ts';
import { commandOf } from '../api/command-of.ts';
import { CommandShape } from '../api/command-shapes.ts';
import { inShape } from '../api/read-json.ts';
import { commandContext } from '../command-context.ts';
import { workerOf } from './actor.ts';
import { fitting, refusalIn } from './faults.ts';
import type { RowResult } from './job.ts';
import type { WorkerPorts } from './ports.ts';
import type { CommandRow } from './shapes.ts';

/** Gives one plan the command that the job's values make for it, once. Where it is so already, nothing is recorded. */
export async function commandRow(
  { row, planId }: CommandRow,
  job: JobRecord,
  ports: WorkerPorts,
): Promise<RowResult> {
  let head: Pick<RowResult, 'row' | 'planId' | 'title'> = { row, planId };
  try {
    const context = commandContext(ports, planId, workerOf(job));
    const plan = await ports.store.load(planId);
    head = { ...head, title: plan.draft.title.slice(0, 120) };
    const command = commandOn(plan, job, context);
    // A note twice could be meant; a row that is worked on twice is not, whoever goes on with the work.
    const once = { ...onceOf(job.jobId, String(row), job.form), until: keptUntil(job.at) };
    // The command was made for the plan as it was read.
    const sending = { once, ifVersion: plan.version };
    const { events, repeated } = await ports.store.commit(planId, command, context, undefined, sending);
    return { ...head, outcome: events.length > 0 || repeated === 'recorded' ? 'done' : 'nothing' };
  } catch (error) {
    const faults = refusalIn(error, { jobId: job.jobId, row }).map(({ field, message, rule, citation }) => ({
      ...(field && { column: field }),
      message,
      rule,
      citation,
    }));
    return { ...head, outcome: 'refused', faults: fitting(faults) };
  }
}

function commandOn(plan: Plan, { jobId, form }: JobRecord, context: Context): Command {
  const type = form && bulkNamed(form.type);
  if (!type) throw new Error(`${jobId} does not say what to do.`);
  const { json } = commandFor(type, new Map(Object.entries(form.values)), plan, context);
  return commandOf(inShape(CommandShape, json)).command;
}

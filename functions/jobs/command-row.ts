import { onceOf } from '../../adapters/done-once.ts';
import type { JobRecord } from '../../adapters/jobs.ts';
import { commandOf } from '../api/command-of.ts';
import type { ApiCommand } from '../api/command-shapes.ts';
import { commandContext } from '../command-context.ts';
import { ownerOf } from './actor.ts';
import { fitting, refusalIn } from './faults.ts';
import type { RowResult } from './job.ts';
import type { WorkerPorts } from './ports.ts';
import type { CommandRow } from './shapes.ts';

/** Gives one plan the job's command, once. Where it is so already, nothing is recorded. */
export async function commandRow(
  { row, planId }: CommandRow,
  job: JobRecord,
  ports: WorkerPorts,
): Promise<RowResult> {
  const head = { row, planId };
  try {
    const { command } = commandOf(job.command as ApiCommand);
    const actor = ownerOf(job);
    const context = commandContext(ports, planId, actor);
    // A note twice could be meant; a row that is worked on twice is not.
    const once = onceOf(actor.id, `${job.jobId}#${row}`, job.command);
    const { plan, events } = await ports.store.commit(planId, command, context, undefined, { once });
    return {
      ...head,
      title: plan.draft.title.slice(0, 120),
      outcome: events.length > 0 ? 'done' : 'nothing',
    };
  } catch (error) {
    const faults = refusalIn(error).map(({ field, message, rule, citation }) => ({
      ...(field && { column: field }),
      message,
      rule,
      citation,
    }));
    return { ...head, outcome: 'refused', faults: fitting(faults) };
  }
}

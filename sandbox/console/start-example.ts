import type { Desk } from './desk.ts';
import { listExamples, tooLate } from './examples.ts';
import { callApi, NotDone } from './world.ts';

/**
 * Drafts, approves and launches an example, or gives its draft to the employee where the rules want that first. The
 * clock goes to where the example begins. Answers the plan's id. @throws NotDone
 */
export const startExample = async (desk: Desk, file: string | null): Promise<string> => {
  const { clock, gateway, examples } = desk.options;
  const example = (await listExamples(examples)).find((one) => one.file === file);
  if (!example) throw new NotDone({ title: 'There is no such example', detail: String(file), points: [] });
  const late = tooLate(example, clock.now(), desk.began);
  if (late) throw new NotDone({ title: 'This example cannot be started now', detail: late.why, points: [] });
  const start = Date.parse(example.clock ?? '');
  if (start > clock.now()) await clock.advanceTo(start);
  const { planId } = await callApi<{ planId: string }>(gateway, 'POST', '/api/plans', example.plan);
  const steer = (command: { type: string; reason?: string }) =>
    callApi(gateway, 'POST', `/api/plans/${planId}/commands`, command);
  try {
    await steer({ type: 'approve' });
    await steer({ type: example.sharesDraft ? 'share' : 'launch' });
  } catch (error) {
    // A plan left approved could be launched by nobody.
    await steer({ type: 'withdraw', reason: 'The example could not be launched.' }).catch(() => undefined);
    throw error;
  }
  return planId;
};

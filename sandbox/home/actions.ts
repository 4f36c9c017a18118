import { listExamples, tooLate } from './examples.ts';
import { moveByForm } from './moves.ts';
import { type News, startWatch } from './news.ts';
import { troubleOf } from './trouble.ts';
import { callApi, type HomeOptions, NotDone, type Trouble } from './world.ts';

/** What a form did: where to go on, and what to say there. */
export interface Done {
  back: string;
  news?: News;
  trouble?: Trouble;
}

const HOME = '/_sandbox/ui';

/** Only pages of the sandbox itself: a form field must not send anybody elsewhere. */
const safeBack = (path: string | null): string =>
  path && /^\/(_sandbox\/ui(\/[\w./%-]*)?)?$/.test(path) ? path : HOME;

/** What the forms of the home page do. */
export const createActions = (
  options: HomeOptions,
): ((parts: string[], form: URLSearchParams) => Promise<Done>) => {
  const { clock, gateway, states } = options;
  const began = clock.now();

  const startExample = async (file: string | null): Promise<string> => {
    const example = (await listExamples(options.examples)).find((one) => one.file === file);
    if (!example) throw new NotDone({ title: 'There is no such example', detail: String(file), points: [] });
    const late = tooLate(example, clock.now(), began);
    if (late)
      throw new NotDone({ title: 'This example cannot be started now', detail: late.why, points: [] });
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
    return `${HOME}/plans/${planId}`;
  };

  const stop = (name: string): void => {
    const execution = states.overview().find((one) => one.name === name);
    if (!execution) throw new NotDone({ title: 'There is no such execution', detail: name, points: [] });
    const stopExecution = states.stopExecution as (input: object) => unknown;
    stopExecution.call(states, { executionArn: execution.arn, error: 'StoppedByHand' });
  };

  const move = async (form: URLSearchParams): Promise<News> => {
    const tell = await startWatch(options);
    return tell(await moveByForm(clock, form));
  };

  const command = async (planId: string, form: URLSearchParams): Promise<void> => {
    const reason = form.get('reason');
    await callApi(gateway, 'POST', `/api/plans/${encodeURIComponent(planId)}/commands`, {
      type: form.get('type'),
      ...(reason ? { reason } : {}),
    });
  };

  const perform = async ([section, id = '']: string[], form: URLSearchParams): Promise<Done> => {
    if (section === 'clock') return { back: safeBack(form.get('back')), news: await move(form) };
    if (section === 'example') return { back: await startExample(form.get('file')) };
    if (section === 'reset') {
      await options.reset();
      return { back: HOME };
    }
    if (section === 'executions' && id) {
      stop(id);
      return { back: `${HOME}/executions/${encodeURIComponent(id)}` };
    }
    if (section === 'plans' && id) {
      await command(id, form);
      return { back: `${HOME}/plans/${encodeURIComponent(id)}` };
    }
    throw new NotDone({ title: 'There is no such form', detail: '', points: [] });
  };

  return async (parts, form) => {
    try {
      return await perform(parts, form);
    } catch (error) {
      const [section = '', id] = parts;
      const isOnPage = ['plans', 'executions'].includes(section) && id;
      const back = isOnPage ? `${HOME}/${section}/${encodeURIComponent(id)}` : safeBack(form.get('back'));
      return { back, trouble: troubleOf(error) };
    }
  };
};

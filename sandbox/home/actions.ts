import type { Moved } from '../control/clock-move.ts';
import { listExamples } from './examples.ts';
import { moveByForm } from './moves.ts';
import { troubleOf } from './trouble.ts';
import { callApi, type HomeOptions, NotDone, type Trouble } from './world.ts';

/** What a form did: where to go on, and what to say there. */
export interface Done {
  back: string;
  moved?: Moved;
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
  const { clock, gateway } = options;

  const startExample = async (file: string | null): Promise<string> => {
    const example = (await listExamples(options.examples)).find((one) => one.file === file);
    if (!example) throw new NotDone({ title: 'There is no such example', detail: String(file), points: [] });
    const start = Date.parse(example.clock ?? '');
    if (start > clock.now()) await clock.advanceTo(start);
    const { planId } = await callApi<{ planId: string }>(gateway, 'POST', '/api/plans', example.plan);
    for (const type of ['approve', 'launch']) {
      await callApi(gateway, 'POST', `/api/plans/${planId}/commands`, { type });
    }
    return `${HOME}/plans/${planId}`;
  };

  const command = async (planId: string, form: URLSearchParams): Promise<void> => {
    const reason = form.get('reason');
    await callApi(gateway, 'POST', `/api/plans/${encodeURIComponent(planId)}/commands`, {
      type: form.get('type'),
      ...(reason ? { reason } : {}),
    });
  };

  const perform = async ([section, id = '']: string[], form: URLSearchParams): Promise<Done> => {
    if (section === 'clock')
      return { back: safeBack(form.get('back')), moved: await moveByForm(clock, form) };
    if (section === 'example') return { back: await startExample(form.get('file')) };
    if (section === 'reset') {
      await options.reset();
      return { back: HOME };
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
      const [section, id] = parts;
      const back =
        section === 'plans' && id ? `${HOME}/plans/${encodeURIComponent(id)}` : safeBack(form.get('back'));
      return { back, trouble: troubleOf(error) };
    }
  };
};

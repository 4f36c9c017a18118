import { type Fault, FaultsForm } from '../faults.ts';
import { at, HOME, safeBack } from './address.ts';
import { surpriseMix } from './chaos.ts';
import type { Desk, Flash } from './desk.ts';
import { found, queryOf } from './mail/mail-list.tsx';
import { moveByForm, told, toldNow } from './moves.ts';
import type { Player } from './play.ts';
import { playScenario, storiesIn } from './play-scenario.ts';
import { startExample } from './start-example.ts';
import { complete, holdCheckIn, remindNow, timeOut, toDecision } from './steer.ts';
import { troubleOf } from './trouble.ts';
import { callApi, NotDone } from './world.ts';

/** What a form did: where to go on, and what to say there. */
export interface Done extends Flash {
  back: string;
}

type Act = (parts: readonly string[], form: URLSearchParams) => Promise<Done>;

const notDone = (title: string, detail = ''): NotDone => new NotDone({ title, detail, points: [] });

const numberIn = (form: URLSearchParams, name: string): number | undefined => {
  const text = form.get(name) ?? '';
  return text === '' ? undefined : Number(text);
};

/** The fault that a form of the chaos page asks for. @throws NotDone */
const faultIn = (form: URLSearchParams): Fault => {
  const chance = numberIn(form, 'chance');
  const [service, name] = [form.get('service'), form.get('function')];
  const times = numberIn(form, 'times');
  const wanted = {
    name: form.get('name'),
    ...(service ? { service } : {}),
    ...(name ? { function: name } : {}),
    ...(times === undefined ? {} : { times }),
    ...(chance === undefined || chance >= 100 ? {} : { probability: chance / 100 }),
    seed: numberIn(form, 'seed') ?? 0,
  };
  const read = FaultsForm.safeParse({ faults: [wanted] });
  const [fault] = read.data?.faults ?? [];
  if (!fault)
    throw notDone(
      'That fault cannot be switched on',
      'Times and seed are whole numbers, the chance is from 1 to 100.',
    );
  return fault;
};

/** What the forms of the console do, by the first part of their address. */
export const createActions = (desk: Desk, player: Player): Act => {
  const { clock, faults, states, gateway, inbox, reset } = desk.options;

  const acts: Record<string, Act> = {
    clock: async (_, form) => {
      player.pause();
      return { back: safeBack(form.get('back')), news: await told(desk, () => moveByForm(clock, form)) };
    },
    play: async (_, form) => {
      const every = Number(form.get('every') ?? 2);
      if (form.get('do') === 'pause') player.pause();
      else if (!(every >= 0.2 && every <= 60))
        throw notDone('That speed cannot be played', 'From 0.2 to 60 seconds.');
      else player.start({ every, stopWhenAsked: form.get('stop') === 'yes' });
      return { back: safeBack(form.get('back')) };
    },
    example: async (_, form) => {
      let planId = '';
      const news = await toldNow(desk, 'The plan was started', async () => {
        planId = await startExample(desk, form.get('file'));
      });
      return { back: at(['plans', planId]), news };
    },
    reset: async () => {
      player.pause();
      await reset();
      return { back: HOME };
    },
    guide: async (_, form) => {
      desk.guideIsAway = form.get('away') === 'yes';
      return { back: safeBack(form.get('back')) };
    },
    mail: async (_, form) => {
      for (const { id } of found(inbox.list(), queryOf(form), desk.opened)) desk.opened.add(id);
      return { back: safeBack(form.get('back')) };
    },
    executions: async ([, id = '']) => {
      const execution = states.overview().find(({ name }) => name === id);
      if (!execution) throw notDone('There is no such execution', id);
      const stop = states.stopExecution as (input: object) => unknown;
      stop.call(states, { executionArn: execution.arn, error: 'StoppedByHand' });
      return { back: at(['executions', id]) };
    },
    plans: async ([, planId = '', deed = ''], form) => {
      const back = form.has('back') ? safeBack(form.get('back')) : at(['plans', planId]);
      const request = form.get('request') ?? '';
      const mood = form.get('mood') === 'badly' ? 'badly' : 'well';
      if (deed === 'complete')
        return { back, news: await complete(desk, planId, { request, who: form.get('who') ?? '', mood }) };
      if (deed === 'time-out') return { back, news: await timeOut(desk, planId, request) };
      if (deed === 'check-in') return { back, news: await holdCheckIn(desk, planId) };
      if (deed === 'remind') return { back, news: await remindNow(desk, planId) };
      if (deed === 'to-decision') return { back, news: await toDecision(desk, planId) };
      const [type, reason] = [form.get('type'), form.get('reason')];
      const address = `/api/plans/${encodeURIComponent(planId)}/commands`;
      const command = { type, ...(reason ? { reason } : {}) };
      return {
        back,
        news: await toldNow(desk, `HR: ${type}`, () => callApi(gateway, 'POST', address, command)),
      };
    },
    chaos: async (_, form) => {
      const back = form.has('back') ? safeBack(form.get('back')) : at(['chaos']);
      const deed = form.get('do');
      if (deed === 'all-off') faults.replace([]);
      else if (deed === 'off') faults.remove(Number(form.get('place')));
      else if (deed === 'surprise')
        for (const fault of surpriseMix(numberIn(form, 'seed') ?? 0)) faults.add(fault);
      else faults.add(faultIn(form));
      return { back };
    },
    scenario: async (_, form) => {
      if (desk.scenario && !desk.scenario.over)
        throw notDone('A scenario is being played', 'Wait until it is over.');
      const stories = storiesIn(form.get('text') ?? '');
      player.pause();
      if (form.get('empty') === 'yes') await reset();
      const title = stories.map((story) => story.title).join(', ');
      desk.scenario = { title, done: 0, total: 0, what: '', over: false, faults: [] };
      void playScenario(stories, desk.options.url(), desk.scenario).finally(desk.changed);
      return { back: at(['scenario']) };
    },
  };

  return async (parts, form) => {
    const [section = '', id = ''] = parts;
    try {
      const act = acts[section];
      if (!act) throw notDone('There is no such form');
      return await act(parts, form);
    } catch (error) {
      const isOnPage = ['plans', 'executions'].includes(section) && id && !form.has('back');
      const isOfPart = ['chaos', 'scenario'].includes(section);
      const back = isOnPage ? at([section, id]) : isOfPart ? at([section]) : safeBack(form.get('back'));
      return { back, trouble: troubleOf(error) };
    } finally {
      desk.changed();
    }
  };
};

import { Temporal } from 'temporal-polyfill';
import { moveClock } from '../control/clock-move.ts';
import { Stuck } from '../story/people.ts';
import { answerAs, type Mood } from './complete.ts';
import type { Desk } from './desk.ts';
import { told, toldNow } from './moves.ts';
import type { News } from './news.ts';
import { moment, plain } from './words.ts';
import { NotDone, type PlanRow, planOf } from './world.ts';

const notDone = (title: string, detail: string): NotDone => new NotDone({ title, detail, points: [] });

/** A question that never closes by itself goes on being asked, however long one waits. */
const MOST_STEPS = 12;

const toMoment = (desk: Desk, to: number) =>
  moveClock(
    desk.options.clock,
    to > desk.options.clock.now() ? { to: new Date(to).toISOString() } : { advance: 'PT0S' },
  );

const openIn = (plan: PlanRow, request: string) => plan.openRequests.find(({ id }) => id === request);

const openRequest = async (desk: Desk, planId: string, request: string) => {
  const plan = await planOf(desk.options.gateway, planId);
  const open = openIn(plan, request);
  if (!open) throw notDone('That question is not open any more', 'It was answered meanwhile, or it closed.');
  return { plan, open };
};

/** Answers an open question for somebody through their own page. Nobody named: whoever holds a link to it. @throws NotDone */
export const complete = async (
  desk: Desk,
  planId: string,
  { request, who, mood }: { request: string; who: string; mood: Mood },
): Promise<News> => {
  const { plan, open } = await openRequest(desk, planId, request);
  const asked = plan.participants.filter(({ id }) => (who ? id === who : open.waitingFor.length === 0));
  if (asked.length === 0) throw notDone('Nobody of that name is asked', who);
  return toldNow(
    desk,
    `Answered ${plain(open.kind)} for ${asked.map(({ name }) => name).join(', ')}`,
    async () => {
      let answered = 0;
      let trouble = '';
      for (const person of asked) {
        try {
          await answerAs(desk.options.url(), person, request, mood);
          answered += 1;
        } catch (error) {
          if (!(error instanceof Stuck)) throw error;
          trouble = error.message;
        }
      }
      if (answered === 0)
        throw notDone('The page did not take that answer', `${trouble} Answer it by hand: open their mail.`);
    },
  );
};

/** Moves the clock to just after the end of an open question. @throws NotDone when waiting does not end it */
export const timeOut = async (desk: Desk, planId: string, request: string): Promise<News> => {
  const { open } = await openRequest(desk, planId, request);
  return told(
    desk,
    async () => {
      let moved = await toMoment(desk, Date.parse(open.dueAt));
      for (let step = 0; step < MOST_STEPS; step++) {
        if (!openIn(await planOf(desk.options.gateway, planId), request)) return moved;
        const next = await moveClock(desk.options.clock, { toNext: true });
        moved = { now: next.now, fired: [...moved.fired, ...next.fired] };
      }
      return moved;
    },
    `Time ran out on ${plain(open.kind)}`,
  );
};

/** Moves the clock to the next reminder of a plan. @throws NotDone when none is planned */
export const remindNow = async (desk: Desk, planId: string): Promise<News> => {
  const next = (await desk.timeline(planId)).find(
    ({ kind, what }) => kind === 'planned' && what === 'Reminded',
  );
  if (!next)
    throw notDone('No reminder is planned', 'Reminders are sent only while somebody is asked and silent.');
  return told(
    desk,
    () => toMoment(desk, Date.parse(next.at)),
    `On to the next reminder, ${moment(next.at)} UTC`,
  );
};

/** Lets the time run until a plan's decision is asked for. @throws NotDone */
export const toDecision = async (desk: Desk, planId: string): Promise<News> => {
  const plan = await planOf(desk.options.gateway, planId);
  const isAsked = ({ openRequests }: PlanRow) => openRequests.some(({ kind }) => kind === 'decision');
  if (isAsked(plan)) throw notDone('The decision is asked for already', 'Answer it below.');
  const end = Temporal.PlainDate.from(plan.endDate).toZonedDateTime({
    timeZone: plan.timeZone,
    plainTime: '23:59',
  });
  return told(
    desk,
    async () => {
      let moved = await toMoment(desk, end.epochMilliseconds);
      for (let step = 0; step < MOST_STEPS; step++) {
        if (isAsked(await planOf(desk.options.gateway, planId))) return moved;
        const next = await moveClock(desk.options.clock, { toNext: true });
        moved = { now: next.now, fired: [...moved.fired, ...next.fired] };
      }
      return moved;
    },
    'On to the decision',
  );
};

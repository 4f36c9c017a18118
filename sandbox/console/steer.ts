import { Temporal } from 'temporal-polyfill';
import { type Moved, moveClock } from '../control/clock-move.ts';
import { Stuck } from '../story/people.ts';
import { answerAs, type Mood } from './complete.ts';
import type { Desk } from './desk.ts';
import { told } from './moves.ts';
import type { News } from './news.ts';
import { moment, plain } from './words.ts';
import { NotDone, type PlanRow, planOf } from './world.ts';

const notDone = (title: string, detail: string): NotDone => new NotDone({ title, detail, points: [] });

/** A question that never closes by itself goes on being asked, however long one waits. */
const MOST_STEPS = 12;
/** Reminders and other questions come before the first check-in. */
const MOST_STEPS_TO_CHECK_IN = 60;
const BEFORE_THE_END = ['acknowledging', 'active'];

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

type Open = PlanRow['openRequests'][number];
type Participant = PlanRow['participants'][number];

/**
 * When an answer to a question is given, in epoch milliseconds: nobody can say of a meeting whether it was held before
 * its day has come. Undefined when it may be given at once.
 */
export const answeredOn = ({ kind, dueAt }: Open, timeZone: string, now: number): number | undefined => {
  if (kind !== 'check_in') return undefined;
  const due = Temporal.Instant.from(dueAt).toZonedDateTimeISO(timeZone);
  if (
    Temporal.Instant.fromEpochMilliseconds(now)
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .equals(due.toPlainDate())
  )
    return undefined;
  const noon = due.withPlainTime('12:00').epochMilliseconds;
  const day = Math.min(noon, due.epochMilliseconds - 60_000);
  return day > now ? day : undefined;
};

const withFired = (earlier: Moved, later: Moved): Moved => ({
  ...later,
  fired: [...earlier.fired, ...later.fired],
});

/** Goes to the day of the question and answers it for everybody given. @throws NotDone when no page took the answer */
const answerFor = async (
  desk: Desk,
  plan: PlanRow,
  open: Open,
  asked: readonly Participant[],
  mood: Mood,
): Promise<Moved> => {
  const { clock, url } = desk.options;
  const moved = await toMoment(desk, answeredOn(open, plan.timeZone, clock.now()) ?? clock.now());
  let answered = 0;
  let trouble = '';
  for (const person of asked) {
    try {
      await answerAs(url(), person, open.id, mood);
      answered += 1;
    } catch (error) {
      if (!(error instanceof Stuck)) throw error;
      trouble = error.message;
    }
  }
  if (answered === 0)
    throw notDone('The page did not take that answer', `${trouble} Answer it by hand: open their mail.`);
  return withFired(moved, await moveClock(clock, { advance: 'PT0S' }));
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
  const names = asked.map(({ name }) => name).join(', ');
  return told(
    desk,
    () => answerFor(desk, plan, open, asked, mood),
    `Answered ${plain(open.kind)} for ${names}`,
  );
};

/** Lets the time run to a plan's next check-in, and answers it for everybody who is asked. @throws NotDone */
export const holdCheckIn = (desk: Desk, planId: string): Promise<News> =>
  told(
    desk,
    async () => {
      let moved = await moveClock(desk.options.clock, { advance: 'PT0S' });
      for (let step = 0; step < MOST_STEPS_TO_CHECK_IN; step++) {
        const plan = await planOf(desk.options.gateway, planId);
        const open = plan.openRequests.find(
          ({ kind, waitingFor }) => kind === 'check_in' && waitingFor.length > 0,
        );
        const asked = plan.participants.filter(({ id }) => open?.waitingFor.includes(id));
        if (open) return withFired(moved, await answerFor(desk, plan, open, asked, 'well'));
        if (!BEFORE_THE_END.includes(plan.status)) break;
        moved = withFired(moved, await moveClock(desk.options.clock, { toNext: true }));
      }
      throw notDone('No check-in is asked for', 'The plan has none left, or it is over.');
    },
    'A check-in was held, and both sides answered',
  );

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
        moved = withFired(moved, next);
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
  return told(desk, () => toMoment(desk, Date.parse(next.at)), `On to the next reminder, ${moment(next.at)}`);
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
        moved = withFired(moved, next);
      }
      return moved;
    },
    'On to the decision',
  );
};

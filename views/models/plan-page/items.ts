import type { CheckInAnswer, Item, Progress, Reading, Request } from '../../../domain/plan.ts';
import { latestReadings } from '../../../domain/readings.ts';
import type { ChartData } from '../../charts/scales.ts';
import { numberInWords } from '../../dates.ts';
import { sees } from '../../visibility.ts';
import { itemName } from '../answer-view.ts';
import { amount, itemView, nameOf, sourceOf } from '../plan-view.ts';
import type { ViewContext } from '../view-context.ts';
import { briefDay, isAsked } from './days.ts';

/** One point of the plan: what is wanted, and how it goes, as a picture and as the same numbers in a table. */
export interface PlanPageItem {
  id: string;
  heading: string;
  wanted: string;
  measure: string;
  /** What of how it is measured stands in the plan. */
  written: string[];
  chart: {
    title: string;
    description: string;
    data: ChartData;
    labels: { low: string; high: string; first: string; last: string };
    key: string;
  };
  /** Said in place of the numbers while there are none. */
  empty: string | undefined;
  table: { caption: string; head: string[]; rows: string[][] };
}

export const planPageItems = (context: ViewContext): PlanPageItem[] =>
  context.plan.draft.items.map((item) => itemOf(item, context));

function itemOf(item: Item, context: ViewContext): PlanPageItem {
  const { plan, pack, words } = context;
  const w = words.planPage.items;
  const { measure, desiredOutcome, written } = itemView(item, plan, pack, words);
  const readings = readingsOf(item, context);
  const heading = itemName(plan, item.id, pack, words);
  const rows = rowsOf(item, readings, context);
  return {
    id: item.id,
    heading,
    wanted: desiredOutcome,
    measure,
    written: written.measure,
    chart: chartOf(item, readings, context),
    empty: sees(context, 'readings') && readings.length === 0 ? w.noReadings : undefined,
    table: { caption: w.table(heading, item.measure.unit), ...rows },
  };
}

function readingsOf({ id }: Item, context: ViewContext): Reading[] {
  if (!sees(context, 'readings')) return [];
  return latestReadings(context.plan, id).sort((a, b) => (a.date < b.date ? -1 : 1));
}

function chartOf(item: Item, readings: Reading[], { plan, words }: ViewContext): PlanPageItem['chart'] {
  const w = words.planPage.items;
  const { startDate, endDate } = plan.draft;
  const { name, baseline, target } = item.measure;
  const day = (date: string): string => briefDay(date, words.locale);
  const expected = item.checkIns.map(({ date, benchmark }) => ({ date, value: benchmark }));
  const measured = readings.map(({ date, value }) => ({ date, value }));
  const values = [baseline, target, ...[...expected, ...measured].map(({ value }) => value)];
  const final = [...expected].sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  const last = readings.at(-1);
  const says = w.expectedSays(
    amount(baseline, item, words),
    amount(final?.value ?? target, item, words),
    day(final?.date ?? endDate),
  );
  return {
    title: w.chart(name),
    description: last ? `${says} ${w.measuredSays(amount(last.value, item, words), day(last.date))}` : says,
    data: { startDate, endDate, baseline, target, expected, measured },
    labels: {
      low: numberInWords(Math.min(...values), words.locale),
      high: numberInWords(Math.max(...values), words.locale),
      first: day(startDate),
      last: day(endDate),
    },
    key: readings.length > 0 ? w.key : w.keyWithout,
  };
}

interface Rated {
  date: string;
  /** What each side said, by who said it. */
  said: Map<string, Progress>;
  asked: string[];
}

/** What was said of an item at each check-in that is over and that this reader may read. */
function ratingsOf(item: Item, context: ViewContext): Rated[] {
  const { plan, reader } = context;
  return Object.values(plan.requests).flatMap((request): Rated[] => {
    const { kind, status, date, followUp } = request;
    if (kind !== 'check_in' || followUp?.asks !== 'ratings' || !date || status === 'open') return [];
    if (!sees(context, 'answers_closed', { asked: isAsked(request.id, reader, plan) })) return [];
    const said = ratings(request, item);
    return said.size > 0
      ? [{ date, said, asked: request.respondents.map(({ participant }) => participant) }]
      : [];
  });
}

const ratings = ({ respondents }: Request, { id }: Item): Map<string, Progress> =>
  new Map(
    respondents.flatMap(({ participant, answer }) => {
      const rated = answer?.kind === 'check_in' ? ratingIn(answer, id) : undefined;
      return rated ? [[participant, rated] as const] : [];
    }),
  );

const ratingIn = ({ items }: CheckInAnswer, id: string): Progress | undefined =>
  items.find(({ item }) => item === id)?.progress;

/** Every day that says something, with what was expected by then, what was measured and what each side said. */
function rowsOf(
  item: Item,
  readings: Reading[],
  context: ViewContext,
): Omit<PlanPageItem['table'], 'caption'> {
  const { plan, words } = context;
  const w = words.planPage;
  const rated = ratingsOf(item, context);
  const people = [...new Set(rated.flatMap(({ said }) => [...said.keys()]))];
  const isMeasured = readings.length > 0;
  const dates = [...new Set([...item.checkIns, ...readings, ...rated].map(({ date }) => date))].sort();
  return {
    head: [
      w.items.day,
      w.items.expected,
      ...(isMeasured ? [w.items.measured] : []),
      ...(people.length > 0 ? [people.map((id) => nameOf(plan, id)).join(' / ')] : []),
    ],
    rows: dates.map((date) => [
      briefDay(date, words.locale),
      expectedOn(date, item, context),
      ...(isMeasured ? [measuredOn(date, readings, context)] : []),
      ...(people.length > 0 ? [saidOn(date, rated, people, context)] : []),
    ]),
  };
}

function expectedOn(date: string, { checkIns }: Item, { words }: ViewContext): string {
  const benchmark = checkIns.find((checkIn) => checkIn.date === date)?.benchmark;
  return benchmark === undefined ? '' : numberInWords(benchmark, words.locale);
}

const measuredOn = (date: string, readings: Reading[], { plan, words }: ViewContext): string =>
  readings
    .filter((reading) => reading.date === date)
    .map((reading) => {
      const number = numberInWords(reading.value, words.locale);
      const source = sourceOf(reading, plan);
      return source ? words.planPage.items.from(number, source) : number;
    })
    .join('; ');

function saidOn(date: string, rated: Rated[], people: string[], { words }: ViewContext): string {
  const w = words.planPage.ratings;
  const at = rated.find((one) => one.date === date);
  if (!at) return '';
  return people
    .map((id) => {
      const said = at.said.get(id);
      return said ? w.short[said] : at.asked.includes(id) ? w.silent : w.notAsked;
    })
    .join(' / ');
}

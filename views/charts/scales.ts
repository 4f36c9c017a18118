import { scaleLinear } from 'd3-scale';
import { daysInclusive } from '../../domain/calendar.ts';
import type { Day } from '../../domain/plan.ts';

/** In units of the picture's own grid; the picture is as wide as the text around it. */
export const SIZE = { width: 320, height: 150, right: 8, top: 8, bottom: 26 } as const;

/** About what one figure of a label takes. */
const FIGURE = 7;

/** Where the picture begins, right of the labels at its edge. */
export const leftOf = (labels: string[]): number =>
  8 + FIGURE * Math.min(14, Math.max(...labels.map((label) => label.length)));

export interface Point {
  date: Day;
  value: number;
}

/** What a chart is drawn from. Days outside the period are drawn at its edge. */
export interface ChartData {
  startDate: Day;
  endDate: Day;
  baseline: number;
  target: number;
  /** In any order. */
  expected: Point[];
  measured: Point[];
}

/** Nothing is drawn on the frame itself. */
const EDGE = 6;

const byDate = (a: Point, b: Point): number => (a.date < b.date ? -1 : 1);

/** Where days and values lie in the picture, and the lowest and highest value written beside it. */
export function scalesOf(data: ChartData, left: number) {
  const { startDate, endDate, baseline, target } = data;
  const values = [baseline, target, ...[...data.expected, ...data.measured].map(({ value }) => value)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const last = daysInclusive(startDate, endDate);
  const x = scaleLinear([1, Math.max(2, last)], [left, SIZE.width - SIZE.right]).clamp(true);
  // One value alone still needs a height to lie at.
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [
    SIZE.height - SIZE.bottom - EDGE,
    SIZE.top + EDGE,
  ]);
  return {
    x: (date: Day): number => x(date < startDate ? 1 : daysInclusive(startDate, date)),
    y: (value: number): number => y(value),
    low,
    high,
  };
}

/** The benchmarks as they are in force day by day: the baseline until the first, each until the next, the last to the end. */
export function stepsOf({ startDate, endDate, baseline, expected }: ChartData): Point[] {
  const sorted = [...expected].sort(byDate);
  return [
    { date: startDate, value: baseline },
    ...sorted,
    { date: endDate, value: sorted.at(-1)?.value ?? baseline },
  ];
}

/** The numbers in the order of their days. */
export const measuredOf = ({ measured }: ChartData): Point[] => [...measured].sort(byDate);

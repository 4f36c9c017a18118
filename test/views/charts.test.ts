import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { ProgressChart } from '../../views/charts/progress-chart.tsx';
import { type ChartData, type Point, stepsOf } from '../../views/charts/scales.ts';

const data = (rest: Partial<ChartData> = {}): ChartData => ({
  startDate: '2026-12-07',
  endDate: '2027-02-04',
  baseline: 35,
  target: 10,
  expected: [
    { date: '2027-01-15', value: 18 },
    { date: '2026-12-18', value: 30 },
  ],
  measured: [],
  ...rest,
});

const chart = (given: ChartData): string =>
  render(
    ProgressChart({
      id: 'c',
      title: 'Reviews returned',
      description: 'Expected: from 35 to 18.',
      data: given,
      labels: { low: '10', high: '35', first: 'Dec 7, 2026', last: 'Feb 4, 2027' },
    }),
  );

const pathOf = (svg: string, name: string): string =>
  new RegExp(`class="${name}" d="([^"]*)"`).exec(svg)?.[1] ?? '';
const points = (path: string): number[][] =>
  [...path.matchAll(/[ML]([\d.-]+)[ ,]([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('what is expected', () => {
  test('is in force from the baseline on, each benchmark until the next, the last to the end', () => {
    expect(stepsOf(data())).toEqual([
      { date: '2026-12-07', value: 35 },
      { date: '2026-12-18', value: 30 },
      { date: '2027-01-15', value: 18 },
      { date: '2027-02-04', value: 18 },
    ]);
  });

  test('falls where less is better and rises where more is', () => {
    const heights = (given: ChartData) => points(pathOf(chart(given), 'steps')).map(([, y]) => y ?? 0);
    const down = heights(data());
    const up = heights(data({ baseline: 10, target: 35, expected: [{ date: '2026-12-18', value: 30 }] }));
    // In a picture, lower is further from the top.
    expect(down.at(-1)).toBeGreaterThan(down[0] ?? 0);
    expect(up.at(-1)).toBeLessThan(up[0] ?? 0);
  });
});

describe('what was measured', () => {
  test('is left out while there is nothing', () => {
    expect(chart(data())).not.toMatch(/class="(line|dots)"/);
  });

  test('is one dot when it is one number', () => {
    const svg = chart(data({ measured: [{ date: '2026-12-18', value: 28.5 }] }));
    expect(pathOf(svg, 'dots').match(/h0/g)).toHaveLength(1);
    expect(points(pathOf(svg, 'dots'))[0]?.[0]).toBe(points(pathOf(svg, 'steps'))[1]?.[0]);
  });

  test('is drawn in the order of its days, also of 26 numbers, in less than 4 kB', () => {
    const days = Array.from({ length: 26 }, (_, at) => new Date(Date.UTC(2026, 11, 7 + at * 2)));
    const measured: Point[] = days.map((day, at) => ({
      date: day.toISOString().slice(0, 10),
      value: 35 - at,
    }));
    const svg = chart(data({ measured: measured.toReversed(), expected: measured }));
    const across = points(pathOf(svg, 'line')).map(([x]) => x ?? 0);
    expect(across).toHaveLength(26);
    expect(across).toEqual([...across].sort((a, b) => a - b));
    expect(Buffer.byteLength(svg)).toBeLessThan(4000);
  });
});

test('values below zero, one value alone and days outside the period stay inside the picture', () => {
  const cases = [
    data({ baseline: -20, target: -5, measured: [{ date: '2026-12-20', value: -30 }] }),
    data({ baseline: 5, target: 5, expected: [] }),
    data({
      measured: [
        { date: '2026-11-01', value: 20 },
        { date: '2027-05-01', value: 12 },
      ],
    }),
  ];
  for (const given of cases) {
    const svg = chart(given);
    const drawn = ['steps', 'line', 'dots'].flatMap((name) => points(pathOf(svg, name)));
    expect(drawn.length).toBeGreaterThan(1);
    for (const [x = 0, y = 0] of drawn) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(320);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(150);
    }
  }
});

test('the picture says in words what it shows, and carries neither styles nor scripts of its own', () => {
  const svg = chart(data());
  expect(svg).toContain('role="img" aria-labelledby="c-t c-d"');
  expect(svg).toContain(
    '<title id="c-t">Reviews returned</title><desc id="c-d">Expected: from 35 to 18.</desc>',
  );
  expect(svg).not.toMatch(/style=|<script|onload/);
});

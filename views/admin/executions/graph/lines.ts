import { GAP, HEIGHT, type Layout, type Placed } from './layout.ts';
import type { WorkflowStep } from './workflow.ts';

/** A step drawn: an SVG path, and where its arrow's point is. */
export interface Line {
  step: WorkflowStep;
  path: string;
  tip: { x: number; y: number; pointsLeft: boolean };
}

/** How far lines reach beyond the states, so that nothing is cut off. */
export interface Drawn {
  lines: readonly Line[];
  top: number;
  bottom: number;
}

type Point = readonly [x: number, y: number];

const LANE = 6;
const HALF = HEIGHT / 2;
const leftOf = ({ x, width }: Placed): number => x - width / 2;
const rightOf = ({ x, width }: Placed): number => x + width / 2;
/** Lines leave and reach a state at heights of their own, so that a caught error is not taken for the usual way. */
const LEAVES = { next: -7, choice: -7, default: -7, inside: -7, catch: 6 } as const;
const RETURNS = 13;

/** Every step as a line of level and upright parts. Lines to the same state run together, like those from one choice. */
export function linesOf(steps: readonly WorkflowStep[], { states, frames }: Layout): Drawn {
  const placed = new Map(states.map((state) => [state.name, state]));
  const above = Math.min(...states.map(({ y }) => y - HALF));
  const below = Math.max(...states.map(({ y }) => y + HALF), ...frames.map(({ y, height }) => y + height));
  const upright = lanes();
  const over = lanes();
  const under = lanes();
  /** The x of a bundle's own lane in the gap behind a column. */
  const laneX = (column: number, bundle: string): number => {
    const behind = Math.max(...states.filter((state) => state.column === column).map(rightOf));
    return behind + 14 + ((upright(`${column}`, bundle) * LANE) % (GAP - 30));
  };
  const manyFrom = new Set(steps.filter(({ kind }) => kind === 'choice').map(({ from }) => from));

  const lines = steps.flatMap((step): Line[] => {
    const [a, b] = [placed.get(step.from), placed.get(step.to)];
    if (!a || !b) return [];
    const bundle = manyFrom.has(step.from) ? `from ${step.from}` : `to ${step.to}`;
    const begin: Point = [rightOf(a), a.y + LEAVES[step.kind]];
    const points = b.column > a.column ? ahead(a, b, bundle) : back(a, b, `back to ${step.to}`);
    const end = points.at(-1) ?? begin;
    return [
      {
        step,
        path: rounded([begin, [points[0]?.[0] ?? begin[0], begin[1]], ...points]),
        tip: { x: end[0], y: end[1], pointsLeft: b.column <= a.column },
      },
    ];
  });
  return { lines, top: above - 14 - over.most() * LANE, bottom: below + 14 + under.most() * LANE };

  function ahead(a: Placed, b: Placed, bundle: string): Point[] {
    const first = laneX(a.column, bundle);
    const end: Point = [leftOf(b), b.y];
    if (b.column === a.column + 1) return [[first, b.y], end];
    const y = below + 12 + under('under', `to ${b.name}`) * LANE;
    const last = laneX(b.column - 1, `to ${b.name}`);
    return [[first, y], [last, y], [last, b.y], end];
  }

  function back(a: Placed, b: Placed, bundle: string): Point[] {
    const first = laneX(a.column, bundle);
    const end: Point = [rightOf(b), b.y + RETURNS];
    if (b.column === a.column) return [[first, end[1]], end];
    const y = above - 12 - over('over', bundle) * LANE;
    const last = laneX(b.column, bundle);
    return [[first, y], [last, y], [last, end[1]], end];
  }
}

/** Gives every bundle a lane of its own, from 0. */
function lanes() {
  const taken = new Map<string, Map<string, number>>();
  const give = (place: string, bundle: string): number => {
    const here = taken.get(place) ?? new Map<string, number>();
    taken.set(place, here);
    const lane = here.get(bundle) ?? here.size;
    here.set(bundle, lane);
    return lane;
  };
  return Object.assign(give, { most: () => Math.max(0, ...[...taken.values()].map(({ size }) => size)) });
}

const ROUND = 5;

/** A path through all points, its corners rounded. */
function rounded(points: readonly Point[]): string {
  const way = points.filter(
    (point, at) => at === 0 || point[0] !== points[at - 1]?.[0] || point[1] !== points[at - 1]?.[1],
  );
  const parts = way.map((point, at): string => {
    const [before, after] = [way[at - 1], way[at + 1]];
    if (!before) return `M${say(point)}`;
    if (!after) return `L${say(point)}`;
    return `L${say(toward(point, before))}Q${say(point)} ${say(toward(point, after))}`;
  });
  return parts.join('');
}

function toward(from: Point, to: Point): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const share = Math.min(ROUND, length / 2) / (length || 1);
  return [from[0] + dx * share, from[1] + dy * share];
}

const say = ([x, y]: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

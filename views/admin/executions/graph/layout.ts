import dagre from '@dagrejs/dagre';
import type { Workflow, WorkflowStep } from './workflow.ts';

/** A state in the drawing: its middle, in the drawing's own units. */
export interface Placed {
  name: string;
  x: number;
  y: number;
  /** The same for all of a column. */
  width: number;
  /** Which column it stands in, from 0. */
  column: number;
}

/** Around the states that a Parallel or Map state runs; `x` and `y` are its upper left corner. */
export interface Frame {
  of: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Layout {
  states: readonly Placed[];
  frames: readonly Frame[];
}

/** Of every state, in the drawing's own units. */
export const HEIGHT = 36;
/** The longest name that is written out in full, in characters. */
export const LONGEST = 35;
const widthFor = (name: string): number => Math.max(162, Math.min(name.length, LONGEST) * 7.1 + 16);
/** Between columns: room for the lines. */
export const GAP = 68;
const BETWEEN = 9;

/** A choice with more ways out than this has them all in one column, whatever leads from one to the other. */
const MANY = 6;

/** Where every state stands: from left to right as an execution goes. What leads back does not push anything around. */
export function layoutOf(workflow: Workflow): Layout {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: BETWEEN, ranksep: GAP, edgesep: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { name } of workflow.states) graph.setNode(name, { width: widthFor(name), height: HEIGHT });
  for (const { from, to } of onward(workflow)) graph.setEdge(from, to);
  dagre.layout(graph);
  return withNested(workflow, inColumns(workflow, graph));
}

/** The steps that lead on: neither back to where an execution may come from, nor across a wide choice. */
export function onward({ states, steps, startAt }: Workflow): WorkflowStep[] {
  const from = new Map(states.map(({ name }) => [name, steps.filter((step) => step.from === name)]));
  const sisters = [...from.values()]
    .map(
      (ways) =>
        new Set(ways.filter(({ kind }) => kind === 'choice' || kind === 'default').map(({ to }) => to)),
    )
    .filter((targets) => targets.size > MANY);
  const across = ({ from: a, to: b }: WorkflowStep) => sisters.some((group) => group.has(a) && group.has(b));
  const done = new Set<string>();
  const open = new Set<string>();
  const kept: WorkflowStep[] = [];
  const visit = (name: string): void => {
    if (done.has(name)) return;
    done.add(name);
    open.add(name);
    for (const step of from.get(name) ?? []) {
      if (open.has(step.to) || across(step)) continue;
      kept.push(step);
      visit(step.to);
    }
    open.delete(name);
  };
  visit(startAt);
  for (const { name } of states) visit(name);
  return kept;
}

/**
 * In a column states stand in the order of the definition, which is the order people know them in. States that have a
 * column to themselves stand on one line, in sight without scrolling beside the widest choice.
 */
function inColumns({ states }: Workflow, graph: dagre.graphlib.Graph): Placed[] {
  const at = (name: string) => graph.node(name);
  const heights = states.filter(({ inside }) => !inside).map(({ name }) => at(name).y);
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  const mainLine = top + Math.round((bottom - top) * 0.3);
  const columns = [...new Set(states.map(({ name }) => Math.round(at(name).x)))].sort((a, b) => a - b);
  return columns.flatMap((x, column) => {
    const here = states.filter(({ name }) => Math.round(at(name).x) === x);
    const width = Math.max(...here.map(({ name }) => widthFor(name)));
    const outer = here.filter(({ inside }) => !inside);
    const slots = outer.map(({ name }) => at(name).y).sort((a, b) => a - b);
    return here.map((state) => {
      const slot = outer.length === 1 ? mainLine : (slots[outer.indexOf(state)] ?? mainLine);
      return { name: state.name, x, y: slot, width, column };
    });
  });
}

/** Above the states in a frame: what the frame is. */
const FRAME_HEAD = 18;
const FRAME_EDGE = 8;

/** What a Parallel or Map state runs stands in a frame below everything else, a frame within it below that. */
function withNested({ states }: Workflow, placed: readonly Placed[]): Layout {
  const insideOf = new Map(states.map(({ name, inside }) => [name, inside]));
  const frames: Frame[] = [];
  const moved = new Map(placed.filter(({ name }) => !insideOf.get(name)).map((state) => [state.name, state]));
  let floor = Math.max(...[...moved.values()].map(({ y }) => y)) + HEIGHT / 2;

  const place = (of: string): void => {
    const top = floor + BETWEEN + 6;
    floor = top + FRAME_HEAD;
    const own = placed.filter(({ name }) => insideOf.get(name) === of);
    const rows = new Map<number, number>();
    for (const state of own) {
      const row = rows.get(state.column) ?? 0;
      rows.set(state.column, row + 1);
      moved.set(state.name, { ...state, y: floor + HEIGHT / 2 + row * (HEIGHT + BETWEEN) });
    }
    floor += Math.max(...rows.values()) * (HEIGHT + BETWEEN) - BETWEEN;
    const nested = own.filter(({ name }) => states.some(({ inside }) => inside === name));
    for (const { name } of nested) place(name);
    floor += FRAME_EDGE;
    const within = [...moved.values()].filter(({ name }) => isWithin(name, of, insideOf));
    const left = Math.min(...within.map(({ x, width }) => x - width / 2)) - FRAME_EDGE;
    const right = Math.max(...within.map(({ x, width }) => x + width / 2)) + FRAME_EDGE;
    frames.unshift({ of, x: left, y: top, width: right - left, height: floor - top });
  };
  for (const { name, inside } of states) {
    if (!inside && states.some((state) => state.inside === name)) place(name);
  }
  return { states: placed.map((state) => moved.get(state.name) ?? state), frames };
}

function isWithin(name: string, of: string, insideOf: ReadonlyMap<string, string | undefined>): boolean {
  const inside = insideOf.get(name);
  return inside !== undefined && (inside === of || isWithin(inside, of, insideOf));
}

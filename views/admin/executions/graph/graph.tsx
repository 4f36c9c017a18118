import { type Frame, HEIGHT, LONGEST, layoutOf, type Placed } from './layout.ts';
import { type Line, linesOf } from './lines.ts';
import { type StateStanding, standingsOf, takenIn } from './standing.ts';
import type { Trace } from './trace.ts';
import type { Workflow } from './workflow.ts';

interface Props {
  workflow: Workflow;
  trace: Trace;
  /** The state whose panel is open. */
  selected?: string | undefined;
  hrefOf: (state: string) => string;
}

const MARGIN = 10;
/** For lines that leave the last column, back or to a state above or below. */
const ROOM = 40;

/** How a state stands, in a word or two: nothing is said by colour alone. */
export function standingInWords({ standing, visits, retries }: StateStanding): string {
  const times = visits > 1 ? ` ×${visits}` : '';
  const again = retries > 0 ? `, ${retries} ${retries === 1 ? 'retry' : 'retries'}` : '';
  if (standing === 'never') return 'not entered';
  if (standing === 'here') return `here now${times}${again}`;
  if (standing === 'failed') return `failed here${times}${again}`;
  if (standing === 'stopped') return `stopped here${times}${again}`;
  return `passed${times}${again}`;
}

/**
 * The state machine with the way one execution took through it. The picture is one image to assistive technology; the
 * table of states says the same, with the same links.
 */
export function Graph({ workflow, trace, selected, hrefOf }: Props) {
  const layout = layoutOf(workflow);
  const { lines, top, bottom } = linesOf(workflow.steps, layout);
  const lastColumn = Math.max(...layout.states.map(({ column }) => column));
  const isLast = (name: string) =>
    layout.states.some((state) => state.name === name && state.column === lastColumn);
  const standing = standingsOf(trace);
  const taken = takenIn(trace);
  const type = new Map(workflow.states.map((state) => [state.name, state.type]));
  const right = Math.max(...layout.states.map(({ x, width }) => x + width / 2));
  const lanes = lines.some(({ step }) => isLast(step.from)) ? ROOM : 0;
  const box = {
    x: -MARGIN,
    y: top - MARGIN,
    width: right + lanes + 2 * MARGIN,
    height: bottom - top + 2 * MARGIN,
  };
  const [here] = trace.visits.filter(({ end }) => end === 'here').slice(-1);
  const middle = selected ?? here?.state ?? trace.visits.at(-1)?.state ?? workflow.startAt;
  const isNear = ({ step }: Line) => step.from === selected || step.to === selected;
  const classOf = (line: Line): string =>
    [
      'way',
      line.step.kind === 'catch' ? 'way-catch' : '',
      taken(line.step) ? 'way-taken' : '',
      isNear(line) ? 'way-near' : '',
    ]
      .filter(Boolean)
      .join(' ');
  const weight = (line: Line): number => (taken(line.step) ? 2 : 0) + (isNear(line) ? 1 : 0);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its part that is an image has a title and a description
    <svg
      class="graph"
      viewBox={`${box.x} ${Math.round(box.y)} ${Math.round(box.width)} ${Math.round(box.height)}`}
      width={Math.round(box.width)}
      height={Math.round(box.height)}
    >
      {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a part of a drawing is nothing to act on */}
      <g role="img" aria-labelledby="graph-title graph-desc">
        <title id="graph-title">The states of the workflow and the way this execution took</title>
        <desc id="graph-desc">
          {`${workflow.states.length} states, ${new Set(trace.visits.map(({ state }) => state)).size} of them entered. ${
            here ? `It is now in the state ${here.state}.` : 'It is in no state now.'
          } The table below says the same.`}
        </desc>
        {layout.frames.map((frame) => (
          <FrameBox key={frame.of} {...frame} />
        ))}
        {lines
          .toSorted((a, b) => weight(a) - weight(b))
          .map((line) => (
            <g key={`${line.step.from} ${line.step.to} ${line.step.kind}`} class={classOf(line)}>
              <path class="line" d={line.path} />
              <path class="tip" d={tip(line)} />
            </g>
          ))}
        {layout.states.map((placed) => (
          <StateBox
            key={placed.name}
            placed={placed}
            type={type.get(placed.name) ?? ''}
            standing={standing(placed.name)}
            isSelected={placed.name === selected}
            isMiddle={placed.name === middle}
          />
        ))}
      </g>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: for the mouse alone; the table has the same links for everybody */}
      <g aria-hidden="true">
        {layout.states.map(({ name, x, y, width }) => (
          <a key={name} href={hrefOf(name)} tabIndex={-1}>
            <rect class="hit" x={x - width / 2} y={y - HEIGHT / 2} width={width} height={HEIGHT} rx={6} />
          </a>
        ))}
      </g>
    </svg>
  );
}

interface StateBoxProps {
  placed: Placed;
  type: string;
  standing: StateStanding;
  isSelected: boolean;
  /** Whether the drawing begins with it in the middle, where it scrolls. */
  isMiddle: boolean;
}

const StateBox = ({ placed: { name, x, y, width }, type, standing, isSelected, isMiddle }: StateBoxProps) => (
  <g
    class={`state state-${standing.standing}${isSelected ? ' state-selected' : ''}`}
    data-middle-of={isMiddle ? name : undefined}
  >
    <rect x={x - width / 2} y={y - HEIGHT / 2} width={width} height={HEIGHT} rx={6} />
    <text class="state-name" x={x - width / 2 + 9} y={y - 3}>
      {name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name}
    </text>
    <text class="state-more" x={x - width / 2 + 9} y={y + 11}>
      {`${type} · ${standingInWords(standing)}`}
    </text>
  </g>
);

const FrameBox = ({ of, x, y, width, height }: Frame) => (
  <g class="frame">
    <rect x={x} y={y} width={width} height={height} rx={8} />
    <text x={x + 8} y={y + 13}>{`within ${of}`}</text>
  </g>
);

const tip = ({ tip: { x, y, pointsLeft } }: Line): string =>
  pointsLeft ? `M${x} ${y}l7 -3.5v7z` : `M${x} ${y}l-7 -3.5v7z`;

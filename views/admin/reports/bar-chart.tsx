import { scaleLinear } from 'd3-scale';

export interface Bar {
  label: string;
  value: number;
  /** The value as it is written beside the bar. */
  text: string;
  /** Drawn with a pattern of its own, not by colour alone. */
  marked?: boolean;
}

interface Props {
  /** Unique on its page. */
  id: string;
  title: string;
  /** The picture in words; its numbers stand in a table below it. */
  description: string;
  bars: readonly Bar[];
  /** The longest a bar can be; the highest value when absent. */
  most?: number;
}

/** In units of the picture's own grid. */
const SIZE = { width: 480, bar: 16, row: 44, left: 4, right: 64 } as const;
/** More bars are no picture any more: the table has them all. */
const MOST_BARS = 12;
const LONGEST = 56;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** Bars below their labels, so that it reads at any width. */
export function BarChart({ id, title, description, bars, most }: Props) {
  const shown = bars.slice(0, MOST_BARS);
  const longest = most ?? Math.max(1, ...shown.map(({ value }) => value));
  const x = scaleLinear([0, longest], [0, SIZE.width - SIZE.left - SIZE.right]);
  return (
    <svg
      class="bars"
      viewBox={`0 0 ${SIZE.width} ${shown.length * SIZE.row + 4}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      {shown.map(({ label, value, text, marked }, at) => {
        const top = at * SIZE.row + 20;
        const width = Math.max(1, Math.round(x(value)));
        return (
          <g key={label}>
            <text x={SIZE.left} y={top - 5}>
              {shortened(label)}
            </text>
            <rect
              class={marked ? 'bar marked' : 'bar'}
              x={SIZE.left}
              y={top}
              width={width}
              height={SIZE.bar}
            />
            <text class="value" x={SIZE.left + width + 6} y={top + 13}>
              {text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

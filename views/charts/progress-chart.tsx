import { curveStepAfter, type Line, line } from 'd3-shape';
import { type ChartData, leftOf, measuredOf, type Point, SIZE, scalesOf, stepsOf } from './scales.ts';

interface Props {
  /** Unique on its page. */
  id: string;
  title: string;
  /** The picture in words, for whoever does not see it. */
  description: string;
  data: ChartData;
  /** The lowest and highest value and the first and last day, as they are written at the edges. */
  labels: { low: string; high: string; first: string; last: string };
}

/** To one decimal: finer than anybody sees, and short. */
const at = (value: number): number => Math.round(value * 10) / 10;

/**
 * A line of what was measured over the steps of what was expected, with the target; told apart by dashes and dots, not
 * by colour alone. The numbers themselves stand in a table beside it.
 */
export function ProgressChart({ id, title, description, data, labels }: Props) {
  const left = leftOf([labels.low, labels.high]);
  const { x, y, low, high } = scalesOf(data, left);
  const path = (): Line<Point> =>
    line<Point>(
      ({ date }) => x(date),
      ({ value }) => y(value),
    ).digits(1);
  const steps = path().curve(curveStepAfter)(stepsOf(data)) ?? '';
  const measured = measuredOf(data);
  const floor = SIZE.height - SIZE.bottom;
  const right = SIZE.width - SIZE.right;
  const target = at(y(data.target));
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-labelledby={`${id}-t ${id}-d`}
    >
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{description}</desc>
      <path class="axis" d={`M${left} ${SIZE.top}V${floor}H${right}`} />
      <path class="target" d={`M${left} ${target}H${right}`} />
      <path class="steps" d={steps} />
      {measured.length > 0 ? <path class="line" d={path()(measured) ?? ''} /> : null}
      {measured.length > 0 ? (
        <path
          class="dots"
          d={measured.map(({ date, value }) => `M${at(x(date))} ${at(y(value))}h0`).join('')}
        />
      ) : null}
      <text x={left - 4} y={at(y(low)) + 4} text-anchor="end">
        {labels.low}
      </text>
      <text x={left - 4} y={at(y(high)) + 4} text-anchor="end">
        {labels.high}
      </text>
      <text x={left} y={SIZE.height - 8}>
        {labels.first}
      </text>
      <text x={right} y={SIZE.height - 8} text-anchor="end">
        {labels.last}
      </text>
    </svg>
  );
}

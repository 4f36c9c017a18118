import { ProgressChart } from '../charts/progress-chart.tsx';
import type { Moment } from '../models/plan-page/ahead.ts';
import type { PlanPageItem } from '../models/plan-page/items.ts';
import type { PlanPageModel } from '../models/plan-page.ts';
import { Blocks } from '../parts/blocks.tsx';
import { documentOf, type Frame } from '../parts/document.tsx';
import { PlanTitle } from '../parts/plan-parts.tsx';
import { Said } from '../parts/said.tsx';

/** Days with what happens on them; what falls on one day stands under it. */
function Days({ moments, empty }: { moments: Moment[]; empty: string }) {
  if (moments.length === 0) return <p>{empty}</p>;
  const days = [...new Set(moments.map(({ day }) => day))];
  return (
    <dl class="days">
      {days.map((day) => (
        <div key={day}>
          <dt>{day}</dt>
          {moments
            .filter((moment) => moment.day === day)
            .map(({ text }) => (
              <dd key={text}>{text}</dd>
            ))}
        </div>
      ))}
    </dl>
  );
}

function Numbers({ table }: { table: PlanPageItem['table'] }) {
  return (
    <table class="wide numbers">
      <caption>{table.caption}</caption>
      <thead>
        <tr>
          {table.head.map((cell) => (
            <th scope="col" key={cell}>
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([day, ...cells]) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            {cells.map((cell, at) => (
              <td key={table.head[at + 1]} data-label={cell ? table.head[at + 1] : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PointProps {
  item: PlanPageItem;
  at: number;
  /** Whether how to read the picture is said: with the first of those that read alike. */
  isKeyed: boolean;
  frame: Pick<Frame, 'words'>;
}

/** One point: what is wanted, the picture, and right under it the same numbers to read. */
function Point({ item, at, isKeyed, frame }: PointProps) {
  const { chart, table } = item;
  return (
    <section class="card" aria-labelledby={`point-${at}`}>
      <h3 id={`point-${at}`}>{item.heading}</h3>
      <p class="kept">
        <strong>{frame.words.planPage.items.wanted}:</strong> <Said text={item.wanted} />
      </p>
      <p>
        <Said text={item.measure} parts={item.written} />
      </p>
      {item.empty ? <p class="soft">{item.empty}</p> : null}
      <ProgressChart
        id={`chart-${at}`}
        title={chart.title}
        description={chart.description}
        data={chart.data}
        labels={chart.labels}
      />
      {isKeyed ? <p class="hint">{chart.key}</p> : null}
      {table.rows.length > 0 ? <Numbers table={table} /> : null}
    </section>
  );
}

/** Each person with what they see, as a list. */
function Audiences({ audiences }: { audiences: PlanPageModel['audiences'] }) {
  return (
    <dl class="facts">
      {audiences.map(({ who, facts }) => (
        <div key={who}>
          <dt>{who}</dt>
          <dd>
            <ul>
              {facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** All points of a plan, one card each. */
export const Points = ({ items, frame }: { items: PlanPageItem[]; frame: Pick<Frame, 'words'> }) => (
  <>
    {items.map((item, index) => (
      <Point
        key={item.id}
        item={item}
        at={index + 1}
        isKeyed={item.chart.key !== items[index - 1]?.chart.key}
        frame={frame}
      />
    ))}
  </>
);

interface BodyProps {
  model: PlanPageModel;
  frame: Pick<Frame, 'words'>;
  /** The address of the link it was opened by. */
  base?: string | undefined;
  /** Whether nothing but this page stands behind that link any more, so that nothing leads back. */
  isAlone?: boolean;
}

/** Where a plan stands, under whatever heading the page has. */
export function PlanPageBody({ model, frame, base, isAlone = false }: BodyProps) {
  const w = frame.words.planPage;
  return (
    <>
      <div class="calm lead">
        {model.now.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <h2>{w.asked.heading}</h2>
      {model.asked.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {base && !isAlone ? (
        <p>
          <a class="down" href={base}>
            {w.back}
          </a>
        </p>
      ) : null}
      <h2>{w.ahead.heading}</h2>
      {model.aheadNote ? <p>{model.aheadNote}</p> : null}
      <Days moments={model.ahead} empty={w.ahead.nothing} />
      {base && model.calendar ? (
        <p>
          <a class="down" href={`${base}/calendar.ics`}>
            {w.ahead.calendar}
          </a>
        </p>
      ) : null}
      <h2>{w.past.heading}</h2>
      <Days moments={model.past} empty={w.past.nothing} />
      <h2>{w.items.heading}</h2>
      <Points items={model.items} frame={frame} />
      <Blocks blocks={model.blocks} words={frame.words} />
      <h2>{w.audience.heading}</h2>
      <Audiences audiences={model.audiences} />
      <p>{model.own ? w.audience.lead : w.audience.leadOther}</p>
      <p>{w.audience.staff}</p>
      <h2>{w.rights.heading}</h2>
      <ul>
        {model.rights.map((right) => (
          <li key={right}>{right}</li>
        ))}
      </ul>
    </>
  );
}

/**
 * Where a plan stands, for one of the people in it: read only. `base` is the address of the link it was opened by;
 * `isAlone` when nothing but this page stands behind that link any more, so that nothing leads back.
 */
export function planPage(model: PlanPageModel, frame: Frame, base?: string, isAlone = false): string {
  const w = frame.words.planPage;
  return documentOf({
    frame,
    tab: w.tab,
    children: (
      <>
        <PlanTitle title={model.planTitle} />
        <h1>{w.heading}</h1>
        <PlanPageBody model={model} frame={frame} base={base} isAlone={isAlone} />
      </>
    ),
  });
}

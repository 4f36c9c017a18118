import { type AdminFrame, adminPage } from '../layout.tsx';
import { addressOf, type DetailModel } from './detail-model.ts';
import { EventTable } from './event-table.tsx';
import { Facts } from './facts.tsx';
import { Graph } from './graph/graph.tsx';
import { StatePanel } from './state-panel.tsx';
import { StateTable } from './state-table.tsx';

/** One execution: where it stands, the way it took, every state, every event. */
export const detailPage = (frame: AdminFrame, model: DetailModel): string =>
  adminPage(
    frame,
    { title: model.title, crumbs: [{ href: '/admin/executions', text: 'Executions' }], wide: true },
    <>
      <div id="live" data-refresh={isLive(model) ? '2' : undefined}>
        <Facts {...model} />
        <section aria-labelledby="graph-heading">
          <h2 id="graph-heading">The way it took</h2>
          <ul class="legend">
            <li>Filled: it is here now</li>
            <li>Shaded, thick lines: passed</li>
            <li>Dashed outline: not entered</li>
            <li>Dashed lines: an error that is caught, a time limit included</li>
          </ul>
          {model.older ? (
            <p class="small">
              Drawn from events {model.newest - model.events.of + 1} to {model.newest}; what was before is not
              in the picture.
            </p>
          ) : null}
          <div id="drawing">
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
            <section class="drawing" aria-label="The drawing, which scrolls" tabIndex={0} data-middle>
              <Graph
                workflow={model.workflow}
                trace={model.trace}
                selected={model.query.state}
                hrefOf={(state) => addressOf(model, { state, at: '#drawing' })}
              />
            </section>
          </div>
          {model.query.state ? (
            <p>
              Chosen: <a href="#state">{model.query.state}, with each visit</a>
            </p>
          ) : null}
        </section>
      </div>
      {model.query.state ? <StatePanel {...model} state={model.query.state} /> : null}
      <StateTable {...model} />
      <EventTable {...model} />
    </>,
  );

/** Something may still happen, and the newest events are the ones looked at. */
const isLive = ({ status, query }: DetailModel): boolean => status === 'RUNNING' && !query.token;

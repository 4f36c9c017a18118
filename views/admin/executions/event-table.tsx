import { addressOf, type DetailModel } from './detail-model.ts';
import { EVENT_GROUPS, type EventGroup, type EventRow } from './events.ts';
import { executionHref } from './model.ts';
import { second } from './times.ts';

/** Every event of the execution, newest first, with a filter. */
export const EventTable = (model: DetailModel) => {
  const { events, timeZone, newest, older, query } = model;
  return (
    <section aria-labelledby="events">
      <h2 id="events">Events</h2>
      <EventFilterForm {...model} />
      {events.rows.length === 0 ? (
        <div class="empty">
          <p>
            None of the {events.of} events is like that.{' '}
            <a href={addressOf({ ...model, query: { ...query, filter: {}, page: 1 } }, { at: '#events' })}>
              Show them all
            </a>
          </p>
        </div>
      ) : (
        <table class="table">
          <caption>
            {events.found === events.of ? `${events.of} events` : `${events.found} of ${events.of} events`}
            {older || query.token ? `, of those numbered ${newest - events.of + 1} to ${newest}` : ''}, newest
            first; times in {timeZone}
          </caption>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">Time</th>
              <th scope="col">Type</th>
              <th scope="col">State</th>
              <th scope="col">Details</th>
            </tr>
          </thead>
          <tbody>
            {events.rows.map((event) => (
              <Event key={event.id} event={event} timeZone={timeZone} />
            ))}
          </tbody>
        </table>
      )}
      <Pages {...model} />
    </section>
  );
};

const Event = ({ event, timeZone }: { event: EventRow; timeZone: string }) => {
  const { id, previous, at, type, state, details } = event;
  const raw = { id, previousEventId: previous, timestamp: at, type, ...details };
  return (
    <tr>
      <th scope="row" class="numeric">
        {id}
      </th>
      <td data-label="Time">
        <time class="moment" dateTime={at}>
          {second(at, timeZone)}
        </time>
      </td>
      <td data-label="Type">{type}</td>
      <td data-label="State">{state ?? '–'}</td>
      <td data-label="Details">
        {typeof details.error === 'string' && details.error !== '' ? <code>{details.error}</code> : null}
        <details class="raw">
          <summary>
            JSON<span class="visually-hidden"> of event {id}</span>
          </summary>
          <pre>{JSON.stringify(raw, null, 2)}</pre>
        </details>
      </td>
    </tr>
  );
};

const EventFilterForm = ({ name, workflow, query }: DetailModel) => (
  <form class="filter" method="get" action={`${executionHref(name)}#events`}>
    {query.zone ? <input type="hidden" name="zone" value={query.zone} /> : null}
    {query.token ? <input type="hidden" name="token" value={query.token} /> : null}
    <p>
      <label for="group">Kind</label>
      <select id="group" name="group">
        <option value="">all events</option>
        {(Object.keys(EVENT_GROUPS) as EventGroup[]).map((group) => (
          <option key={group} value={group} selected={group === query.filter.group}>
            {EVENT_GROUPS[group].text}
          </option>
        ))}
      </select>
    </p>
    <p>
      <label for="in">State</label>
      <select id="in" name="in">
        <option value="">any state</option>
        {workflow.states.map((state) => (
          <option key={state.name} value={state.name} selected={state.name === query.filter.state}>
            {state.name}
          </option>
        ))}
      </select>
    </p>
    <p>
      <label for="text">Text in it</label>
      <input id="text" name="text" value={query.filter.text ?? ''} autocomplete="off" />
    </p>
    <button type="submit" class="button-plain">
      Filter
    </button>
  </form>
);

const Pages = (model: DetailModel) => {
  const { events, older, query } = model;
  const to = (change: Parameters<typeof addressOf>[1]) => addressOf(model, { ...change, at: '#events' });
  return (
    <p class="actions">
      {events.page > 1 ? <a href={to({ page: events.page - 1 })}>Newer</a> : null}
      {events.pages > 1 ? (
        <span>
          Page {events.page} of {events.pages}
        </span>
      ) : null}
      {events.page < events.pages ? <a href={to({ page: events.page + 1 })}>Older</a> : null}
      {query.token ? <a href={to({ token: '', page: 1 })}>The newest events</a> : null}
      {older ? <a href={to({ token: older, page: 1 })}>Events before these</a> : null}
    </p>
  );
};

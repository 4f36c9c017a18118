import { listAddress, without } from './address.ts';
import type { PlansModel } from './model.ts';
import { filtersIn } from './words.ts';

/** In place of the table, what to do next. */
export const Nothing = ({ model }: { model: PlansModel }) => {
  const filters = filtersIn(model.values);
  if (model.next) return <NotYet model={model} next={model.next} />;
  if (filters.length > 0) return <NoMatch model={model} />;
  if (model.isOwn) {
    return (
      <div class="empty">
        <h2>No plan is yours</h2>
        <p>Plans that name you as supervisor or reviewer, by the address you signed in with, stand here.</p>
      </div>
    );
  }
  return (
    <div class="empty">
      <h2>There are no plans yet</h2>
      {model.mayAct ? (
        <>
          <p>
            Write the first one: rules and dates are checked while you do, and nobody is told before you
            launch it.
          </p>
          <p class="actions">
            <a class="button" href="/admin/drafts">
              Begin a plan
            </a>
            <a href="/admin/import">Bring plans from a file</a>
          </p>
        </>
      ) : (
        <p>HR has not drafted any. They stand here as soon as there is one.</p>
      )}
    </div>
  );
};

const NotYet = ({ model, next }: { model: PlansModel; next: string }) => (
  <div class="empty">
    <h2>Nothing yet among the {(model.lookedThrough ?? 0).toLocaleString('en')} plans looked at</h2>
    <p>
      There are more. <a href={next}>Look further</a>, or ask for less.
    </p>
    <Wider model={model} />
  </div>
);

const NoMatch = ({ model }: { model: PlansModel }) => {
  const filters = filtersIn(model.values);
  return (
    <div class="empty">
      <h2>No plan is like that</h2>
      <p>You asked for {filters.map(({ text }) => text).join('; ')}. To find more, leave one of these out:</p>
      <Wider model={model} />
    </div>
  );
};

const Wider = ({ model }: { model: PlansModel }) => (
  <ul>
    {filtersIn(model.values).map(({ field, text }) => (
      <li key={field}>
        <a href={listAddress(without(model.values, field))}>Without {text}</a>
      </li>
    ))}
    <li>
      <a href="/admin/plans">Show all plans</a>
    </li>
  </ul>
);

import { listAddress, without } from './address.ts';
import type { PlansModel } from './model.ts';
import { filtersIn, namesSomebody, WHY_NOT_SAVED } from './words.ts';

/** Filters that somebody gave a name; everybody of the organisation who sees all plans can open them. */
export const SavedViewList = ({ model }: { model: PlansModel }) => {
  const { views = [], values, mayAct } = model;
  const isSet = mayAct && filtersIn(values).length > 0 && model.faults.length === 0;
  const canSave = isSet && !namesSomebody(values);
  if (views.length === 0 && !isSet) return null;
  return (
    <section aria-labelledby="views" class="card views">
      <h2 id="views">Saved views</h2>
      {views.length > 0 ? (
        <ul class="view-list">
          {views.map(({ id, name, href, isHere }) => (
            <li key={id}>
              <a href={href} aria-current={isHere ? 'true' : undefined}>
                {name}
              </a>
              {mayAct ? (
                <form method="post" action={`/admin/plan-views/${id}/remove`}>
                  <button type="submit" class="button-plain small" aria-label={`Remove the view “${name}”`}>
                    Remove
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {isSet && !canSave ? (
        <p class="hint">Filters with words or an e-mail address are not saved. {WHY_NOT_SAVED}</p>
      ) : null}
      {canSave ? (
        <form method="post" action="/admin/plan-views" class="actions">
          <input type="hidden" name="query" value={listAddress(without(values, 'cursor'), '').slice(1)} />
          <div class="field">
            <label for="view-name">Save this filter as</label>
            <input id="view-name" name="name" required maxLength={80} />
          </div>
          <button type="submit" class="button-plain">
            Save for everybody
          </button>
        </form>
      ) : null}
    </section>
  );
};

import { type AdminFrame, adminPage } from '../layout.tsx';
import { FilterFaults, FilterForm } from './filter-form.tsx';
import type { PlansModel } from './model.ts';
import { Nothing } from './nothing.tsx';
import { PlanTable } from './plan-table.tsx';
import { SavedViewList } from './saved-views.tsx';
import { filtersIn } from './words.ts';

/** The list of plans: what there is to look after, the filters, and what they find. */
export const plansPage = (frame: AdminFrame, model: PlansModel): string =>
  adminPage(
    frame,
    { title: model.isOwn ? 'Your plans' : 'Plans', wide: true },
    <>
      <FilterFaults faults={model.faults} />
      {model.counts ? <Counts counts={model.counts} /> : null}
      {model.mayAct && !isEmpty(model) ? <Write /> : null}
      <FilterForm model={model} />
      <SavedViewList model={model} />
      {model.plans.length > 0 ? (
        <PlanTable model={model} now={frame.now} caption={captionOf(model)} />
      ) : model.faults.length > 0 ? null : (
        <Nothing model={model} />
      )}
      {model.plans.length > 0 ? <Further model={model} /> : null}
    </>,
  );

/** No plan at all: the list then says itself how to begin. */
const isEmpty = ({ plans, values, next }: PlansModel): boolean =>
  plans.length === 0 && !next && filtersIn(values).length === 0;

const Write = () => (
  <form method="post" action="/admin/drafts" class="actions">
    <button type="submit" name="from" value="blank">
      Write a plan
    </button>
    <a href="/admin/drafts#begin">From a copy or a file</a>
  </form>
);

const Counts = ({ counts }: { counts: NonNullable<PlansModel['counts']> }) => (
  <nav aria-label="What there is to look after">
    <ul class="counts">
      {counts.map(({ text, number, href, isHere }) => (
        <li key={href}>
          <a href={href} aria-current={isHere ? 'true' : undefined}>
            <strong>{number}</strong> {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** What is in the table, and in which order. */
function captionOf({ values, plans, lookedThrough }: PlansModel): string {
  const filters = filtersIn(values).map(({ text }) => text);
  const isSoonest = Boolean(
    values.overdue || values.decisionWithinDays || values.status === 'live' || values.waitingOn,
  );
  const order = values.waitingOn?.includes('@') || !isSoonest ? 'newest first' : 'due first';
  const found = filters.length > 0 ? `Plans: ${filters.join('; ')}` : 'All plans';
  const some = lookedThrough
    ? `; found ${plans.length} among the ${lookedThrough.toLocaleString('en')} looked at`
    : '';
  return `${found}, ${values.q && !isSoonest ? 'by word' : order}${some}`;
}

const Further = ({ model }: { model: PlansModel }) => (
  <div class="actions further">
    {model.first ? <a href={model.first}>Back to the first plans</a> : null}
    {model.next ? (
      <a class="button button-plain" href={model.next}>
        {model.lookedThrough ? 'Look further' : 'Next plans'}
      </a>
    ) : null}
    <span class="soft small exports">
      All of these as a file: <a href={model.csv}>CSV</a>, <a href={model.json}>JSON</a>
    </span>
  </div>
);

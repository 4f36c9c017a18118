import { type AdminFrame, adminPage } from '../layout.tsx';
import type { Fault, Field } from '../plan/field.ts';
import { Faults, Fields } from '../plan/fields.tsx';

/** One command for many plans, with the values typed so far. */
export interface BulkModel {
  type: string;
  title: string;
  hint: string;
  final: boolean;
  planIds: readonly string[];
  fields: readonly Field[];
  values: ReadonlyMap<string, string>;
  faults: readonly Fault[];
}

interface Choice {
  planIds: readonly string[];
  /** What was pasted and is no plan's id. */
  unknown: readonly string[];
  offers: readonly { type: string; title: string; hint: string }[];
  /** Whether something was chosen to do, but no plan to do it with. */
  missing?: boolean;
}

export const BULK_CRUMBS = [
  { href: '/admin/plans', text: 'Plans' },
  { href: '/admin/bulk', text: 'Several plans at once' },
] as const;

export const plansInWords = (count: number): string =>
  count === 1 ? '1 plan' : `${count.toLocaleString('en')} plans`;

/** Which plans, and what to do with them. */
export const chooseBulkPage = (frame: AdminFrame, { planIds, unknown, offers, missing }: Choice): string =>
  adminPage(
    frame,
    {
      title: 'Several plans at once',
      lead: 'Choose what to do. You see for each plan what would happen before anything does.',
      crumbs: BULK_CRUMBS.slice(0, 1),
    },
    <form method="post" action="/admin/bulk" noValidate>
      <div class={unknown.length > 0 || missing ? 'field wrong' : 'field'}>
        <label for="ids">Plans</label>
        <span class="hint" id="ids-hint">
          {planIds.length > 0 ? `${plansInWords(planIds.length)} chosen. ` : ''}Ids of plans, one per line;
          paste them from a list or tick plans in the list of plans.
        </span>
        {unknown.length > 0 ? (
          <span class="fault" id="ids-fault">
            No plan can have {unknown.length === 1 ? 'this id' : 'these ids'}:{' '}
            {unknown.slice(0, 10).join(', ')}
            {unknown.length > 10 ? ` and ${unknown.length - 10} more` : ''}. Correct or remove{' '}
            {unknown.length === 1 ? 'it' : 'them'}.
          </span>
        ) : missing ? (
          <span class="fault" id="ids-fault">
            Name at least one plan.
          </span>
        ) : null}
        <textarea
          id="ids"
          name="ids"
          rows={6}
          aria-describedby={unknown.length > 0 || missing ? 'ids-hint ids-fault' : 'ids-hint'}
          spellcheck={false}
        >
          {[...unknown, ...planIds].join('\n')}
        </textarea>
      </div>
      <h2>What to do with them</h2>
      <ul class="choices-of-work">
        {offers.map(({ type, title, hint }) => (
          <li class="card" key={type}>
            <p class="small soft">{hint}</p>
            <button type="submit" name="command" value={type} class="button-plain">
              {title}
            </button>
          </li>
        ))}
      </ul>
    </form>,
  );

/** The values, the same for all plans. */
export const bulkFormPage = (frame: AdminFrame, model: BulkModel): string =>
  adminPage(
    frame,
    { title: `${model.title}: ${plansInWords(model.planIds.length)}`, lead: model.hint, crumbs: BULK_CRUMBS },
    <>
      <Faults faults={model.faults} fields={model.fields} />
      <form method="post" action="/admin/bulk" class="card" noValidate>
        <Carried model={model} />
        <Fields fields={model.fields} values={model.values} faults={model.faults} />
        <div class="actions">
          <button type="submit" name="step" value="preview">
            Show what it would do
          </button>
          <a href="/admin/plans">Leave it, back to the plans</a>
        </div>
      </form>
    </>,
  );

/** Plans and command, in fields nobody sees. */
export const Carried = ({ model: { planIds, type } }: { model: BulkModel }) => (
  <>
    <input type="hidden" name="ids" value={planIds.join(' ')} />
    <input type="hidden" name="command" value={type} />
  </>
);

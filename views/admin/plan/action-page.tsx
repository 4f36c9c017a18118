import { type AdminFrame, adminPage } from '../layout.tsx';
import type { Effects } from './effects.tsx';
import { EffectsView } from './effects.tsx';
import type { Fault, Field } from './field.ts';
import { Faults, Fields } from './fields.tsx';

/** One command about to be given: its form, then what it would do. */
export interface ActionModel {
  plan: { id: string; title: string };
  /** As on the button. */
  title: string;
  hint: string;
  /** Where the form goes. */
  action: string;
  fields: readonly Field[];
  values: ReadonlyMap<string, string>;
  faults: readonly Fault[];
  /** Why it is not possible at all, and what is. */
  refusal?: { message: string; wayOut: string };
  final?: boolean;
  /** It can be nothing but refused, whatever is filled in. */
  isShut?: boolean;
}

const crumbsOf = ({ plan }: ActionModel) => [
  { href: '/admin/plans', text: 'Plans' },
  { href: `/admin/plans/${plan.id}`, text: plan.title },
];

/** The form. Sending it shows what would happen; nothing is done yet. */
export const actionPage = (frame: AdminFrame, model: ActionModel): string =>
  adminPage(
    frame,
    { title: model.title, lead: model.hint, crumbs: crumbsOf(model) },
    <>
      {model.refusal ? (
        <div class="faults" role="alert">
          <h2>This is not possible now</h2>
          <p>{model.refusal.message}</p>
          {model.refusal.wayOut ? <p>{model.refusal.wayOut}</p> : null}
        </div>
      ) : null}
      <Faults faults={model.faults} fields={model.fields} />
      {model.isShut ? (
        <p>
          <a href={`/admin/plans/${model.plan.id}`}>Back to the plan</a>
        </p>
      ) : (
        <form method="post" action={model.action} class="card" noValidate>
          <Fields fields={model.fields} values={model.values} faults={model.faults} />
          {model.fields.length === 0 ? <p>There is nothing to fill in.</p> : null}
          <div class="actions">
            <button type="submit" name="step" value="preview">
              Show what it would do
            </button>
            <a href={`/admin/plans/${model.plan.id}`}>Back to the plan</a>
          </div>
        </form>
      )}
    </>,
  );

/** What was typed in words, which the record keeps as it stands. */
const wordsIn = ({ fields, values }: ActionModel): { label: string; text: string }[] =>
  fields.flatMap(({ name, label, input, group }) => {
    const text = values.get(name) ?? '';
    const isWords = input === 'text' || input === 'line';
    return isWords && text !== '' ? [{ label: group ? `${group}: ${label}` : label, text }] : [];
  });

/** What it would do, with everything that was typed, to be confirmed or changed. */
export const previewPage = (
  frame: AdminFrame,
  model: ActionModel,
  effects: Effects,
  { version, again }: { version: number; again: boolean },
): string =>
  adminPage(
    frame,
    {
      title: `${model.title}: what it would do`,
      ...(again || effects.recorded.length === 0
        ? {}
        : { lead: 'Nothing is done yet. Look at it, then confirm or change it.' }),
      crumbs: crumbsOf(model),
    },
    <>
      {again ? (
        <div class="notice notice-trouble" role="alert">
          <p class="notice-title">The plan has moved on since you looked. Nothing was done.</p>
          <p>This is what it would do now. Confirm it again if it is still right.</p>
        </div>
      ) : null}
      <EffectsView effects={effects} words={wordsIn(model)} />
      <form method="post" action={model.action}>
        {[...model.values].map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={name} />
        ))}
        <input type="hidden" name="version" value={String(version)} />
        <div class="actions">
          {effects.recorded.length > 0 ? (
            <button
              type="submit"
              name="step"
              value="confirm"
              class={model.final ? 'button-danger' : undefined}
            >
              {`${model.title} now`}
            </button>
          ) : null}
          <button type="submit" name="step" value="change" class="button-plain">
            Change it
          </button>
          <a href={`/admin/plans/${model.plan.id}`}>Leave it, back to the plan</a>
        </div>
      </form>
    </>,
  );

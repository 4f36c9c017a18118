import type { ComponentChildren } from 'preact';
import { PLAN_STATUSES, ROLES } from '../../../domain/plan.ts';
import type { PlansModel } from './model.ts';
import { filtersIn, STATUS_NAMES } from './words.ts';

/** Every filter has its field; sending them makes an address that can be shared. */
export const FilterForm = ({ model }: { model: PlansModel }) => {
  const { values, isOwn } = model;
  return (
    <form method="get" action="/admin/plans" class="card filters" aria-label="Plans">
      <div class="fields">
        <Field
          model={model}
          name="q"
          label="Words"
          hint="Beginnings of words: of the person’s and the supervisor’s name, the id, and the title’s first words"
        >
          <input type="search" id="q" name="q" value={values.q} maxLength={200} {...described(model, 'q')} />
        </Field>
        <Field model={model} name="status" label="Status" hint="Where the plan is in its life">
          <select id="status" name="status" {...described(model, 'status')}>
            <option value="">Any</option>
            {(['live', ...PLAN_STATUSES] as const).map((status) => (
              <option key={status} value={status} selected={values.status === status}>
                {STATUS_NAMES[status]}
              </option>
            ))}
          </select>
        </Field>
        <Field model={model} name="waitingOn" label="Waiting on" hint="An e-mail address or a role">
          <input
            id="waitingOn"
            name="waitingOn"
            value={values.waitingOn}
            list="parts"
            autoComplete="off"
            {...described(model, 'waitingOn')}
          />
        </Field>
        <Field
          model={model}
          name="decisionWithinDays"
          label="Decision due"
          hint="Within so many business days"
        >
          <input
            type="number"
            id="decisionWithinDays"
            name="decisionWithinDays"
            min={1}
            max={60}
            value={values.decisionWithinDays}
            {...described(model, 'decisionWithinDays')}
          />
        </Field>
      </div>
      <datalist id="parts">
        {ROLES.filter((role) => role !== 'stakeholder').map((role) => (
          <option key={role} value={role} />
        ))}
      </datalist>
      <div class="actions">
        <Tick name="overdue" label="Overdue" isSet={values.overdue === 'true'} />
        {isOwn ? null : <Tick name="bounced" label="Mail did not arrive" isSet={values.bounced === 'true'} />}
        <button type="submit">Find</button>
        {filtersIn(values).length > 0 ? <a href="/admin/plans">Show all plans</a> : null}
      </div>
    </form>
  );
};

interface FieldProps {
  model: PlansModel;
  name: string;
  label: string;
  hint?: string;
  children: ComponentChildren;
}

const Field = ({ model, name, label, hint, children }: FieldProps) => {
  const fault = model.faults.find(({ field }) => field === `/${name}`);
  return (
    <div class={fault ? 'field wrong' : 'field'}>
      <label for={name}>{label}</label>
      {hint ? (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      {fault ? (
        <span class="fault" id={`${name}-fault`}>
          {fault.message}
        </span>
      ) : null}
      {children}
    </div>
  );
};

/** What a screen reader says of a field beside its name. */
function described({ faults }: PlansModel, name: string) {
  const isWrong = faults.some(({ field }) => field === `/${name}`);
  return {
    'aria-describedby': isWrong ? `${name}-hint ${name}-fault` : `${name}-hint`,
    ...(isWrong && { 'aria-invalid': true }),
  };
}

/** What was asked wrongly, with the way to its field. */
export const FilterFaults = ({ faults }: Pick<PlansModel, 'faults'>) =>
  faults.length === 0 ? null : (
    <div class="faults" role="alert">
      <h2>Nothing was looked for</h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field.slice(1)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );

const Tick = ({ name, label, isSet }: { name: string; label: string; isSet: boolean }) => (
  <span class="option">
    <input type="checkbox" id={name} name={name} value="true" checked={isSet} />
    <label for={name}>{label}</label>
  </span>
);

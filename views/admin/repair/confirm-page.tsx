import { type AdminFrame, adminPage } from '../layout.tsx';
import type { Fault, Field } from '../plan/field.ts';
import { Faults, Fields } from '../plan/fields.tsx';

/** One repair before it is done. */
export interface ConfirmModel {
  title: string;
  /** Where it is sent. */
  action: string;
  /** What would happen, one sentence each. */
  effects: readonly string[];
  fields: readonly Field[];
  values: ReadonlyMap<string, string>;
  faults: readonly Fault[];
  /** Carried along unseen. */
  carried: readonly (readonly [string, string])[];
  button: string;
  /** Why it cannot be done any more. */
  over?: string;
}

/** What a repair would do, and the button that does it. */
export const confirmRepairPage = (frame: AdminFrame, model: ConfirmModel): string =>
  adminPage(
    frame,
    { title: model.title, crumbs: [{ href: '/admin/repair', text: 'Repair' }] },
    <>
      <Faults faults={model.faults} fields={model.fields} />
      {model.over ? (
        <div class="empty">
          <p>{model.over}</p>
          <p>
            <a href="/admin/repair">Back to what is left</a>
          </p>
        </div>
      ) : (
        <>
          <div class="card">
            <h2>What would happen</h2>
            <ul>
              {model.effects.map((effect) => (
                <li key={effect}>{effect}</li>
              ))}
            </ul>
          </div>
          <form method="post" action={model.action} noValidate>
            {model.carried.map(([name, value]) => (
              <input type="hidden" name={name} value={value} key={name} />
            ))}
            <Fields fields={model.fields} values={model.values} faults={model.faults} />
            <div class="actions">
              <button type="submit">{model.button}</button>
              <a href="/admin/repair">Leave it</a>
            </div>
          </form>
        </>
      )}
    </>,
  );

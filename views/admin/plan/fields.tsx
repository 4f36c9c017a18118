import type { Fault, Field } from './field.ts';

interface Typed {
  values: ReadonlyMap<string, string>;
  faults: readonly Fault[];
}

/** The id of an input, made of the pointer that names it. */
export const idOf = (name: string): string => `f${name.replaceAll('/', '-')}`;

/** Everything to correct, first on the page and focused; each leads to its field. */
export function Faults({ faults, fields }: { faults: readonly Fault[]; fields: readonly Field[] }) {
  if (faults.length === 0) return null;
  const labelOf = (name: string): string | undefined => fields.find((field) => field.name === name)?.label;
  const count = faults.length === 1 ? 'one thing' : `${faults.length} things`;
  return (
    <div class="faults" role="alert" tabIndex={-1} autofocus aria-labelledby="faults-title">
      <h2 id="faults-title">Nothing was done: {count} to correct</h2>
      <ul>
        {faults.map(({ field, message, citation }) => (
          <li key={`${field} ${message}`}>
            {labelOf(field) === undefined ? (
              message
            ) : (
              <a href={`#${idOf(field)}`}>
                {labelOf(field)}: {message}
              </a>
            )}
            {citation ? <span class="soft small"> ({citation})</span> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** All fields of a form; those of one group stand together under its name. */
export function Fields({ fields, ...typed }: Typed & { fields: readonly Field[] }) {
  const groups = [...Map.groupBy(fields, ({ group }) => group)];
  return (
    <>
      {groups.map(([group, members]) =>
        group === undefined ? (
          members.map((field) => <Input key={field.name} field={field} {...typed} />)
        ) : (
          <fieldset class="field set" key={group}>
            <legend>{group}</legend>
            <div class="fields">
              {members.map((field) => (
                <Input key={field.name} field={field} {...typed} />
              ))}
            </div>
          </fieldset>
        ),
      )}
    </>
  );
}

function Input({ field, values, faults }: Typed & { field: Field }) {
  const { name, label, hint, input, optional, group } = field;
  const id = idOf(name);
  const mine = faults.filter((fault) => fault.field === name);
  const value = values.get(name) ?? field.value ?? '';
  const describes = [hint ? `${id}-hint` : '', mine.length > 0 ? `${id}-fault` : '']
    .filter(Boolean)
    .join(' ');
  const said = {
    id,
    name,
    ...(describes && { 'aria-describedby': describes }),
    ...(mine.length > 0 && { 'aria-invalid': 'true' as const }),
  };
  const about = (
    <>
      {hint ? (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {mine.length > 0 ? (
        <span class="fault" id={`${id}-fault`}>
          {mine.map(({ message, citation }) => (
            <span class="fault-line" key={message}>
              {message}
              {citation ? <span class="soft small"> Rule: {citation}.</span> : null}
            </span>
          ))}
        </span>
      ) : null}
    </>
  );
  const shownLabel = `${label}${optional && !group ? ' (may be left empty)' : ''}`;
  const wrong = mine.length > 0 ? 'field wrong' : 'field';
  if (input === 'choices') {
    const chosen = value.split(/\s+/);
    return (
      <fieldset class={wrong} aria-describedby={describes || undefined}>
        <legend id={id} tabIndex={-1}>
          {shownLabel}
        </legend>
        {about}
        {(field.options ?? []).map((option) => (
          <div class="option" key={option.value}>
            <input
              type="checkbox"
              id={`${id}-${option.value}`}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
            />
            <label for={`${id}-${option.value}`}>{option.text}</label>
          </div>
        ))}
      </fieldset>
    );
  }
  return (
    <div class={wrong}>
      <label for={id}>{shownLabel}</label>
      {about}
      {input === 'text' || input === 'lines' ? (
        <textarea {...said} rows={input === 'lines' ? 3 : 4}>
          {input === 'lines' ? value.replaceAll(' ', '\n') : value}
        </textarea>
      ) : input === 'choice' ? (
        <select {...said}>
          {optional || (field.options ?? []).length !== 1 ? <option value="">Choose …</option> : null}
          {(field.options ?? []).map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.text}
            </option>
          ))}
        </select>
      ) : input === 'day' ? (
        <input {...said} type="date" value={value} />
      ) : (
        <input {...said} type="text" inputMode={KEYS[input]} value={value} autoComplete="off" />
      )}
    </div>
  );
}

/** Numbers are typed as text: what is not one is refused in words, not swallowed by the browser. */
const KEYS = { line: 'text', number: 'decimal', email: 'email' } as const;

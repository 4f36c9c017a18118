import type { ComponentChildren } from 'preact';
import type { Option } from '../models/fields.ts';
import type { Frame } from './document.tsx';
import { describedBy, FieldMessage, type FormState, messageFor } from './form.tsx';

interface Common {
  form: FormState;
  frame: Frame;
  name: string;
  label: string;
  hint?: string | undefined;
  optional?: boolean;
}

const fieldClass = (message: string | undefined): string => (message ? 'field wrong' : 'field');

function Label({ frame, label, optional }: { frame: Frame; label: string; optional: boolean | undefined }) {
  return (
    <>
      {label} {optional ? <span class="soft">{frame.words.common.optional}</span> : null}
    </>
  );
}

function Hint({ name, hint }: { name: string; hint: string | undefined }) {
  return hint ? (
    <span class="hint" id={`${name}-hint`}>
      {hint}
    </span>
  ) : null;
}

interface TextProps extends Common {
  max: number;
  autocomplete?: string;
  /** Which keyboard a phone shows. */
  inputMode?: 'decimal';
}

export function TextField(props: TextProps) {
  const { form, frame, name, label, hint, optional, max, autocomplete, inputMode } = props;
  const message = messageFor(form, name);
  return (
    <div class={fieldClass(message)}>
      <label for={name}>
        <Label frame={frame} label={label} optional={optional} />
      </label>
      <Hint name={name} hint={hint} />
      <FieldMessage frame={frame} name={name} message={message} />
      <input
        type="text"
        dir="auto"
        id={name}
        name={name}
        value={form.values[name] ?? ''}
        maxLength={max}
        autoComplete={autocomplete}
        inputMode={inputMode}
        aria-describedby={describedBy(name, hint, message)}
        aria-invalid={message ? 'true' : undefined}
      />
    </div>
  );
}

export function TextArea({
  form,
  frame,
  name,
  label,
  hint,
  optional,
  max,
}: Omit<TextProps, 'autocomplete' | 'inputMode'>) {
  const message = messageFor(form, name);
  const limit = frame.words.common.chars(max.toLocaleString(frame.words.locale));
  const said = hint ? `${hint} ${limit}` : limit;
  return (
    <div class={fieldClass(message)}>
      <label for={name}>
        <Label frame={frame} label={label} optional={optional} />
      </label>
      <Hint name={name} hint={said} />
      <FieldMessage frame={frame} name={name} message={message} />
      {/* A browser drops the first line break inside a text area: one more keeps what was typed. */}
      <textarea
        id={name}
        name={name}
        rows={4}
        dir="auto"
        maxLength={max}
        aria-describedby={describedBy(name, said, message)}
        aria-invalid={message ? 'true' : undefined}
      >
        {`\n${form.values[name] ?? ''}`}
      </textarea>
    </div>
  );
}

interface RadiosProps extends Omit<Common, 'label'> {
  legend: ComponentChildren;
  options: Option[];
}

/** The first option carries the field's own id, so that the summary's link lands on it. */
export function Radios({ form, frame, name, legend, hint, options }: RadiosProps) {
  const message = messageFor(form, name);
  return (
    <fieldset class={fieldClass(message)} aria-describedby={describedBy(name, hint, message)}>
      <legend>{legend}</legend>
      <Hint name={name} hint={hint} />
      <FieldMessage frame={frame} name={name} message={message} />
      {options.map((option, index) => {
        const id = index === 0 ? name : `option-${index + 1}-${name}`;
        return (
          <div class="option" key={option.value}>
            <input
              type="radio"
              id={id}
              name={name}
              value={option.value}
              checked={form.values[name] === option.value}
              aria-describedby={option.hint ? `${id}-hint` : undefined}
            />
            <label for={id}>{option.label}</label>
            <Hint name={id} hint={option.hint} />
          </div>
        );
      })}
    </fieldset>
  );
}

export function Checkbox({ form, frame, name, label, hint, legend }: Common & { legend: string }) {
  const message = messageFor(form, name);
  return (
    <fieldset class={fieldClass(message)}>
      <legend>{legend}</legend>
      <FieldMessage frame={frame} name={name} message={message} />
      <div class="option">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          checked={form.values[name] === 'yes'}
          aria-describedby={describedBy(name, hint, message)}
        />
        <label for={name}>{label}</label>
        <Hint name={name} hint={hint} />
      </div>
    </fieldset>
  );
}

export function Select({ form, frame, name, label, hint, options }: Common & { options: Option[] }) {
  const message = messageFor(form, name);
  return (
    <div class={fieldClass(message)}>
      <label for={name}>{label}</label>
      <Hint name={name} hint={hint} />
      <FieldMessage frame={frame} name={name} message={message} />
      <select
        id={name}
        name={name}
        aria-describedby={describedBy(name, hint, message)}
        aria-invalid={message ? 'true' : undefined}
      >
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={(form.values[name] ?? '') === option.value}
          >
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

import { MAX_NAME, MAX_TEXT } from '../limits.ts';
import type { Field } from '../models/fields.ts';
import type { Frame } from './document.tsx';
import { Checkbox, Radios, TextArea, TextField } from './fields.tsx';
import type { FormState } from './form.tsx';

interface Props {
  fields: Field[];
  form: FormState;
  frame: Frame;
}

/** The fields of a form as they are described; it is read back by the same descriptions. */
export function FieldList({ fields, form, frame }: Props) {
  return (
    <>
      {fields.map((field) => (
        <FieldOf key={field.name} field={field} form={form} frame={frame} />
      ))}
    </>
  );
}

function FieldOf({ field, form, frame }: Omit<Props, 'fields'> & { field: Field }) {
  const { name, label, hint } = field;
  const shared = { form, frame, name, label, hint };
  switch (field.type) {
    case 'radios':
      return (
        <Radios form={form} frame={frame} name={name} legend={label} hint={hint} options={field.options} />
      );
    case 'checkbox':
      return <Checkbox {...shared} legend={field.legend} />;
    case 'longText':
      return <TextArea {...shared} optional={!field.missing} max={MAX_TEXT} />;
    case 'number':
      return <TextField {...shared} optional={!field.missing} max={MAX_NAME} inputMode="decimal" />;
    case 'text':
      return (
        <TextField
          {...shared}
          optional={!field.missing}
          max={MAX_NAME}
          {...(field.autocomplete ? { autocomplete: field.autocomplete } : {})}
        />
      );
  }
}

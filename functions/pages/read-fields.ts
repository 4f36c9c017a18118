import type { Field, FieldValues } from '../../views/models.ts';
import type { FormReader } from './form-reader.ts';

/** Reads a form by the descriptions its page was made from, noting what is wrong in the order of the page. */
export function readFields(fields: Field[], reader: FormReader): FieldValues {
  return Object.fromEntries(fields.map((field) => [field.name, readField(field, reader)]));
}

function readField(field: Field, reader: FormReader): FieldValues[string] {
  switch (field.type) {
    case 'radios':
      return reader.choice(
        field.name,
        field.options.map(({ value }) => value),
        field.missing,
      );
    case 'checkbox':
      return reader.ticked(field.name);
    case 'longText':
      return reader.text(field.name, field.missing);
    case 'text':
      return reader.name(field.name, field.missing);
    case 'number':
      return reader.number(field.name, field.missing);
  }
}

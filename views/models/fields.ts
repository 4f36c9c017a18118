export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
}

interface Named {
  /** Of the form's field. */
  name: string;
  label: string;
  hint?: string | undefined;
}
interface Typed extends Named {
  /** Said when the field is left empty; an optional field has none. */
  missing?: string | undefined;
}

/** One field of a form: the page shows it and the form is read back by the same description. */
export type Field =
  | (Named & { type: 'radios'; options: Option[]; missing: string })
  | (Typed & { type: 'text'; autocomplete?: string })
  | (Typed & { type: 'longText' })
  | (Typed & { type: 'number' })
  | (Named & { type: 'checkbox'; legend: string });

/** Fields that belong together, under what is said about them. */
export interface FieldGroup {
  heading?: string;
  says?: string | undefined;
  fields: Field[];
}

/** What was filled in, by the field's name: text, a number, whether a box is ticked; `undefined` for nothing. */
export type FieldValues = Record<string, string | number | boolean | undefined>;

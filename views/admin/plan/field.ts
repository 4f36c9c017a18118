/** One choice of a list. */
export interface Option {
  value: string;
  text: string;
}

/** One input of an action's form. Its name is the JSON pointer of what it fills in, which refusals point at. */
export interface Field {
  name: string;
  label: string;
  hint?: string;
  /** `choices` are boxes to tick; `lines` is a text with one entry per line. */
  input: 'line' | 'email' | 'day' | 'number' | 'text' | 'choice' | 'choices' | 'lines';
  options?: readonly Option[];
  /** May be left empty: the command then says nothing of it. */
  optional?: true;
  /** What stands in it at first. */
  value?: string;
  /** Fields under one heading. */
  group?: string;
  /** What of JSON its text becomes; a text when absent. */
  as?: 'number' | 'boolean';
}

/** One thing to correct; `field` is a field's name, or empty when it is about the whole. */
export interface Fault {
  field: string;
  message: string;
  /** The rule it comes from, where there is one to cite. */
  citation?: string;
}

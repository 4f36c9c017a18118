import { MAX_NAME, MAX_TEXT } from '../../views/limits.ts';
import type { FieldError } from '../../views/pages.ts';
import type { Words } from '../../views/words/en.ts';
import { CONTROLS } from './steps.ts';

const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/g;
// Control characters but tab and line feed, and marks that turn the direction of everything after them: nobody types
// them or sees them, they come along with what is pasted, and some break what shows them later.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;

/** What was typed, with line breaks as `\n` and without signs that nobody types. */
export const cleaned = (typed: string): string => typed.replaceAll(LINE_BREAKS, '\n').replaceAll(UNSEEN, '');

/** Reads the fields of one posted form, and notes in the order of reading what is wrong with them. */
export class FormReader {
  readonly errors: FieldError[] = [];
  private readonly asked = new Set<string>(CONTROLS);

  constructor(
    private readonly form: URLSearchParams,
    private readonly words: Words,
  ) {}

  /** One of `options`; `missing` is said when nothing was chosen. */
  choice<T extends string>(name: string, options: readonly T[], missing: string): T | undefined {
    const value = this.read(name);
    if (!value) return this.wrong(name, missing);
    const chosen = options.find((option) => option === value);
    return chosen ?? this.wrong(name, this.words.errors.notOffered);
  }

  /** Trimmed free text with line breaks as `\n`; `undefined` when empty, which `missing` says where it must not be. */
  text(name: string, missing?: string): string | undefined {
    return this.required(name, this.limited(name, this.read(name), MAX_TEXT), missing);
  }

  /** One line; `missing` is said when it is empty. */
  name(name: string, missing?: string): string | undefined {
    const line = this.read(name).replaceAll(/\s+/g, ' ').trim();
    return this.required(name, this.limited(name, line, MAX_NAME), missing);
  }

  /** A number with a point for decimals: a comma means one thing here and another there. */
  number(name: string, missing?: string): number | undefined {
    const value = this.required(name, this.read(name) || undefined, missing);
    if (value === undefined) return undefined;
    return NUMBER.test(value) ? Number(value) : this.wrong(name, this.words.errors.number);
  }

  /** Whether a box was ticked. */
  ticked(name: string): boolean {
    const value = this.read(name);
    if (value && value !== 'yes') this.wrong(name, this.words.errors.notOffered);
    return value === 'yes';
  }

  /** Notes fields that nobody asked for; call it last. */
  refuseOthers(): void {
    if (this.others().size > 0) this.errors.push({ field: '', message: this.words.errors.unknown });
  }

  /** The fields that nobody asked for; call it last. */
  others(): URLSearchParams {
    return new URLSearchParams([...this.form].filter(([name]) => !this.asked.has(name)));
  }

  private read(name: string): string {
    this.asked.add(name);
    const values = this.form.getAll(name);
    if (values.length > 1) this.wrong(name, this.words.errors.twice);
    return cleaned(values[0] ?? '').trim();
  }

  private limited(name: string, value: string, max: number): string | undefined {
    if (value.length <= max) return value || undefined;
    return this.wrong(name, this.words.errors.tooLong(max.toLocaleString(this.words.locale)));
  }

  private required<T>(name: string, value: T | undefined, missing: string | undefined): T | undefined {
    return value === undefined && missing !== undefined ? this.wrong(name, missing) : value;
  }

  private wrong(field: string, message: string): undefined {
    if (!this.errors.some((error) => error.field === field)) this.errors.push({ field, message });
    return undefined;
  }
}

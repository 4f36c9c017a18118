import { MAX_NAME, MAX_TEXT } from '../../views/limits.ts';
import type { FieldError } from '../../views/pages.ts';
import type { Words } from '../../views/words/en.ts';

// Everything below U+0020 but tab and line feed, and U+007F: nobody types them, and some break what shows them later.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;

/** Reads the fields of one posted form, and notes in the order of reading what is wrong with them. */
export class FormReader {
  readonly errors: FieldError[] = [];
  private readonly asked = new Set<string>(['ticket']);

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
    return (values[0] ?? '').replaceAll(/\r\n?/g, '\n').replaceAll(CONTROL, '').trim();
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

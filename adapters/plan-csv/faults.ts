/** One thing wrong in one place of a file. `column` and `line` as the person sees them in a spreadsheet. */
export interface FileFault {
  line?: number;
  column?: string;
  message: string;
  /** Id of the rule, or `shape` for what cannot be read. */
  rule: string;
  citation: string;
}

export const unreadable = (message: string, line?: number, column?: string): FileFault => ({
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
  message,
  rule: 'shape',
  citation: '',
});

/** The file as a whole cannot be read; none of it is used. */
export class UnreadableFile extends Error {
  readonly code = 'unreadable_file';
  override readonly name = 'UnreadableFile';
  constructor(readonly faults: FileFault[]) {
    super(`The file cannot be read: ${faults.length} reasons.`);
  }
}

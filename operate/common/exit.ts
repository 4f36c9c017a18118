/** How every command ends. */
export const EXIT = {
  /** Done, and all is well. */
  fine: 0,
  /** Done, and something was found that somebody has to look at. */
  found: 1,
  /** Nothing was done: it was asked in a way that cannot be, or there is nothing to look at (no credentials, no such stage). */
  cannot: 2,
} as const;

/** What was asked cannot be done. The message says why, in words for whoever typed it; `wayOut` what to type instead. */
export class Cannot extends Error {
  constructor(
    message: string,
    readonly wayOut: string,
  ) {
    super(message);
  }
  override get name(): string {
    return 'Cannot';
  }
}

/** What a check found. All but `ok` say what to type; `to do` holds nothing up. */
export interface Finding {
  /** Stable name, such as `ses.sandbox`. */
  check: string;
  is: 'ok' | 'to do' | 'wrong' | 'cannot tell';
  /** What was found and what it means, in one or two sentences. */
  says: string;
  fix?: string;
  /** The check could not look at all, as without a right: somebody has to look in its place. */
  isBlind?: true;
}

export const ok = (check: string, says: string): Finding => ({ check, is: 'ok', says });
export const wrong = (check: string, says: string, fix: string): Finding => ({
  check,
  is: 'wrong',
  says,
  fix,
});
export const later = (check: string, says: string, fix: string): Finding => ({
  check,
  is: 'to do',
  says,
  fix,
});
export const unclear = (check: string, says: string, fix: string): Finding => ({
  check,
  is: 'cannot tell',
  says,
  fix,
});

/** `ok` when it is so, `wrong` otherwise. */
export const expectThat = (isSo: boolean, check: string, good: string, bad: string, fix: string): Finding =>
  isSo ? ok(check, good) : wrong(check, bad, fix);

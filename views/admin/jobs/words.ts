/** `1 row`, `1,250 rows`: numbers as English writes them. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What becomes of imported plans. */
export const UP_TO_WORDS = {
  draft: 'become drafts that you approve one by one',
  approve: 'are approved, and launched one by one',
  approve_and_launch: 'are approved and launched at once',
} as const;
export type UpTo = keyof typeof UP_TO_WORDS;

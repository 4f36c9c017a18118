import { searchFor } from './words.ts';

const number = searchFor({
  words: [
    ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
    ...['dozen', 'half', 'third', 'thirds', 'quarter', 'quarters', 'hundred', 'no more than', 'at least'],
  ],
});

/** Whether a text says how many, in figures or in words. */
export const namesNumber = (text: string): boolean => /\p{N}/u.test(text) || number(text).length > 0;

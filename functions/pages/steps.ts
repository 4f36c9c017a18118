const STEPS = ['check', 'save', 'change', 'discard', 'send'] as const;

/** What somebody wants done with a form: every button of it says so. */
export type Step = (typeof STEPS)[number];

/** A form that does not say is only checked: nothing is recorded by surprise. */
export const stepOf = (form: URLSearchParams): Step =>
  STEPS.find((step) => form.get('do') === step) ?? 'check';

/** The ticks of somebody who comes back to what they saved; no part of an answer. */
export const AGAIN = 'again';
export const DISCARD = 'discard';

/** On a page that shows an answer once more: when the one it takes the place of was recorded. */
export const REPLACES = 'replaces';

/** The fields of a form that say what is to be done with it, and no answer. */
export const CONTROLS: readonly string[] = ['ticket', 'do', AGAIN, DISCARD, REPLACES];

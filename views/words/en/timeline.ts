import { past } from './timeline/past.ts';
import { planned } from './timeline/planned.ts';

/** One sentence per fact: what happened, and what will happen if nobody does anything. */
export const timeline = {
  /** A question within a sentence, after “was asked for”. */
  question: {
    acknowledgement: 'the acknowledgement',
    newVersion: (version: number) => `the acknowledgement of version ${version}`,
    dated: (what: string, day: string) => `the ${what} of ${day}`,
    support: (day: string) => `an answer about the help promised for ${day}`,
    supportUndated: 'an answer about promised help',
    response: { draft: 'a response to the draft', decision: 'a response to the decision' },
    attribution: (question: string) => `the question who missed ${question}`,
    approval: 'confirmation of the proposed decision',
    accommodation: 'an answer about the adjustment',
    decision: 'the decision',
  },
  /** What is responded to. */
  regarding: { draft: 'the draft', decision: 'the decision' },
  nobody: 'nobody',
  past,
  planned,
};

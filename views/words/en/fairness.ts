import type { Attributed, RevisionCause } from '../../../domain/plan.ts';

/** What a fair decision has in view beside the answers. */
export const fairness = {
  support: {
    heading: 'Help that was promised and not delivered',
    all: 'Everything that was promised by now was confirmed as delivered.',
    says: (what: string, owner: string, heading: string, said: string) =>
      `${what}, promised by ${owner} for “${heading}”: ${said}.`,
    said: { no: 'not delivered', partly: 'delivered in part', unconfirmed: 'nobody confirmed it' },
    ownerSays: (owner: string) => `the employee did not confirm it; ${owner} says it was delivered`,
    stillAsked: 'Not everybody who was asked about promised help has answered yet; there is still time.',
  },
  readings: {
    heading: 'The numbers',
    caption: (heading: string, measure: string) => `${heading}. ${measure}`,
    day: 'Day',
    value: 'Number',
    expected: 'Expected by then',
    source: 'Where it is from',
    none: 'Not said',
  },
  attributions: {
    heading: 'Check-ins that were missed',
    says: (question: string, who: string) => `${question}: ${who}.`,
    credited: (question: string, who: string, days: string) => `${question}: ${who}; ${days} given back.`,
    who: {
      manager: 'missed by the manager',
      employee: 'missed by the employee',
      excused: 'excused',
    } satisfies Record<Attributed, string>,
  },
  recognitions: 'What went well',
  responses: 'Responses, word for word',
  respondedTo: (name: string, question: string, when: string) => `${name} on ${question}, ${when}`,
  saidOn: (name: string, when: string) => `${name}, ${when}`,
  somebody: 'From the record',
  survey: {
    counts: (answered: number, asked: number) => `${answered} of ${asked} people answered.`,
    suppressed: (minimum: number) =>
      `The answers are not shown: fewer than ${minimum} people answered, and they could be recognized.`,
    open: 'The survey is still open; its answers are shown when it is over.',
    inSum: 'The answers in sum',
    question: 'Question',
    mean: 'Mean, from 1 to 5',
    spread: 'Answers from 1 to 5',
    comments: 'Comments',
  },
  absence: {
    heading: 'Approved absence',
    says: (days: string) =>
      `Approved absence: ${days}. These days do not count, and every later date was moved by them.`,
  },
  versions: {
    heading: 'How the plan changed',
    says: (version: number, because: string, when: string) => `Version ${version}, ${when}: ${because}`,
    because: {
      amended: 'the plan was amended.',
      manager_changed: 'somebody else supervises.',
      resumed: 'the plan went on after an approved absence.',
      extended: 'more time was given.',
      credited: 'days were given back for a check-in the manager missed.',
      capacity_reduced: 'targets were lowered to reduced working time.',
    } satisfies Record<RevisionCause, string>,
    reason: (says: string, reason: string) => `${says} Reason: ${reason}`,
  },
  /** Shown to whoever took over and to HR alone. */
  handovers: {
    heading: 'Handed over (shown to whoever took over and Human Resources only)',
    who: (name: string, when: string) => `To ${name}, ${when}`,
  },
  shown: 'What the rules say here',
};

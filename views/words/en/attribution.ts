import type { Attributed } from '../../../domain/plan.ts';

/** HR says who missed a check-in. */
export const attribution = {
  tab: 'A question for Human Resources',
  heading: (question: string) => `Who missed ${question}?`,
  lead: (name: string) =>
    `A check-in of the plan of ${name} was not held, or not everybody answered. Please say what the record is to hold about it. A check-in that the manager missed is not to cost the employee their time.`,
  record: 'What the record says',
  proposed: {
    manager: 'From the record, it seems that the manager missed it.',
    employee: 'From the record, it seems that the employee missed it.',
    excused: 'From the record, it seems that nobody is to blame: no message is known to have arrived.',
  } satisfies Record<Attributed, string>,
  unclear: 'The record does not tell who missed it. Please ask both of them.',
  /** When others than the two sides were to be there. */
  unclearAmong: (names: string) =>
    `The record does not tell who missed it. Please ask everybody who was to be there: ${names}.`,
  to: 'Who missed it?',
  who: {
    manager: 'The manager',
    employee: 'The employee',
    excused: 'Nobody: it is excused',
  } satisfies Record<Attributed, string>,
  whoHint: {
    manager: 'For example, did not turn up, moved it again and again, or did not answer.',
    employee: 'For example, did not turn up without saying so.',
    excused: 'For example, illness, a public holiday, or a message that never arrived.',
  } satisfies Record<Attributed, string>,
  /** In place of the hint above, when somebody else was to be there for the employer. */
  managerHintFor: (names: string) =>
    `Also when it was up to ${names}, who were asked to be there for the employer: for example, did not turn up, or did not answer.`,
  managerHintForOne: (name: string) =>
    `Also when it was up to ${name}, who was asked to be there for the employer: for example, did not turn up, or did not answer.`,
  reason: 'What is that based on?',
  reasonHint: 'One or two sentences, without anything medical. It is kept in the record.',
  days: 'Days given back',
  credit: (days: string) => `Give the ${days} back that this check-in cost`,
  creditHint:
    'Only of a check-in the manager missed. The end moves by these days, never past what the rules allow.',
  noDays: 'No days can be given back: the plan has the longest time the rules allow.',
};

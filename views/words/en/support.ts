/** Was what the employer promised delivered? */
export const support = {
  tab: 'A short question',
  heading: (day: string) => `Was the help that was promised for ${day} delivered?`,
  leadSelf:
    'You were promised the help below. Please say whether you got it. What was not delivered stays in view when the decision is made.',
  leadOther: (name: string) => `The help below was promised to ${name}. Please say whether it was delivered.`,
  promise: (kind: string, what: string) => `${kind}: ${what}`,
  promisedBy: (owner: string, heading: string) => `Promised by ${owner}, for “${heading}”.`,
  question: 'Was it delivered?',
  delivered: { yes: 'Yes', partly: 'In part', no: 'No' },
  note: 'A note on this',
};

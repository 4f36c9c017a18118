export const checkIn = {
  tab: 'Check-in',
  heading: (day: string) => `Check-in of ${day}`,
  headingNoDay: 'Check-in',
  answerBy: 'Please answer by',
  wasDue: 'This was due by',
  stillOpen: 'You can still answer until',
  leadSelf:
    'How are things going? Say it the way you see it. Your view counts, and it is kept in your own words.',
  leadOther: (name: string) =>
    `How is ${name} doing on each point? Please say where things stand today, and what would help.`,
  about: 'Plan',
  meeting: 'Did you meet for this check-in?',
  held: 'Yes, we met',
  notHeld: 'No, we did not meet',
  notHeldHint: 'That is recorded, and nobody is blamed for it here. You can still say where things stand.',
  wanted: 'Desired outcome',
  expected: 'Expected by this check-in',
  details: 'Show the deficiency and the agreed actions',
  progress: (heading: string) => `Where do things stand on “${heading}”?`,
  note: 'A note on this point',
  noteHint: 'For example, what went well, what is in the way, or what would help.',
  support: 'Support promised by now',
  comment: 'Anything else you want to say',
  seenBy: 'Who will see your answer',
  seenBySays: (names: string) =>
    `${names}, and anybody who has to make the decision in their place. It becomes part of the plan’s record.`,
};

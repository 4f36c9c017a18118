export const checkIn = {
  tab: 'Check-in',
  answerBy: 'Please answer by',
  wasDue: 'This was due by',
  stillOpen: 'You can still answer until',
  leadSelf:
    'How are things going? Say it the way you see it. Your view counts, and it is kept in your own words.',
  leadOther: (name: string) =>
    `How is ${name} doing on each point? Please say where things stand today, and what would help.`,
  /** What somebody who answers another kind of follow-up is asked, in place of the two above. */
  leads: {
    readings: 'Please write down the number for each point, as it stands today.',
    notes: 'Please say whether you met, and what was done.',
    monitoring: (name: string) =>
      `The plan of ${name} was met. Please say whether that still holds on each point.`,
  },
  agenda: 'What it is about',
  paused:
    'The plan stands still. Nothing is due, and no answer can be taken until it goes on; this link will still work then.',
  meeting: 'Did you meet for this check-in?',
  held: 'Yes, we met',
  notHeld: 'No, we did not meet',
  /** In place of the three above, where something else than a meeting was agreed. */
  readings: {
    meeting: 'Did you go through the numbers together?',
    held: 'Yes',
    notHeld: 'No',
  },
  notes: { meeting: 'Was it held?', held: 'Yes, it was held', notHeld: 'No, it was not held' },
  notHeldHint: 'That is recorded, and nobody is blamed for it here. You can still say where things stand.',
  wanted: 'Desired outcome',
  expected: 'Expected by this check-in',
  details: 'Show the deficiency and the agreed actions',
  progress: (heading: string) => `Where do things stand on “${heading}”?`,
  note: 'A note on this point',
  noteHint: 'For example, what went well, what is in the way, or what would help.',
  support: 'Support promised by now',
  reading: (measure: string) => `The number today: ${measure}`,
  readingHint: (unit: string) => `In ${unit}.`,
  recognition: 'Something that went well',
  recognitionHint:
    'It is put on the record with the same weight as what did not go well, and the person concerned is told.',
  recognitionHintSelf: 'It is put on the record with the same weight as what did not go well.',
  comment: 'Anything else you want to say',
  notesComment: 'What was done, and what comes next',
  seenBy: 'Who will see your answer',
  /** First in the list of who will see it. */
  you: 'You',
  seenBySays: (names: string) => `${names}. It becomes part of the plan’s record.`,
  /** The same before a decision, that somebody else may have to make; `issuer` is absent when it is the reader's. */
  seenByAndDecider: (names: string, issuer: string | undefined) =>
    `${names}; and whoever decides if ${issuer === undefined ? 'you do' : `${issuer} does`} not. It becomes part of the plan’s record.`,
  blind:
    'Nobody sees what you say before everybody has answered or the time is over; after that, each of you sees what the others said.',
};

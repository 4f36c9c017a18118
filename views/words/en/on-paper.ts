/** What HR recorded as given on paper: it says that something was received, and never that it was read or agreed to. */
export const onPaper = {
  received: 'Received on paper',
  standsFor: 'What it stands for',
  signed: (name: string, typing: string) => `${name} signed that they received the plan${typing}.`,
  signedVersion: (name: string, version: number, typing: string) =>
    `${name} signed that they received version ${version} of the plan${typing}.`,
  replaces: 'This takes the place of what was recorded of a paper before, and of any answer on it.',
  planned: {
    received: (name: string, question: string, on: string, witness: string) =>
      `It will be on record that ${name} was given ${question} on paper on ${on}, with ${witness} as witness.`,
    signed: (name: string, question: string, on: string, witness: string) =>
      `It will be on record that ${name} was given ${question} on paper on ${on} and signed for it, with ${witness} as witness.`,
    notSigned: (name: string, question: string, on: string, witness: string) =>
      `It will be on record that ${name} was given ${question} on paper on ${on} and did not sign for it, with ${witness} as witness.`,
    sign: (name: string, written: string) =>
      `That will be the answer of ${name}: received on paper, signed with the name “${written}”.`,
    decline: (name: string) => `That will be the answer of ${name}: received on paper, not signed.`,
  },
  mail: {
    subject: 'Something was recorded for you: please have a look',
    preview: 'If it is not right, please say so.',
    says: (day: string) => `Human Resources recorded that something was handed to you on paper on ${day}.`,
    signed:
      'It is recorded that you signed to say that you received it. That does not mean that you agree with it.',
    notSigned: 'It is recorded that you received it and did not sign it.',
    notRight: 'If this is not right, write to the contact below; it can be added to the record.',
    /** To Human Resources, of this message when it got lost. */
    lost: 'It told them what is recorded as handed to them on paper, and how to say that it is not right.',
    read: 'Read what is recorded',
    open: 'Read what you are asked',
  },
};

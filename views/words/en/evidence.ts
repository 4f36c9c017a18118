/** What shows later who signed what: the certificate on a receipt, and what was given on paper. */
export const evidence = {
  heading: 'Certificate of this signature',
  lead: 'Keep this page or print it. It names what was signed, and how anybody can check that it has not changed.',
  signedBy: 'Signed by',
  typedName: 'Name as typed',
  writtenName: 'Name as written',
  document: 'Document',
  documentSays: (title: string, version: number) => `${title}, version ${version}`,
  language: 'Language it was shown in',
  statement: 'What was agreed to',
  moment: 'When',
  momentSays: (local: string, utc: string) => `${local} (${utc} UTC)`,
  reference: 'Reference',
  fingerprint: 'Fingerprint of the text',
  fingerprintHint:
    'Made from every word of the document and of the sentence above (SHA-256). Another text has another fingerprint.',
  delivered: 'How it came',
  byMail: (when: string) => `With a link made for this person alone, asked by mail on ${when}`,
  byLink: 'With a link made for this person alone',
  onPaper: 'On paper',
  onPaperSays: {
    sign: (day: string, witness: string) => `Signed on paper on ${day}, witnessed by ${witness}`,
    decline: (day: string, witness: string) =>
      `Received on paper on ${day} and not signed, witnessed by ${witness}`,
  },
};

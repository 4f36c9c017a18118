/** Every Lambda function: the directory functions/<name> with the handler, and its limits. */
export const doors = {
  pages: { description: 'Pages people open from the links in their e-mails', seconds: 20 },
  api: { description: 'The JSON API', seconds: 20 },
  admin: { description: 'The site where HR steers plans, and managers and auditors read them', seconds: 20 },
  executions: { description: 'The site where operators watch and repair executions', seconds: 20 },
  jobs: { description: 'Works off one part of an import or of bulk work', seconds: 60 },
  lifecycle: { description: "Answers the workflow's question: what is next for this plan?", seconds: 30 },
  effects: {
    description: 'Does what a commit owes: workflows, waiting tasks, published events',
    seconds: 30,
  },
  // Long enough for some that SES answers slowly, and shorter than a claim: functions/mailer/deliver.ts.
  mailer: { description: 'Sends the e-mails a commit owes', seconds: 60 },
  feedback: { description: 'Hears from SES what became of the e-mails', seconds: 30 },
  sweeper: { description: 'Finishes whatever is late', seconds: 30 },
} as const;

export type DoorName = keyof typeof doors;

export const doorNames = Object.keys(doors) as DoorName[];

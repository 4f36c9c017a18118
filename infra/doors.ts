/** Every Lambda function: the directory functions/<name> with the handler, and its limits. */
export const doors = {
  pages: { description: 'Pages people open from the links in their e-mails', seconds: 20 },
  api: { description: 'The JSON API', seconds: 20 },
  lifecycle: { description: "Answers the workflow's question: what is next for this plan?", seconds: 30 },
  effects: {
    description: 'Does what a commit owes: workflows, waiting tasks, published events',
    seconds: 30,
  },
  mailer: { description: 'Sends the e-mails a commit owes', seconds: 30 },
  sweeper: { description: 'Finishes whatever is late', seconds: 30 },
} as const;

export type DoorName = keyof typeof doors;

export const doorNames = Object.keys(doors) as DoorName[];

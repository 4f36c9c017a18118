import type { Request } from '../../../domain/index.ts';

/** A survey that is over, with `people` answers. */
export const survey = (people: number): Request => ({
  id: 'survey-2027-05-14',
  kind: 'survey',
  date: '2027-05-14',
  followUp: { type: 'survey', asks: 'questions', questions: ['Are requests answered in time?'] },
  opensAt: '2027-05-11T14:00:00Z',
  dueAt: '2027-05-14T22:00:00Z',
  reminders: [],
  missedAt: '2027-05-21T22:00:00Z',
  escalations: [],
  status: 'answered',
  openedAt: '2027-05-11T14:00:00Z',
  respondents: Array.from({ length: people }, (_, at) => ({
    participant: `person-${at}`,
    required: true,
    link: `link-${at}`,
    mailed: [],
    answer: { kind: 'survey' as const, scores: [4] },
  })),
  uninvited: [],
  remindersSent: 0,
  escalationsSent: 0,
  escalatedTo: [],
  nextEscalationAt: null,
  moves: [],
  callOffs: [],
});

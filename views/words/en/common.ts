import type { FollowUpType, Progress, RequestKind, Role, Subject, Support } from '../../../domain/plan.ts';
import { plural } from '../plural.ts';

const roles: Record<Role, string> = {
  employee: 'Employee',
  lead: 'Head of department or program',
  supervisor: 'Supervisor',
  reviewer: 'Reviewer',
  hr: 'Human Resources',
  agency_head: 'Agency head',
  mentor: 'Mentor',
  assessor: 'Assessor',
  stakeholder: 'Stakeholder',
  representative: 'Representative',
};

const support: Record<Support['kind'], string> = {
  training: 'Training',
  mentor: 'Mentor',
  tool: 'Tool',
  hours: 'Working time',
  other: 'Other help',
};

const subjects: Record<Subject['type'], string> = {
  employee: 'Employee',
  department: 'Department, headed by',
  program: 'Program, headed by',
};

const progress: Record<Progress, string> = {
  below: 'Below what was expected',
  near: 'Near what was expected',
  reached: 'Reached what was expected',
};

const questions: Record<RequestKind, string> = {
  acknowledgement: 'Acknowledgement',
  check_in: 'Check-in',
  survey: 'Survey',
  support: 'Promised help',
  response: 'Response',
  attribution: 'A check-in that was missed',
  approval: 'A decision to confirm',
  accommodation: 'An adjustment that was asked for',
  decision: 'Decision',
};

/** What a follow-up is called, before “of” and its day. */
const followUps: Record<FollowUpType, string> = {
  progress: 'Check-in',
  coaching: 'Coaching session',
  review: 'Review',
  training: 'Training',
  metrics: 'Report of numbers',
  site_visit: 'Site visit',
  assessment: 'Assessment',
  survey: 'Survey',
  monitoring: 'Check-in after success',
};

export const common = {
  skip: 'Skip to the main content',
  optional: '(optional)',
  chars: (max: string) => `Up to ${max} characters.`,
  errorPrefix: 'Error: ',
  errorHeading: 'There is a problem',
  errorMarker: 'Error:',
  helpHeading: 'Questions or help',
  help: 'Write to',
  helpAfter: 'You can ask before you answer.',
  send: 'Send my answer',
  answerBy: 'Please answer by',
  wasDue: 'It was due by',
  stillOpen: '; you can still answer.',
  toForm: 'Go to your answer',
  form: 'Your answer',
  roles,
  support,
  subjects,
  progress,
  questions,
  followUps,
  ofVersion: (what: string, version: number) => `${what} of version ${version}`,
  dated: (what: string, day: string) => `${what} of ${day}`,
  print: 'You can print this page, or save it as a PDF, with your browser.',
  /** Nobody decided: said as the rule, never as anybody's judgement. */
  byRule: (authority: string) => `No decision was made in time. Under ${authority}, the plan counts as met.`,
  theRule: 'the rule that applies',
  yes: 'Yes',
  no: 'No',
  days: (count: number) => plural('en', count, { one: 'one day', other: `${count} days` }),
};

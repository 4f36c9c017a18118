import type { Item, PlanDraft } from '../../domain/plan.ts';

/** Working days of the plan, in the District's calendar; every item is looked at on all four. */
export const CHECK_IN_DATES = ['2026-12-18', '2027-01-04', '2027-01-15', '2027-01-29'] as const;

const item = (
  rest: Omit<Item, 'checkIns' | 'support'> & { benchmarks: [number, number, number, number] } & Partial<Item>,
): Item => {
  const { benchmarks, ...given } = rest;
  return {
    checkIns: CHECK_IN_DATES.map((date, index) => ({ date, benchmark: benchmarks[index] as number })),
    support: [],
    ...given,
  };
};

/**
 * A draft that breaks no rule of the District of Columbia's pack: 60 days from Monday 7 December 2026, three items
 * with four check-in dates each, and the participants `employee`, `supervisor`, `reviewer` and `hr`.
 */
export const dcDraft = (overrides: Partial<PlanDraft> = {}): PlanDraft => ({
  title: 'Permit reviews: accuracy and timeliness',
  pack: 'us-dc-6b1410',
  timeZone: 'America/New_York',
  triage: { purpose: 'improvement', expectationsKnown: true, helpGiven: true, managerDidTheirPart: true },
  subject: {
    type: 'employee',
    participant: 'employee',
    agency: 'Department of Buildings',
    jobTitle: 'Program Analyst',
    serviceType: 'Career Service',
    grade: 'CS-11',
    probationary: false,
    supervises: false,
  },
  participants: [
    { id: 'employee', role: 'employee', name: 'Jordan Reyes', email: 'jordan.reyes@agency.example' },
    { id: 'supervisor', role: 'supervisor', name: 'Dana Whitfield', email: 'dana.whitfield@agency.example' },
    { id: 'reviewer', role: 'reviewer', name: 'Morgan Ellis', email: 'morgan.ellis@agency.example' },
    { id: 'hr', role: 'hr', name: 'Priya Raman', email: 'priya.raman@agency.example' },
  ],
  startDate: '2026-12-07',
  endDate: '2027-02-04',
  issuer: { participant: 'supervisor' },
  reason: {
    summary: 'Reviews were late or returned for errors in three consecutive quarters.',
    priorCoaching: [
      { date: '2026-09-14', summary: 'Talked through the review checklist and the returned cases.' },
      { date: '2026-10-19', summary: 'Agreed to weekly case reviews for a month.' },
    ],
    evidence: [{ date: '2026-11-16', summary: '14 of 40 reviews in the quarter were returned for errors.' }],
  },
  items: [
    item({
      id: 'accuracy',
      source: { kind: 'competency', code: 'job_knowledge' },
      rating: 2,
      deficiency: 'Reviews are returned because required sections of the code are not checked.',
      desiredOutcome: 'Reviews are complete and seldom returned.',
      actions: [
        { what: 'Use the review checklist on every case.' },
        { what: 'Finish the code refresher course.' },
      ],
      measure: {
        name: 'Reviews returned for errors',
        unit: 'percent',
        baseline: 35,
        target: 10,
        direction: 'decrease',
      },
      benchmarks: [30, 25, 18, 10],
      support: [{ kind: 'training', what: 'Code refresher course', owner: 'supervisor', due: '2026-12-18' }],
    }),
    item({
      id: 'timeliness',
      source: { kind: 'smart_goal', goal: 'Complete 90 percent of reviews within 15 business days.' },
      rating: 2,
      deficiency: 'Fewer than two thirds of reviews are done in time.',
      desiredOutcome: 'Nine of ten reviews are done within 15 business days.',
      actions: [{ what: 'Plan the week with the supervisor every Monday.' }],
      measure: {
        name: 'Reviews done in time',
        unit: 'percent',
        baseline: 62,
        target: 90,
        direction: 'increase',
      },
      benchmarks: [68, 75, 82, 90],
      support: [
        { kind: 'hours', what: 'One hour of planning a week', owner: 'supervisor', due: '2027-01-29' },
      ],
    }),
    item({
      id: 'communication',
      source: { kind: 'competency', code: 'communication' },
      rating: 1,
      deficiency: 'Applicants wait for answers and ask again.',
      desiredOutcome: 'Applicants hear back within two business days.',
      actions: [
        { what: 'Answer every applicant within two business days, if only to say when more will follow.' },
      ],
      measure: {
        name: 'Applicants answered in time',
        unit: 'percent',
        baseline: 40,
        target: 95,
        direction: 'increase',
      },
      benchmarks: [55, 70, 85, 95],
    }),
  ],
  ...overrides,
});

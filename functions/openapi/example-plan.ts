import type { Item, PlanDraft } from '../../domain/plan.ts';

const DAYS = ['2026-12-18', '2027-01-04', '2027-01-15', '2027-01-29'];

const onDays = (...benchmarks: number[]): Item['checkIns'] =>
  benchmarks.map((benchmark, at) => ({ date: DAYS[at] ?? '', benchmark }));

const ITEMS: Item[] = [
  {
    id: 'accuracy',
    source: { kind: 'smart_goal', goal: 'At most 10 percent of reviews are returned for errors.' },
    rating: 2,
    deficiency: 'One review in three is returned for errors.',
    desiredOutcome: 'Reviews are complete and seldom returned.',
    actions: [{ what: 'Use the review checklist on every case.' }],
    measure: { name: 'Reviews returned', unit: 'percent', baseline: 35, target: 10, direction: 'decrease' },
    checkIns: onDays(30, 25, 18, 10),
    support: [{ kind: 'training', what: 'Code refresher course', owner: 'supervisor', due: '2026-12-18' }],
  },
  {
    id: 'reviews',
    source: { kind: 'smart_goal', goal: 'Finish 20 reviews a week.' },
    rating: 2,
    deficiency: 'Ten reviews a week are finished; the team finishes twenty.',
    desiredOutcome: 'Twenty reviews are finished every week.',
    actions: [{ what: 'Plan the week with the supervisor every Monday.' }],
    measure: { name: 'Reviews a week', unit: 'reviews', baseline: 10, target: 20, direction: 'increase' },
    checkIns: onDays(12, 15, 18, 20),
    support: [{ kind: 'hours', what: 'One hour of planning a week', owner: 'supervisor', due: '2027-01-29' }],
  },
  {
    id: 'answers',
    source: { kind: 'smart_goal', goal: 'Answer 95 percent of applicants within two business days.' },
    rating: 2,
    deficiency: 'Applicants wait for answers and ask again.',
    desiredOutcome: 'Applicants hear back within two business days.',
    actions: [{ what: 'Answer every applicant, if only to say when more will follow.' }],
    measure: { name: 'Answered in time', unit: 'percent', baseline: 40, target: 95, direction: 'increase' },
    checkIns: onDays(55, 70, 85, 95),
    support: [],
  },
];

/** A draft that breaks no rule of these packs, as somebody sends it. */
export const examplePlan = (pack: 'us-dc-6b1410' | 'us-fed-432'): PlanDraft => ({
  title: 'Permit reviews: accuracy and pace',
  pack,
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
  items: ITEMS,
});

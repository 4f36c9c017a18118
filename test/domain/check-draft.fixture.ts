import { ruleLibrary } from '../../adapters/packs.ts';
import { businessCalendar } from '../../domain/calendar.ts';
import { checkDraft } from '../../domain/check-draft.ts';
import type { BrokenRule } from '../../domain/errors.ts';
import type { HolidayCalendar, RulePack } from '../../domain/pack.ts';
import type { PlanDraft } from '../../domain/plan.ts';

/** A plan that breaks no rule of the District's pack: 60 days, everything a draft can say said once. */
export const validDraft = (): PlanDraft => ({
  title: 'Answering records requests in time',
  pack: 'us-dc-6b1410@2024-12',
  timeZone: 'America/New_York',
  triage: { purpose: 'improvement', expectationsKnown: true, helpGiven: true, managerDidTheirPart: true },
  subject: {
    type: 'employee',
    participant: 'ada',
    agency: 'Department of Records',
    jobTitle: 'Analyst',
    serviceType: 'Career Service',
    grade: 'CS-11',
    probationary: false,
    supervises: false,
  },
  participants: [
    { id: 'ada', role: 'employee', name: 'Ada Byron', email: 'ada@example.org' },
    { id: 'sam', role: 'supervisor', name: 'Sam Reyes', email: 'sam@example.org' },
    { id: 'rae', role: 'reviewer', name: 'Rae Okafor', email: 'rae@example.org' },
    { id: 'hal', role: 'hr', name: 'Hal Lindqvist', email: 'hal@example.org' },
    { id: 'mia', role: 'mentor', name: 'Mia Duarte', email: 'mia@example.org' },
  ],
  startDate: '2026-12-01',
  endDate: '2027-01-29',
  issuer: { participant: 'sam' },
  reason: {
    summary: 'Requests are answered late.',
    priorCoaching: [{ date: '2026-10-05', summary: 'Talked through the late requests.' }],
    evidence: [{ date: '2026-11-02', summary: 'Report of the quarter: 48 of 100 late.' }],
  },
  items: [
    {
      id: 'timeliness',
      source: { kind: 'competency', code: 'goal_attainment' },
      rating: 2,
      deficiency: 'Requests are answered after they are due.',
      desiredOutcome: 'Nine in ten are answered in time.',
      actions: [{ what: 'Work the queue in order of due date.' }],
      measure: { name: 'Answered in time', unit: '%', baseline: 52, target: 90, direction: 'increase' },
      checkIns: [
        { date: '2026-12-15', benchmark: 60 },
        { date: '2026-12-29', benchmark: 70 },
        { date: '2027-01-12', benchmark: 80 },
        { date: '2027-01-26', benchmark: 90 },
      ],
      support: [{ kind: 'mentor', what: 'An hour a week with the mentor', owner: 'mia', due: '2026-12-15' }],
    },
    {
      id: 'errors',
      source: { kind: 'smart_goal', goal: 'Fewer than three returned files a month by the end of January.' },
      rating: 2.5,
      deficiency: 'Files come back with wrong codes.',
      desiredOutcome: 'Hardly any file comes back.',
      actions: [{ what: 'Use the checklist on every file.', due: '2026-12-15', responsible: 'ada' }],
      measure: { name: 'Returned files', unit: 'a month', baseline: 12, target: 2, direction: 'decrease' },
      checkIns: [
        { date: '2026-12-15', benchmark: 9 },
        { date: '2026-12-29', benchmark: 7 },
        { date: '2027-01-12', benchmark: 4 },
        { date: '2027-01-26', benchmark: 2 },
      ],
      support: [],
    },
  ],
  followUps: [{ date: '2026-12-22', type: 'coaching', agenda: 'The checklist.' }],
  settings: { onDecisionOverdue: { mode: 'escalate_only' } },
});

const library = ruleLibrary();
export const dc = library.pack('us-dc-6b1410') as RulePack;
export const general = library.pack('general') as RulePack;
export const calendar = businessCalendar(library.calendar('us-dc') as HolidayCalendar, 'America/New_York');

/** What to put where in the valid draft, by JSON pointer; `undefined` takes the field out, `/list/-` adds to a list. */
export type Changes = Record<string, unknown>;

/** The valid draft with some fields changed. */
export function changed(changes: Changes): PlanDraft {
  const draft = validDraft();
  for (const [pointer, value] of Object.entries(changes)) {
    const path = pointer.split('/').slice(1);
    const last = path.pop() ?? '';
    const parent = path.reduce<Record<string, unknown>>(
      (each, key) => each[key] as Record<string, unknown>,
      draft as unknown as Record<string, unknown>,
    );
    if (Array.isArray(parent) && last === '-') parent.push(value);
    else if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return draft;
}

export const check = (changes: Changes, pack = dc): BrokenRule[] =>
  checkDraft(changed(changes), pack, calendar);

/** `rule field` of each broken rule. */
export const reported = (changes: Changes, pack = dc): string[] =>
  check(changes, pack).map(({ rule, field }) => `${rule} ${field}`);

/** Another last day, with check-ins early enough for any of them. */
export function lasting(endDate: string): Changes {
  const days = ['2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29'];
  return {
    '/endDate': endDate,
    ...Object.fromEntries(
      [0, 1].flatMap((item) => days.map((day, index) => [`/items/${item}/checkIns/${index}/date`, day])),
    ),
  };
}

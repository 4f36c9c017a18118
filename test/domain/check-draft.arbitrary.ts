import fc from 'fast-check';
import { FOLLOW_UP_TYPES, type PlanDraft, ROLES } from '../../domain/plan.ts';

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', ' ', '\r\n', '__proto__', 'constructor', '\ud800', 'ada', 'sam', 'a@example.org'),
);
const day = fc.oneof(
  fc.constantFrom(
    '2026-12-01',
    '2027-01-29',
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '-271821-04-19',
    '2026-12-15',
  ),
  text,
);
const number = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(-0, 0, 3, 1e300, Number.NaN, Number.MIN_VALUE),
);
const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 4 });
/** A record whose keys beyond `required` may be absent; none is ever there and undefined. */
const record = <T extends object>(
  shape: { [K in keyof T]: fc.Arbitrary<T[K]> },
  optional: (keyof T)[] = [],
) =>
  fc.record(shape, {
    requiredKeys: (Object.keys(shape) as (keyof T)[]).filter((key) => !optional.includes(key)),
  });

const item = record(
  {
    id: text,
    source: fc.oneof(
      fc.record({ kind: fc.constant('competency'), code: text }),
      fc.record({ kind: fc.constant('smart_goal'), goal: text }),
    ),
    rating: number,
    deficiency: text,
    desiredOutcome: text,
    actions: few(
      record({ what: text, due: day, responsible: text, outcome: text }, ['due', 'responsible', 'outcome']),
    ),
    measure: fc.record({
      name: text,
      unit: text,
      baseline: number,
      target: number,
      direction: fc.constantFrom('increase', 'decrease'),
    }),
    checkIns: few(fc.record({ date: day, benchmark: number })),
    support: few(
      fc.record({ kind: fc.constantFrom('training', 'other'), what: text, owner: text, due: day }),
    ),
  },
  ['rating'],
);

const dated = fc.record({ date: day, summary: text });

/** A draft of the right JSON types whose strings, numbers and lists hold anything. */
export const anyDraft = record(
  {
    title: text,
    timeZone: text,
    triage: fc.record({
      purpose: fc.constantFrom('improvement', 'discipline', 'misconduct', 'redundancy'),
      expectationsKnown: fc.boolean(),
      helpGiven: fc.boolean(),
      managerDidTheirPart: fc.boolean(),
    }),
    subject: record(
      {
        type: fc.constantFrom('employee', 'department', 'program'),
        participant: text,
        serviceType: text,
        probationary: fc.boolean(),
        supervises: fc.boolean(),
        evaluationReceived: day,
        appraisalPeriodEnds: day,
      },
      ['serviceType', 'probationary', 'supervises', 'evaluationReceived', 'appraisalPeriodEnds'],
    ),
    participants: few(fc.record({ id: text, role: fc.constantFrom(...ROLES), name: text, email: text })),
    startDate: day,
    endDate: day,
    issuer: record({ participant: text, absenceReason: text }, ['absenceReason']),
    reason: fc.record({ summary: text, priorCoaching: few(dated), evidence: few(dated) }),
    items: few(item),
    followUps: fc.array(
      record({ date: day, type: fc.constantFrom(...FOLLOW_UP_TYPES), agenda: text, questions: few(text) }, [
        'agenda',
        'questions',
      ]),
      { minLength: 1, maxLength: 4 },
    ),
    settings: fc.record({
      onDecisionOverdue: fc.oneof(
        fc.record({ mode: fc.constant('deem_met'), verifiedBy: text }),
        fc.record({ mode: fc.constant('escalate_only') }),
      ),
    }),
  },
  ['timeZone', 'triage', 'followUps', 'settings'],
) as fc.Arbitrary<unknown> as fc.Arbitrary<PlanDraft>;

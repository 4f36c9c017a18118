import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDraft } from '../../domain/check-draft.ts';
import type { RulePack } from '../../domain/pack.ts';
import { type PlanDraft, ROLES } from '../../domain/plan.ts';
import { calendar, changed, dc, general } from './check-draft.fixture.ts';

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
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 4 });

const item = fc.record({
  id: text,
  source: fc.oneof(
    fc.record({ kind: fc.constant('competency'), code: text }),
    fc.record({ kind: fc.constant('smart_goal'), goal: text }),
  ),
  rating: maybe(number),
  deficiency: text,
  desiredOutcome: text,
  actions: few(text),
  measure: fc.record({
    name: text,
    unit: text,
    baseline: number,
    target: number,
    direction: fc.constantFrom('increase', 'decrease'),
  }),
  checkIns: few(fc.record({ date: day, benchmark: number })),
  support: few(fc.record({ kind: fc.constantFrom('training', 'other'), what: text, owner: text, due: day })),
});
const anyDraft = fc.record({
  title: text,
  timeZone: maybe(text),
  subject: fc.record({
    type: fc.constantFrom('employee', 'department', 'program'),
    participant: text,
    serviceType: maybe(text),
    probationary: maybe(fc.boolean()),
    supervises: maybe(fc.boolean()),
  }),
  participants: few(fc.record({ id: text, role: fc.constantFrom(...ROLES), name: text, email: text })),
  startDate: day,
  endDate: day,
  issuer: fc.record({ participant: text, absenceReason: maybe(text) }),
  reason: fc.record({
    summary: text,
    priorCoaching: few(fc.record({ date: day, summary: text })),
    evidence: few(fc.record({ date: day, summary: text })),
  }),
  items: few(item),
  settings: maybe(
    fc.record({
      onDecisionOverdue: maybe(
        fc.record({ mode: fc.constantFrom('deem_met', 'escalate_only'), verifiedBy: text }),
      ),
    }),
  ),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<PlanDraft>;

const resolves = (draft: PlanDraft, field: string) =>
  field
    .split('/')
    .slice(1, -1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], draft);

test.each([dc, general])(
  'whatever a draft holds, it is answered with rules of the pack $id',
  (pack: RulePack) => {
    const known = new Map(pack.rules.map((rule) => [rule.id, rule.citation]));
    known.set('product', 'What every plan needs');
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const before = structuredClone(draft);
        const broken = checkDraft(draft, pack, calendar);
        for (const { rule, citation, field, message } of broken) {
          expect(known.get(rule)).toBe(citation);
          expect(message).toMatch(/^[A-Z][^\r\n]*\.$/);
          expect(resolves(draft, field)).toBeTypeOf('object');
        }
        expect(new Set(broken.map((each) => JSON.stringify(each))).size).toBe(broken.length);
        expect(draft).toEqual(before);
      }),
      { numRuns: 400 },
    );
  },
);

test('a text that is allowed anywhere can be kept: well formed, and without control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (deficiency) => {
      const refused = checkDraft(changed({ '/items/0/deficiency': deficiency }), dc, calendar).length > 0;
      expect(refused || (deficiency.isWellFormed() && !/[^\P{Cc}\r\n\t]/u.test(deficiency))).toBe(true);
    }),
  );
});

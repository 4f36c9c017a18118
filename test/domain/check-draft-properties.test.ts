import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkDraft } from '../../domain/check-draft.ts';
import type { RulePack } from '../../domain/pack.ts';
import type { PlanDraft } from '../../domain/plan.ts';
import { anyDraft } from './check-draft.arbitrary.ts';
import { calendar, changed, dc, general } from './check-draft.fixture.ts';

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

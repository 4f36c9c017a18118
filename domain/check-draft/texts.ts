import type { BrokenRule } from '../errors.ts';
import type { PlanDraft } from '../plan.ts';
import { brokenProductRule } from '../rules.ts';
import { isBlank, LONG_TEXT, textProblems } from '../text.ts';

/** Fields shown on one line, with the most characters each may have. */
const ONE_LINE: Record<string, number> = {
  title: 200,
  name: 200,
  unit: 50,
  agency: 200,
  jobTitle: 200,
  serviceType: 200,
  grade: 200,
  bargainingUnit: 200,
  code: 100,
  verifiedBy: 200,
  questions: 300,
};
/** Names of people, days and zones have rules of their own. */
const CHECKED_ELSEWHERE = new Set([
  ...['id', 'email', 'participant', 'owner', 'responsible', 'pack', 'timeZone', 'language'],
  ...['startDate', 'endDate', 'date', 'due', 'evaluationReceived', 'appraisalPeriodEnds'],
  ...['type', 'role', 'kind', 'direction', 'mode', 'purpose'],
]);
const REQUIRED = new Set([
  'title',
  'name',
  'unit',
  'summary',
  'deficiency',
  'desiredOutcome',
  'questions',
  'what',
  'goal',
  'code',
]);

/** Every text of the draft: present where it must be, not too long, and nothing in it but what can be read. */
export function checkTexts(draft: PlanDraft): BrokenRule[] {
  return [...textsOf(draft, '', '')].flatMap(({ field, name, text }) =>
    CHECKED_ELSEWHERE.has(name)
      ? []
      : problemsOf(name, text).map((problem) => brokenProductRule(field, problem)),
  );
}

function problemsOf(name: string, text: string): string[] {
  const empty = REQUIRED.has(name) && isBlank(text) ? ['This is empty: say it in a few words.'] : [];
  const limits = { oneLine: Object.hasOwn(ONE_LINE, name), longest: ONE_LINE[name] ?? LONG_TEXT };
  return [...empty, ...textProblems(text, limits)];
}

/** Every string with its JSON pointer and the field it belongs to (`questions` for each of the questions). */
function* textsOf(
  value: unknown,
  field: string,
  name: string,
): Generator<{ field: string; name: string; text: string }> {
  if (typeof value === 'string') yield { field, name, text: value };
  else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* textsOf(entry, `${field}/${index}`, name);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) yield* textsOf(entry, `${field}/${key}`, key);
  }
}

import { describe, expect, test } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import {
  type Answer,
  type AnswerFault,
  type BrokenRule,
  checkAnswer,
  type Plan,
  packIn,
  pinnedRules,
  type RulePack,
} from '../../domain/index.ts';
import { fieldErrors } from '../../functions/pages/form-errors.ts';
import type { FormContext } from '../../functions/pages/forms.ts';
import { faultInWords } from '../../views/fault-words.ts';
import { wordsIn } from '../../views/words.ts';
import { decided, ITEMS, rated, signed } from '../support/answers.ts';
import * as lived from '../views/lived.ts';
import { checkingIn, decidingEarly, launched } from '../views/sample.ts';

const es = wordsIn('es');

function spanish(plan: Plan, requestId: string, reader: string): FormContext {
  const request = plan.requests[requestId];
  if (!request) throw new Error(`${requestId} is not open in the sample.`);
  const { pack, calendar } = pinnedRules(plan, ruleLibrary());
  return { plan, request, pack: packIn(pack, 'es'), calendar, reader, words: es, zone: plan.timeZone };
}

/** What the rules say of an answer, and how the page says it. */
function refused(answer: Answer, context: FormContext): { rules: BrokenRule[]; said: string[] } {
  const { plan, request, reader, calendar } = context;
  const rules = pinnedRules(plan, ruleLibrary());
  const today = calendar.dayOf(plan.updatedAt);
  const broken = checkAnswer(answer, { by: reader, request, plan, today }, rules);
  return { rules: broken, said: fieldErrors(broken, answer, context).map(({ message }) => message) };
}

const LONG = 'a'.repeat(4001);
const ODD = '\u202E\u0007\uD800';
const idOf = (plan: Plan, kind: string): string =>
  Object.values(plan.requests).find((each) => each.kind === kind && each.status === 'open')?.id ?? kind;

const cases: [what: string, codes: AnswerFault['code'][], answer: Answer, context: () => FormContext][] = [
  [
    'an acknowledgement without a name, with a text too long',
    ['too_long', 'name_missing'],
    { ...signed(' '), comment: LONG },
    () => spanish(launched(), 'acknowledgement', 'employee'),
  ],
  [
    'a name on two lines',
    ['one_line'],
    signed('Jordan\nReyes'),
    () => spanish(launched(), 'acknowledgement', 'employee'),
  ],
  [
    'text that cannot be shown',
    ['broken_character', 'unreadable_characters', 'reversing_marks'],
    { ...signed('Jordan'), comment: `Hello${ODD}` },
    () => spanish(launched(), 'acknowledgement', 'employee'),
  ],
  [
    'a check-in that leaves items out, and rates one that is not asked about',
    ['progress_missing', 'progress_missing', 'item_not_asked'],
    rated('near', {
      items: [
        { item: 'accuracy', progress: 'near' },
        { item: 'other', progress: 'near' },
      ],
    }),
    () => spanish(checkingIn(), 'check-in-2026-12-18', 'employee'),
  ],
  [
    'numbers that are none, given twice, or of no item',
    ['item_unknown', 'number_not_plain', 'number_twice'],
    rated('near', {
      readings: [
        { item: 'none', value: 1 },
        { item: 'accuracy', value: 0.12345678 },
        { item: 'accuracy', value: 1 },
      ],
    }),
    () => spanish(checkingIn(), 'check-in-2026-12-18', 'supervisor'),
  ],
  [
    'a report without its numbers',
    ['number_missing', 'number_missing', 'number_missing'],
    { kind: 'check_in', meeting: 'held', items: [] },
    () => spanish(lived.lived('2026-12-18T15:00:00Z').require(), 'metrics-2026-12-21', 'supervisor'),
  ],
  [
    'a coaching session without a note',
    ['note_missing'],
    { kind: 'check_in', meeting: 'held', items: [] },
    () => spanish(lived.lived('2026-12-23T15:00:00Z').require(), 'coaching-2026-12-23', 'mentor'),
  ],
  [
    'a survey half answered, with a score too many',
    ['score_missing', 'scores_too_many'],
    { kind: 'survey', scores: [0, 3, 4] as never },
    () => spanish(lived.lived('2026-12-18T15:00:00Z').require(), 'survey-2026-12-22', 'one'),
  ],
  [
    'promises left out, and one that nobody made',
    ['promise_unsaid', 'promise_unknown'],
    { kind: 'support', promises: [{ item: 'none', what: 'A car', delivered: 'yes' }] },
    () => {
      const plan = lived.lived('2026-12-18T15:00:00Z').require();
      return spanish(plan, idOf(plan, 'support'), 'employee');
    },
  ],
  [
    'a response without words',
    ['response_missing'],
    { kind: 'response', choice: 'respond' },
    () => spanish(lived.shared().require(), idOf(lived.shared().require(), 'response'), 'employee'),
  ],
  [
    'a waiver by somebody else, with words',
    ['waiver_not_yours', 'waiver_with_words'],
    { kind: 'response', choice: 'waive', text: 'Words.' },
    () => spanish(lived.shared().require(), idOf(lived.shared().require(), 'response'), 'rep'),
  ],
  [
    'an attribution without a reason, with days of a check-in the employee missed',
    ['attribution_reason_missing', 'credit_not_manager'],
    { kind: 'attribution', to: 'employee', reason: '', credit: true },
    () => spanish(lived.everything().require(), idOf(lived.everything().require(), 'attribution'), 'hr'),
  ],
  [
    'a decision sent back without a reason or a name',
    ['name_missing', 'return_reason_missing'],
    { kind: 'approval', choice: 'return', typedName: '' },
    () => spanish(lived.proposed().require(), idOf(lived.proposed().require(), 'approval'), 'reviewer'),
  ],
  [
    'a decision of no outcome there is',
    ['outcome_unknown'],
    decided('none'),
    () => spanish(decidingEarly().require(), 'decision', 'supervisor'),
  ],
  [
    'an extension to no day that is offered, by somebody else, as notice',
    ['name_missing', 'reason_missing', 'reason_missing', 'reason_missing', 'extension_choose'].concat([
      ...['absence_reason_missing', 'notice_not_possible'],
    ]) as AnswerFault['code'][],
    decided('extend', { typedName: '', servesAsNotice: true }),
    () => spanish(decidingEarly().require(), 'decision', 'reviewer'),
  ],
  [
    'a plan that was met, with a new last day',
    ['extension_unneeded'],
    decided('met', { extendTo: '2027-03-06' }),
    () => spanish(decidingEarly().require(), 'decision', 'supervisor'),
  ],
  [
    'a plan not met while a check-in waits for whoever issued it, and HR has a question open',
    ['own_answers_first', 'hr_first'],
    decided('reassign', { reasons: ITEMS.map((item) => ({ item, reason: 'Below.' })), explanation: 'Yes.' }),
    () => spanish(decidingEarly().require(), 'decision', 'supervisor'),
  ],
];

describe('answered wrongly in Spanish, the page says it in Spanish', () => {
  test.each(cases)('%s', (_, codes, answer, context) => {
    const { rules, said } = refused(answer, context());
    expect(rules.map(({ fault }) => fault?.code)).toEqual(codes);
    expect(said.filter((message) => rules.some((rule) => rule.message === message))).toEqual([]);
    // Whatever is said of it, no English word stands in it.
    expect(said.filter((message) => /\b(the|of|this|that|was|with|is)\b/i.test(message))).toEqual([]);
  });
});

/** Every fault with values, as nobody meets them all in one plan. */
test('days, people, outcomes and points are said in Spanish too', () => {
  const plan = decidingEarly().require();
  const pack = packIn(pinnedRules(plan, ruleLibrary()).pack, 'es') as RulePack;
  const say = (fault: AnswerFault): string => faultInWords(fault, { plan, pack, words: es });
  expect(say({ code: 'outcome_unknown', outcomes: ['met', 'extend'] })).toBe(
    'Elija uno de los resultados: Plan cumplido o No cumplido: plan prorrogado.',
  );
  expect(say({ code: 'extension_choose', days: ['2027-03-06', '2027-04-05'] })).toContain(
    'sábado 6 de marzo de 2027 o lunes 5 de abril de 2027',
  );
  expect(say({ code: 'second_person_needed', roles: ['hr', 'agency_head'], outcomes: ['met'] })).toContain(
    'Recursos Humanos',
  );
  expect(say({ code: 'hr_first', missed: ['2026-12-18'], others: true })).toContain(
    'viernes 18 de diciembre de 2026',
  );
  expect(say({ code: 'hr_first', missed: [], others: true })).toContain(es.answerFaults.hr_other);
  expect(say({ code: 'promise_unsaid', item: 'accuracy' })).toContain('Conocimiento del puesto');
  expect(say({ code: 'too_long', length: 4001, longest: 4000 })).toBe(
    'Este texto tiene 4,001 caracteres. Acórtelo a 4,000, por favor.',
  );
  expect(say({ code: 'scores_too_many', questions: 1 })).toContain('una pregunta');
});

import { describe, expect, test } from 'vitest';
import type { Plan } from '../../domain/index.ts';
import {
  acknowledgementModel,
  checkInModel,
  decisionCopyModel,
  planPageModel,
  receiptModel,
  type ViewContext,
} from '../../views/models.ts';
import {
  acknowledgementPage,
  checkInPage,
  decisionCopyPage,
  type Frame,
  planPage,
  receiptPage,
} from '../../views/pages.ts';
import { type Language, wordsIn } from '../../views/words.ts';
import * as lived from './lived.ts';
import { checkingIn, closed, contextOf, frame, launched, requestOf } from './sample.ts';

/** A page for somebody who reads `language`, of a plan that is written in English. */
const readIn = (language: Language): Frame => ({
  ...frame,
  words: wordsIn(language),
  ...(language === 'en' ? {} : { textLang: 'en' }),
});
const contextIn = (language: Language, plan: Plan, reader: string): ViewContext => ({
  ...contextOf(plan, reader),
  words: wordsIn(language),
});

/** The texts of a page that are marked as being in a language. */
const textsIn = (language: string, page: string): string[] =>
  [...page.matchAll(new RegExp(`<span lang="${language}">([^<]*)</span>`, 'g'))].map(([, text = '']) => text);

const form = { action: '/p/x', ticket: 'ticket', values: {}, errors: [] };

/** The same plan with the employee reading in Spanish. */
const readingSpanish = (plan: Plan): Plan => ({
  ...plan,
  draft: {
    ...plan.draft,
    participants: plan.draft.participants.map((person) =>
      person.id === 'employee' ? { ...person, language: 'es' as const } : person,
    ),
  },
});

const acknowledgement = (language: Language): string => {
  const plan = launched();
  const context = contextIn(language, plan, 'employee');
  const model = acknowledgementModel(requestOf(plan, 'acknowledgement'), plan.updatedAt, context);
  return acknowledgementPage(model, form, readIn(language));
};

describe('what was written in another language than the page speaks is marked with its own', () => {
  test('the plan to acknowledge, and nothing of ours', () => {
    const { draft } = launched();
    const [first] = draft.items;
    const marked = textsIn('en', acknowledgement('es'));
    expect(marked).toEqual(
      expect.arrayContaining([
        draft.title,
        draft.reason.summary,
        ...draft.reason.evidence.map(({ summary }) => summary),
        first?.deficiency,
        first?.desiredOutcome,
        first?.measure.name,
        ...(first?.actions ?? []).map(({ what }) => what),
        ...(first?.support ?? []).map(({ what }) => what),
      ]),
    );
    const written = JSON.stringify(draft);
    expect(marked.filter((text) => !written.includes(JSON.stringify(text).slice(1, -1)))).toEqual([]);
  });

  test('nowhere when both are the same', () => {
    expect(acknowledgement('en')).not.toContain('<span lang');
    expect(acknowledgement('en')).not.toContain(wordsIn('en').plan.asWritten.toRead);
  });

  test('whoever reads another language is told so before they answer', () => {
    expect(acknowledgement('es')).toContain(wordsIn('es').plan.asWritten.toRead);
  });

  test('the points of a check-in and what it is about', () => {
    const plan = checkingIn();
    const request = { ...requestOf(plan, 'check-in-2026-12-18'), followUp: undefined };
    const followUp = { type: 'progress', asks: 'ratings', agenda: 'The first files' } as const;
    const model = checkInModel({ ...request, followUp }, plan.updatedAt, contextIn('es', plan, 'employee'));
    const marked = textsIn('en', checkInPage(model, form, readIn('es')));
    expect(marked).toEqual(
      expect.arrayContaining([
        'The first files',
        plan.draft.title,
        plan.draft.items[0]?.deficiency,
        plan.draft.items[0]?.desiredOutcome,
      ]),
    );
  });

  test('the points of the plan page', () => {
    const scenario = lived.checkedIn();
    const model = planPageModel(
      contextIn('es', scenario.require(), 'employee'),
      scenario.now,
      scenario.events,
    );
    if (!model) throw new Error('The employee has no plan page.');
    const { draft } = scenario.require();
    const marked = textsIn('en', planPage(model, readIn('es')));
    expect(marked).toEqual(expect.arrayContaining([draft.title, draft.items[0]?.desiredOutcome]));
    expect(marked).toContain('The checklist helps.');
  });

  test('the reasons of a decision', () => {
    const plan = closed();
    const [decision] = plan.decisions;
    if (!decision) throw new Error('The sample has no decision.');
    const model = decisionCopyModel(decision, contextIn('es', plan, 'employee'));
    const marked = textsIn('en', decisionCopyPage(model, readIn('es')));
    expect(marked).toContain('Close to the goal, not there yet.');
    expect(marked).toContain('Good progress on two of three points. Thirty more days should be enough.');
  });
});

function receiptOf(plan: Plan, id: string, language: Language): string {
  const request = requestOf(plan, id);
  const person = request.respondents.find(({ participant }) => participant === 'employee');
  const model =
    person && receiptModel(request, person, plan.updatedAt, contextIn(language, plan, 'employee'));
  if (!model) throw new Error('Nothing was answered.');
  return receiptPage(model, readIn(language));
}

describe('what somebody wrote is in the language they read', () => {
  const plan = readingSpanish(lived.checkedIn().require());

  test('unmarked on their own Spanish receipt', () => {
    const page = receiptOf(plan, lived.CHECK_IN, 'es');
    expect(page).toContain('The checklist helps.');
    expect(textsIn('en', page)).not.toContain('The checklist helps.');
  });

  test('marked where others read it in English', () => {
    const [decision] = closed().decisions;
    if (!decision) throw new Error('The sample has no decision.');
    const model = decisionCopyModel(decision, contextIn('en', plan, 'supervisor'));
    const marked = textsIn('es', decisionCopyPage(model, readIn('en')));
    expect(marked).toContain('The checklist helps.');
    expect(marked).toContain('I see the first point differently.\nThe numbers say so, too.');
  });
});

import { type HTMLElement, parse } from 'node-html-parser';
import { Person, Stuck } from '../story/people.ts';

/** How the answer turns out. */
export type Mood = 'well' | 'badly';

/** What is chosen where a page offers it; the first that is there. */
const CHOICES: Readonly<Record<Mood, Readonly<Record<string, readonly string[]>>>> = {
  well: {
    choice: ['sign', 'waive', 'confirm', 'nothing_needed'],
    meeting: ['held'],
    progress: ['reached'],
    delivered: ['yes'],
    score: ['5'],
    to: ['excused'],
    outcome: ['met'],
  },
  badly: {
    choice: ['decline', 'respond', 'return', 'adjusted'],
    meeting: ['held'],
    progress: ['below'],
    delivered: ['no'],
    score: ['2'],
    to: ['employee'],
    outcome: ['not_met'],
  },
};

const WORDS: Readonly<Record<Mood, string>> = {
  well: 'Done as agreed; the notes of the week show it.',
  badly: 'Not as agreed; the notes of the week show where it fell short.',
};

const NUMBERS: Readonly<Record<Mood, string>> = { well: '95', badly: '20' };

/** It would change more than the answer: another end. */
const LEFT_EMPTY = /^extendTo/;
/** Said by whoever decides in somebody's place, and only then. */
const IN_PLACE_OF = /^absenceReason/;

const nameIn = (element: HTMLElement): string => element.getAttribute('name') ?? '';
const kindOf = (name: string): string => name.split('-')[0] ?? name;

/** Which of several ways an outcome is not met: the mildest that ends the plan, as others need a second person. */
const mildest = (offered: readonly string[]): string | undefined =>
  offered.find((outcome) => !/^met|exten/.test(outcome));

const chosen = (name: string, offered: readonly string[], mood: Mood): string | undefined =>
  CHOICES[mood][kindOf(name)]?.find((wanted) => offered.includes(wanted)) ??
  (name === 'outcome' && mood === 'badly' ? mildest(offered) : undefined) ??
  (mood === 'well' ? offered[0] : offered.at(-1));

/** Whom a plan is for: only they may refuse to sign; whoever issued it confirms that they did. */
const RECIPIENTS = ['employee', 'lead'];

/** Whether somebody of this role has a choice when an acknowledgement is asked of them. */
export const mayDecline = (role: string): boolean => RECIPIENTS.includes(role);

const isOptional = (form: HTMLElement, field: HTMLElement): boolean => {
  const id = field.getAttribute('id') ?? '';
  const label = form.querySelectorAll('label').find((each) => each.getAttribute('for') === id);
  return label?.querySelector('.soft') !== null && label !== undefined;
};

/**
 * A plausible answer to the form for `path` on a page: what is offered is chosen, and what has to be written is written.
 *
 * @param all writes into optional fields too, which some answers make necessary
 */
export const plausible = (
  html: string,
  path: string,
  { name, role, mood, all }: { name: string; role: string; mood: Mood; all: boolean },
): Record<string, string> => {
  const form = parse(html)
    .querySelectorAll('form')
    .find((each) => new URL(each.getAttribute('action') ?? path, 'http://here').pathname === path);
  const answer: Record<string, string> = {};
  if (!form) return answer;
  const radios = form.querySelectorAll('input[type=radio]');
  for (const group of new Set(radios.map(nameIn))) {
    const offered = radios
      .filter((radio) => nameIn(radio) === group)
      .map((radio) => radio.getAttribute('value') ?? '');
    const confirms = offered.includes('decline') && !mayDecline(role);
    answer[group] = chosen(group, offered, confirms ? 'well' : mood) ?? '';
  }
  for (const field of form.querySelectorAll('textarea, input[type=text]')) {
    const called = nameIn(field);
    if (LEFT_EMPTY.test(called)) continue;
    if (!all && (isOptional(form, field) || IN_PLACE_OF.test(called))) continue;
    if (called === 'typedName') answer[called] = name;
    else if (field.getAttribute('inputmode') === 'decimal') answer[called] = NUMBERS[mood];
    else answer[called] = WORDS[mood];
  }
  return answer;
};

/** Answers an open question for somebody, on the page their newest link leads to. @throws Stuck */
export const answerAs = async (
  base: string,
  { email, name, role }: { email: string; name: string; role: string },
  request: string,
  mood: Mood,
): Promise<void> => {
  const person = new Person(base, name, email);
  const path = `/p/${request}`;
  const { html } = await person.open(request);
  try {
    await person.answer(request, plausible(html, path, { name, role, mood, all: false }));
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    await person.answer(request, plausible(html, path, { name, role, mood, all: true }));
  }
};

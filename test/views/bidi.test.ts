import { describe, expect, test } from 'vitest';
import { apart } from '../../views/bidi.ts';
import { nameOf } from '../../views/models.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const [OVERRIDE, ISOLATE, END] = ['\u202e', '\u2068', '\u2069'];

describe('a name within a sentence', () => {
  test.each(['Jordan Reyes', 'Żaneta 张', "O'Brien 🙂", ''])('stays as it is: %s', (name) =>
    expect(apart(name)).toBe(name),
  );

  test.each([
    ['a right-to-left override', `Jo${OVERRIDE}nad`, `${ISOLATE}Jo${OVERRIDE}nad${END}`],
    ['letters that run the other way', 'ירדן', `${ISOLATE}ירדן${END}`],
    [
      'an end of an isolate, by which it would get out',
      `Jo${END}${OVERRIDE}`,
      `${ISOLATE}Jo${OVERRIDE}${END}`,
    ],
  ])('is closed off from the words around it, with %s', (_, name, shown) => expect(apart(name)).toBe(shown));

  test('is so wherever a person of a plan is named', () => {
    const draft = dcDraft();
    const participants = draft.participants.map((person) =>
      person.id === 'employee' ? { ...person, name: 'ירדן' } : person,
    );
    const plan = Scenario.launched({ ...draft, participants }).require();
    expect(nameOf(plan, 'employee')).toBe(`${ISOLATE}ירדן${END}`);
    expect(nameOf(plan, 'supervisor')).toBe('Dana Whitfield');
  });
});

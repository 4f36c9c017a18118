import { expect, test } from 'vitest';
import { checkInFields } from '../../views/models/kinds/check-in.ts';
import * as lived from './lived.ts';
import { checkingIn, contextOf, requestOf } from './sample.ts';

test('whoever writes what went well is told who hears of it: others, not they themselves', () => {
  const plan = checkingIn();
  const hintFor = (reader: string): string | undefined =>
    checkInFields(requestOf(plan, lived.CHECK_IN), contextOf(plan, reader)).rest[0]?.hint;
  expect(hintFor('employee')).toBe('It is put on the record with the same weight as what did not go well.');
  expect(hintFor('supervisor')).toBe(
    'It is put on the record with the same weight as what did not go well, and the person concerned is told.',
  );
});

import { isDay } from '../../../domain/calendar.ts';
import type { BrokenRule } from '../../../domain/errors.ts';
import type { Fault } from '../../../views/admin/editor/model.ts';
import { type Leaf, type Spec, specAt } from '../../../views/admin/editor/spec.ts';
import { valueAt } from './holes.ts';

/** What is missing, as somebody is told who has the input before them. */
const TO_DO: Record<Leaf['is'], string> = {
  line: 'This is empty: say it in a few words.',
  words: 'This is empty: say it in a few words.',
  day: 'Choose a day.',
  number: 'Write a number.',
  'yes-no': 'Choose Yes or No.',
  person: 'Choose a person.',
  choice: 'Choose one.',
  pack: 'Choose one.',
  zone: 'Write a time zone.',
  competency: 'Choose a competency.',
};

/** A fault of half-written content in words of the form: the domain says the same as programs write it. */
export function faultIn(content: unknown, spec: Spec, { field, message, rule, citation }: BrokenRule): Fault {
  const said = inFormWords(specAt(spec, field), valueAt(content, field), { message, rule });
  // Rules that no pack states need no source beside what they say.
  return {
    field,
    message: said,
    ...(rule !== 'shape' && rule !== 'product' && { source: `${rule}, ${citation}` }),
  };
}

function inFormWords(
  spec: Spec | undefined,
  value: unknown,
  { message, rule }: Pick<BrokenRule, 'message' | 'rule'>,
): string {
  if (!spec || spec.is === 'list') return message;
  const isEmpty = value === undefined || value === '';
  if (spec.is === 'group') return isEmpty && spec.optional ? 'Answer each of these questions.' : message;
  if (spec.is === 'day' && isEmpty) return TO_DO.day;
  if (spec.is === 'day' && !isDay(String(value))) return 'There is no such day: choose one that exists.';
  if (rule !== 'shape') return message;
  if (isEmpty) return TO_DO[spec.is];
  return spec.is === 'choice' ? 'Choose one of those that are offered.' : message;
}

import { dayInWords, numberInWords } from '../dates.ts';
import type { Words } from '../words/en.ts';

/** The parts of a whole point, as the record of a change names them. */
const PARTS: Record<string, string> = {
  Deficiency: 'deficiency',
  'Desired outcome': 'desiredOutcome',
  Actions: 'actions',
  Measure: 'measure',
  'Check-ins': 'checkIns',
  Support: 'support',
};

const BENCHMARK = /^benchmark (-?[\d.]+)$/;
const MEASURE = /^(.*), from (-?[\d.]+) to (-?[\d.]+) (.*)$/;
const ACTION = /^(.*), due (\d{4}-\d{2}-\d{2})(?:, by ([^,]+))?(?:, outcome: (.*))?$/;
const SUPPORT = /^(.*) \(([a-z ]+)\), from (.*), due (\d{4}-\d{2}-\d{2})$/;

/**
 * A thing that is wholly new or gone: what the record says of it around the plan's own words, in the reader's.
 * `list` is what it is one of.
 */
export function thingInWords(value: string, list: string, words: Words): string {
  switch (list) {
    case 'items':
      return value
        .split(' | ')
        .map((part) => partOfItem(part, words))
        .join(' | ');
    case 'checkIns':
      return value.replace(BENCHMARK, (_, number) =>
        words.changes.part(words.changes.fields.benchmark ?? '', numberInWords(Number(number), words.locale)),
      );
    case 'measure':
      return measureInWords(value, words);
    case 'actions':
      return actionInWords(value, words);
    case 'support':
      return supportInWords(value, words);
    case 'followUps':
      return followUpInWords(value, words);
    default:
      return value;
  }
}

function partOfItem(part: string, words: Words): string {
  const [, label = '', said = ''] = /^([A-Z][a-z -]+): (.*)$/.exec(part) ?? [];
  const field = Object.hasOwn(PARTS, label) ? PARTS[label] : undefined;
  if (field === undefined) return part;
  const name = words.changes.fields[field] ?? label;
  const whole = field === 'measure' || field === 'support' || field === 'actions';
  const texts = whole ? said.split('; ').map((one) => thingInWords(one, field, words)) : [said];
  return words.changes.part(name.charAt(0).toLocaleUpperCase(words.locale) + name.slice(1), texts.join('; '));
}

const measureInWords = (value: string, words: Words): string =>
  value.replace(MEASURE, (_, name, from, to, unit) => {
    const number = (text: string): string => numberInWords(Number(text), words.locale);
    return words.plan.measureSays(name, number(from), number(to), unit, Number(to) >= Number(from));
  });

const actionInWords = (value: string, words: Words): string =>
  value.replace(ACTION, (_, what, due, by, outcome) => {
    const w = words.plan;
    const more = [
      w.actionDue(dayInWords(due, words.locale)),
      by && w.actionBy(by),
      outcome && w.actionOutcome(outcome),
    ];
    return w.action(what, more.filter(Boolean).join('; '));
  });

const supportInWords = (value: string, words: Words): string =>
  value.replace(SUPPORT, (all, what, kind, owner, due) => {
    const kinds: Record<string, string> = words.common.support;
    const known = kinds[kind.replaceAll(' ', '_')];
    return known ? words.plan.supportSays(known, what, owner, dayInWords(due, words.locale)) : all;
  });

function followUpInWords(value: string, words: Words): string {
  const [type = '', ...rest] = value.split(' | ');
  const types: Record<string, string> = words.common.followUps;
  return [types[type.replaceAll(' ', '_')] ?? type, ...rest].join(' | ');
}

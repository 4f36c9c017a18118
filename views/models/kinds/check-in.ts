import { type AskedItem, checkInItems, readingItems } from '../../../domain/check-ins.ts';
import type { CheckInAnswer, Progress, Request } from '../../../domain/plan.ts';
import { itemName } from '../answer-view.ts';
import type { Field, FieldValues } from '../fields.ts';
import type { ViewContext } from '../view-context.ts';
import { choiceOf, given, textOf } from './values.ts';

const PROGRESS: readonly Progress[] = ['below', 'near', 'reached'];

/** The form of a follow-up: first whether it was held, then each item it asks about, then the rest. */
export interface CheckInFields {
  meeting: Field;
  items: { asked: AskedItem; fields: Field[] }[];
  rest: Field[];
}

/** Which fields a follow-up has, by what it asks for. */
export function checkInFields(request: Request, context: ViewContext): CheckInFields {
  const { plan, reader, words } = context;
  const w = words.checkIn;
  const own = plan.draft.subject.participant === reader;
  const asks = request.followUp?.asks;
  const said = asks === 'readings' || asks === 'notes' ? w[asks] : w;
  return {
    meeting: {
      type: 'radios',
      name: 'meeting',
      label: said.meeting,
      options: [
        { value: 'held', label: said.held },
        { value: 'not_held', label: said.notHeld, hint: w.notHeldHint },
      ],
      missing: words.errors.meeting,
    },
    items: [
      ...checkInItems(plan, request.id).map((asked) => ({ asked, fields: ratingFields(asked, context) })),
      ...readingItems(plan, request.id).map((asked) => ({
        asked,
        fields: [{ ...reading(asked, context), missing: words.errors.reading(asked.item.measure.name) }],
      })),
    ],
    rest: [
      {
        type: 'longText',
        name: 'recognition',
        label: w.recognition,
        hint: own ? w.recognitionHintSelf : w.recognitionHint,
      },
      { type: 'longText', name: 'comment', label: asks === 'notes' ? w.notesComment : w.comment },
    ],
  };
}

function ratingFields(asked: AskedItem, context: ViewContext): Field[] {
  const { plan, pack, words } = context;
  const w = words.checkIn;
  const { id } = asked.item;
  const heading = itemName(plan, id, pack, words);
  return [
    {
      type: 'radios',
      name: `progress-${id}`,
      label: w.progress(heading),
      options: PROGRESS.map((value) => ({ value, label: words.common.progress[value] })),
      missing: words.errors.progress(heading),
    },
    { type: 'longText', name: `note-${id}`, label: w.note, hint: w.noteHint },
    reading(asked, context),
  ];
}

function reading({ item }: AskedItem, { words }: ViewContext): Extract<Field, { type: 'number' }> {
  const w = words.checkIn;
  const { name, unit } = item.measure;
  return { type: 'number', name: `reading-${item.id}`, label: w.reading(name), hint: w.readingHint(unit) };
}

/** All fields of the form, in the order of the page. */
export const allFields = ({ meeting, items, rest }: CheckInFields): Field[] => [
  meeting,
  ...items.flatMap(({ fields }) => fields),
  ...rest,
];

/** What was filled in, as an answer. */
export function checkInAnswer(values: FieldValues, request: Request, { plan }: ViewContext): CheckInAnswer {
  const rated = checkInItems(plan, request.id).map(({ item }) => item);
  const measured = [...rated, ...readingItems(plan, request.id).map(({ item }) => item)];
  const readings = measured.flatMap(({ id }) => {
    const value = values[`reading-${id}`];
    return typeof value === 'number' ? [{ item: id, value }] : [];
  });
  return {
    kind: 'check_in',
    meeting: choiceOf(values, 'meeting', ['held', 'not_held']),
    items: rated.map(({ id }) => ({
      item: id,
      progress: choiceOf(values, `progress-${id}`, PROGRESS),
      ...given('note', textOf(values, `note-${id}`)),
    })),
    ...given('readings', readings.length > 0 ? readings : undefined),
    ...given('comment', textOf(values, 'comment')),
    ...given('recognition', textOf(values, 'recognition')),
  };
}

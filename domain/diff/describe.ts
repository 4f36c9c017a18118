import type { Action, FollowUpDate, Item, Measure, Participant, Support } from '../draft.ts';

/** A JSON object, as opposed to a list or a plain value. */
export function isThing(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type NameOf = (id: string) => string;

/** `site_visit` as `site visit`. */
const plain = (code: string): string => code.replaceAll('_', ' ');

const support = ({ what, kind, owner, due }: Support, nameOf: NameOf): string =>
  `${what} (${plain(kind)}), from ${nameOf(owner)}, due ${due}`;
const action = ({ what, due, responsible, outcome }: Action, nameOf: NameOf): string =>
  [
    what,
    ...(due ? [`due ${due}`] : []),
    ...(responsible ? [`by ${nameOf(responsible)}`] : []),
    ...(outcome ? [`outcome: ${outcome}`] : []),
  ].join(', ');
const measure = ({ name, unit, baseline, target }: Measure): string =>
  `${name}, from ${baseline} to ${target} ${unit}`;
const listed = (title: string, parts: string[]): string[] =>
  parts.length > 0 ? [`${title}: ${parts.join('; ')}`] : [];

/** How a whole thing reads when it is new or gone; what is not here is written as `name: value`. */
const SAYS = {
  participants: ({ name, role, email }: Participant) => `${name}, ${role}, ${email}`,
  items: (item: Item, nameOf: NameOf) =>
    [
      ...listed('Deficiency', [item.deficiency]),
      ...listed('Desired outcome', [item.desiredOutcome]),
      ...listed(
        'Actions',
        item.actions.map((each) => action(each, nameOf)),
      ),
      ...listed('Measure', [measure(item.measure)]),
      ...listed(
        'Check-ins',
        item.checkIns.map(({ date, benchmark }) => `${date} ${benchmark}`),
      ),
      ...listed(
        'Support',
        item.support.map((each) => support(each, nameOf)),
      ),
    ].join(' | '),
  actions: action,
  measure,
  checkIns: ({ benchmark }: Item['checkIns'][number]) => `benchmark ${benchmark}`,
  support,
  followUps: ({ type, agenda, questions = [] }: FollowUpDate) =>
    [plain(type), ...(agenda ? [agenda] : []), ...questions].join(' | '),
  priorCoaching: ({ summary }: { summary: string }) => summary,
  evidence: ({ summary }: { summary: string }) => summary,
};

/**
 * A new or removed thing in one readable line; `name` is the field, or the list, it belongs to, `nameOf` how a person is
 * called.
 */
export function describe(name: string, thing: Record<string, unknown>, nameOf: NameOf): string {
  const known = (SAYS as Record<string, unknown>)[name] as
    | ((thing: unknown, nameOf: NameOf) => string)
    | undefined;
  const said = Object.hasOwn(SAYS, name) && known ? onOneLine(known(thing, nameOf)) : '';
  if (said !== '') return said;
  return Object.entries(thing)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `${spaced(key)}: ${isThing(value) ? describe(key, value, nameOf) : onOneLine(String(value))}`,
    )
    .join('; ');
}

/** `helpGiven` as `help given`. */
const spaced = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

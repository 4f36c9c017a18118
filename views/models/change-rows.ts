import type { Change, Role } from '../../domain/plan.ts';
import { dayInWords } from '../dates.ts';
import { sees } from '../visibility.ts';
import { itemName } from './answer-view.ts';
import { thingInWords } from './change-values.ts';
import { nameOf } from './plan-view.ts';
import type { ViewContext } from './view-context.ts';

/**
 * What is different, one row each: what, before, now. Who is surveyed is named to nobody, nor is anybody's address; what
 * was asked before the plan was written is for HR.
 */
export function changeRows(changes: Change[], context: ViewContext): string[][] {
  const w = context.words.changes;
  const surveyed = everSurveyed(context);
  const split = changes.map((change) => ({ change, path: pathOf(change.field) }));
  const isSurveyed = ({ path: [top, id = ''] }: Split): boolean => top === 'participants' && surveyed.has(id);
  const rows = split
    .filter((one) => !isSurveyed(one) && !isHidden(one, context))
    .map((one) => rowOf(one, context));
  return split.some(isSurveyed) ? [...rows, [w.surveyed, w.notShown, w.changed]] : rows;
}

interface Split {
  change: Change;
  path: string[];
}

const pathOf = (field: string): string[] => field.split('/').slice(1).map(unescaped);

const unescaped = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

/** A person in one line, as a change describes somebody who is new or gone. */
const PERSON = /^(.*), ([a-z_]+), \S+$/;

/** Whoever answers surveys about the plan, or did in any version of it. */
function everSurveyed({ plan: { draft, former, versions } }: ViewContext): Set<string> {
  const people = [...draft.participants, ...former].filter(({ role }) => role === 'stakeholder');
  const said = versions.flatMap(({ changes }) =>
    changes.flatMap(({ field, before, after }) => {
      const [top, id, leaf] = pathOf(field);
      if (top !== 'participants' || id === undefined) return [];
      const roles = [before, after].map((value) =>
        leaf === 'role' ? value : leaf === undefined && value ? PERSON.exec(value)?.[2] : undefined,
      );
      return roles.includes('stakeholder') ? [id] : [];
    }),
  );
  return new Set([...people.map(({ id }) => id), ...said]);
}

/** In which order people are listed says nothing, and it would name them all; what they read in is their own affair. */
function isHidden({ path }: Split, { plan, reader }: ViewContext): boolean {
  if (path[0] === 'participants' && path.length === 1) return true;
  if (path[0] === 'participants' && ['language', 'timeZone'].includes(path[2] ?? '')) return true;
  return path[0] === 'triage' && !sees({ plan, reader }, 'triage');
}

function rowOf({ change: { field: _, before, after }, path }: Split, context: ViewContext): string[] {
  const w = context.words.changes;
  const isWhole = before === null || after === null || /^(items|checkIns|followUps)$/.test(path.at(-1) ?? '');
  const said = (value: string): string => valueInWords(value, path, isWhole, context);
  const what = partInWords(path, context);
  if (path[0] === 'participants' && path.at(-1) === 'email') return [what, w.notShown, w.changed];
  return [what, before === null ? w.new : said(before), after === null ? w.gone : said(after)];
}

const DAY = /^(\d{4}-\d{2}-\d{2})(-\d+)?$/;
const ANY_DAY = /\b\d{4}-\d{2}-\d{2}\b/g;

/** Days are written out, people called by their names, codes put into words; the rest stands as it is in the plan. */
function valueInWords(value: string, path: string[], isWhole: boolean, context: ViewContext): string {
  const { plan, words } = context;
  const { common, locale } = words;
  const leaf = path.at(-1) ?? '';
  const day = (text: string): string => dayInWords(text, locale);
  if (DAY.test(value)) return day(value);
  const person = path[0] === 'participants' && path.length === 2 ? PERSON.exec(value) : null;
  if (person) return words.plan.person(person[1] ?? '', common.roles[person[2] as Role] ?? person[2]);
  const known = (CODES[leaf]?.(context) ?? {}) as Record<string, string>;
  if (Object.hasOwn(known, value)) return known[value] ?? value;
  if (['owner', 'responsible', 'participant'].includes(leaf)) return nameOf(plan, value);
  if (value === 'true' || value === 'false') return common[value === 'true' ? 'yes' : 'no'];
  if (leaf === 'items' || leaf === 'followUps' || leaf === 'checkIns') return inOrder(value, path, context);
  return isWhole ? thingInWords(value, listOf(path), words).replace(ANY_DAY, day) : value;
}

/** Of what a whole thing is one: things in lists are named by their day, id or place. */
function listOf(path: string[]): string {
  const isOf = (name: string): boolean => path.at(-1) === name || path.at(-2) === name;
  if (path[0] === 'followUps') return path.length === 3 ? 'followUps' : '';
  return ['checkIns', 'support', 'measure', 'items'].find(isOf) ?? '';
}

/** What stands in a plan as a code, by the field it stands in. */
const CODES: Record<string, (context: ViewContext) => Partial<Record<string, string>>> = {
  role: ({ words }) => words.common.roles,
  kind: ({ words }) => ({ ...words.common.support, ...words.changes.sources }),
  type: ({ words }) => ({ ...words.common.followUps, ...words.changes.subjects }),
  direction: ({ words }) => words.changes.directions,
  code: ({ pack }) =>
    Object.fromEntries(pack.content.competencies.is.map(({ code, title }) => [code, title])),
};

/** Things in another order, by what they are called. */
function inOrder(value: string, path: string[], context: ViewContext): string {
  const called = (key: string): string =>
    partInWords([...path, ...key.split('/').map(unescaped)], context, path.length);
  return value.split(' | ').map(called).join(' | ');
}

/** Lists whose entries are known by their place alone. */
const NUMBERED = ['actions', 'support', 'questions'];

/** A place in the plan as people call it: `1. Job Knowledge: measure: target`. `from` leaves out what comes before. */
function partInWords(path: string[], { plan, pack, words }: ViewContext, from = 0): string {
  const w = words.changes;
  const isItem = path[0] === 'items' && path.length > 1;
  const named = path.map((token, at) => {
    const list = path[at - 1] ?? '';
    if (isItem && at === 1) {
      return plan.draft.items.some(({ id }) => id === token) ? itemName(plan, token, pack, words) : w.noItem;
    }
    if (path[0] === 'participants' && at === 1) return nameOf(plan, token);
    const day = DAY.exec(token)?.[1];
    if (day) return dayInWords(day, words.locale);
    if (NUMBERED.includes(list) && /^\d+$/.test(token)) return w.numbered(Number(token) + 1);
    if (path[0] === 'followUps' && at === 2) return typeInWords(token, words.common.followUps);
    return w.fields[token] ?? token;
  });
  const parts = named.slice(Math.max(from, isItem ? 1 : 0));
  return parts.reduce((whole, part) => (part.startsWith(', ') ? `${whole}${part}` : w.part(whole, part)));
}

/** A type of follow-up, also the second one of its day. */
function typeInWords(token: string, types: Partial<Record<string, string>>): string {
  return types[token.replace(/-\d+$/, '')] ?? token;
}

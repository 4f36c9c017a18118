import { daysInclusive } from '../../domain/calendar.ts';
import { tolledDays } from '../../domain/opportunity.ts';
import type { Change, Plan, Request, Version } from '../../domain/plan.ts';
import { dayInWords } from '../dates.ts';
import type { Words } from '../words/en.ts';
import { itemName, type Line } from './answer-view.ts';
import type { TableView } from './blocks.ts';
import { nameOf } from './plan-view.ts';
import type { ViewContext } from './view-context.ts';

/** What is different in a version of the plan, to be read before it. */
export interface ChangesView {
  heading: string;
  facts: Line[];
  table: TableView | undefined;
}

/** Of a question that asks to sign for a later version: what that version changed; `undefined` of the first. */
export function changesBehind(request: Request, context: ViewContext): ChangesView | undefined {
  const { plan, words } = context;
  const at = plan.versions.findIndex(({ number }) => number === request.version);
  const version = plan.versions[at];
  const before = plan.versions[at - 1];
  if (!version || !before) return undefined;
  const w = words.changes;
  const days = (one: Version): string => words.common.days(daysThatCount(one, plan));
  const total = w.totalSays(days(before), days(version));
  return {
    heading: w.heading(version.number),
    facts: [
      { label: w.reason, value: whyOf(version, words) },
      { label: w.total, value: tolledBy(version, plan) > 0 ? w.withoutAbsence(total) : total },
    ],
    table:
      version.changes.length > 0
        ? {
            caption: w.caption,
            head: [w.what, w.before, w.after],
            rows: version.changes.map((change) => rowOf(change, context)),
          }
        : undefined,
  };
}

/** The days of the period in this version, without those on which the clock had stood still by then. */
const daysThatCount = (version: Version, plan: Plan): number =>
  daysInclusive(version.startDate, version.endDate) - tolledBy(version, plan);

/** Every pause that was over made a version of its own. */
function tolledBy({ number, startDate }: Version, { versions, pauses, draft }: Plan): number {
  const over = versions.filter((version) => version.because === 'resumed' && version.number <= number).length;
  const resumed = pauses.filter(({ resumedOn }) => resumedOn !== undefined).slice(0, over);
  return tolledDays({ draft: { ...draft, startDate }, pauses: resumed });
}

/** In the words of whoever changed it, unless it changed by a rule. */
function whyOf({ because, reason }: Version, words: Words): string {
  const by = because === 'launched' ? '' : words.fairness.versions.because[because];
  return because === 'credited' ? by : (reason ?? by);
}

function rowOf({ field, before, after }: Change, context: ViewContext): string[] {
  const { plan, words } = context;
  const w = words.changes;
  const said = (value: string): string => valueInWords(value, plan, words.locale);
  return [
    partInWords(field, context),
    before === null ? w.new : said(before),
    after === null ? w.gone : said(after),
  ];
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days are written out, and people called by their names; everything else stands as it is written in the plan. */
function valueInWords(value: string, plan: Plan, locale: string): string {
  return DAY.test(value) ? dayInWords(value, locale) : nameOf(plan, value);
}

/** A place in the plan as people call it: `1. Job Knowledge: measure: target`. */
function partInWords(field: string, { plan, pack, words }: ViewContext): string {
  const w = words.changes;
  const path = field
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  const isItem = path[0] === 'items' && path.length > 1;
  const named = path.map((token, at) => {
    if (isItem && at === 1) return itemName(plan, token, pack, words);
    if (path[0] === 'participants' && at === 1) return nameOf(plan, token);
    if (DAY.test(token)) return dayInWords(token, words.locale);
    return w.fields[token] ?? token;
  });
  return (isItem ? named.slice(1) : named).reduce((whole, part) => w.part(whole, part));
}

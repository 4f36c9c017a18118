import { daysInclusive } from '../../domain/calendar.ts';
import { tolledDays } from '../../domain/opportunity.ts';
import type { Plan, Request, Version } from '../../domain/plan.ts';
import type { Words } from '../words/en.ts';
import type { Line } from './answer-view.ts';
import type { TableView } from './blocks.ts';
import { changeRows } from './change-rows.ts';
import type { ViewContext } from './view-context.ts';

/** What is different in a version of the plan, to be read before it. */
export interface ChangesView {
  heading: string;
  facts: Line[];
  table: TableView | undefined;
}

/** Of a question that asks to sign for a later version: what that version changed; `undefined` of the first. */
export function changesBehind(
  request: Pick<Request, 'version'>,
  context: ViewContext,
): ChangesView | undefined {
  const { plan, words } = context;
  const at = plan.versions.findIndex(({ number }) => number === request.version);
  const version = plan.versions[at];
  const before = plan.versions[at - 1];
  if (!version || !before) return undefined;
  const w = words.changes;
  const days = (one: Version): string => words.common.days(daysThatCount(one, plan));
  const rows = changeRows(version.changes, context);
  const total = w.totalSays(days(before), days(version));
  return {
    heading: w.heading(version.number),
    facts: [
      { label: w.reason, ...whyOf(version, words) },
      { label: w.total, value: tolledBy(version, plan) > 0 ? w.withoutAbsence(total) : total },
    ],
    table: rows.length > 0 ? { caption: w.caption, head: [w.what, w.before, w.after], rows } : undefined,
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
function whyOf({ because, reason }: Version, words: Words): Omit<Line, 'label'> {
  const by = because === 'launched' ? '' : words.fairness.versions.because[because];
  return because === 'credited' || reason === undefined ? { value: by } : { value: reason, said: 'plan' };
}

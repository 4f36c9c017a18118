import type { WorkText } from '../../../adapters/workspace.ts';
import { isDay } from '../../../domain/calendar.ts';
import type { Day } from '../../../domain/plan.ts';
import { rulesFor } from '../../../domain/rules.ts';
import { SPECS } from '../../../views/admin/editor/plan-spec.ts';
import type { TaskPorts } from '../../ports.ts';
import { CADENCES, checkInDays, withBenchmarks } from './cadence.ts';
import { type Content, isThing } from './content.ts';
import type { KnownIds } from './known-ids.ts';
import { withoutRow, withRow } from './rows.ts';

interface Operated {
  content: Content;
  /** Where the page goes on, after its address. */
  goOn: string;
}

type Ports = Pick<TaskPorts, 'library' | 'settings' | 'now'>;

/** What a button of the form does to what was typed: `add:/items`, `remove:/items/0`, `check-ins:/items/0`. */
export function operate(
  op: string,
  typed: Content,
  form: URLSearchParams,
  work: WorkText,
  known: KnownIds,
  ports: Ports,
): Operated {
  const [verb = '', pointer = ''] = splitOnce(op);
  switch (verb) {
    case 'add': {
      const { content, at } = withRow(typed, SPECS[work.kind], pointer, known);
      return { content, goOn: at ? `?added=${at}#${at}` : '' };
    }
    case 'remove': {
      const { content, at } = withoutRow(typed, pointer);
      return { content, goOn: at ? `#${at}` : '' };
    }
    case 'check-ins': {
      const content = filledIn(typed, pointer, Number(form.get(`cadence:${pointer}`)), work, ports);
      return content ? { content, goOn: `#${pointer}/checkIns` } : { content: typed, goOn: '?days=missing' };
    }
    case 'save':
      return { content: typed, goOn: '?saved=yes' };
    default:
      return { content: typed, goOn: '' };
  }
}

const splitOnce = (op: string): string[] => {
  const colon = op.indexOf(':');
  return colon < 0 ? [op] : [op.slice(0, colon), op.slice(colon + 1)];
};

/** The item with check-ins from a cadence; `undefined` while the plan's days are not known. */
function filledIn(
  content: Content,
  pointer: string,
  weeks: number,
  work: WorkText,
  { library, settings, now }: Ports,
): Content | undefined {
  const at = Number(/^\/items\/(\d+)$/.exec(pointer)?.[1] ?? Number.NaN);
  const items = Array.isArray(content.items) ? content.items : [];
  const item: unknown = items[at];
  const { defaults } = settings;
  const rules = rulesFor(
    textOr(content.pack, defaults.pack),
    textOr(content.timeZone, defaults.timeZone),
    library,
  );
  const first = dayOr(content.startDate);
  const last = dayOr(content.endDate);
  if (!isThing(item) || !rules || !last || !CADENCES.some((each) => each === weeks)) return undefined;
  const today = rules.calendar.dayOf(now());
  // Of a plan that runs, what is over stays as it was.
  const kept = work.kind === 'amend' ? checkInsOf(item).filter(({ date }) => String(date) <= today) : [];
  const from = work.kind === 'amend' ? (String(kept.at(-1)?.date ?? today) as Day) : first;
  if (!from || from > last) return undefined;
  const days = checkInDays(from, last, weeks, rules.calendar).filter(
    (day) => work.kind !== 'amend' || day > today,
  );
  const measure = isThing(item.measure) ? item.measure : {};
  const baseline = kept.length > 0 ? kept.at(-1)?.benchmark : measure.baseline;
  const checkIns = [...kept, ...withBenchmarks(days, baseline, measure.target)];
  return { ...content, items: items.map((each, place) => (place === at ? { ...item, checkIns } : each)) };
}

const checkInsOf = ({ checkIns }: Content): Content[] =>
  Array.isArray(checkIns) ? checkIns.filter(isThing) : [];
const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' && value !== '' ? value : otherwise;
const dayOr = (value: unknown): Day | undefined =>
  typeof value === 'string' && isDay(value) ? value : undefined;

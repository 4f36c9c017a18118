import type { Plan } from '../../../domain/plan.ts';
import type { Block, TableView } from '../../models/blocks.ts';
import type { PlanPageItem } from '../../models/plan-page/items.ts';
import type { PlanView } from '../../models/plan-view.ts';
import type { RecordEntry } from '../../models/record-view.ts';
import type { Person } from './people.ts';
import type { Days } from './timeline.ts';

/** Something somebody typed about the plan, kept in its record. */
export interface Remark {
  who: string;
  when: string;
  text: string;
  about?: string;
  late?: boolean;
}

/** A question that waits for somebody. */
export interface Waiting {
  what: string;
  who: string;
  since: string;
  due: string;
  isLate: boolean;
}

/** A later version of the plan: why, and what it changed. */
export interface VersionView {
  title: string;
  why: string;
  table: TableView | undefined;
}

/** One action on the page: where its form is, or why it makes no sense now. */
export interface Offered {
  title: string;
  href: string;
  why?: string;
}

/** What the reader does next, or who else is awaited; the first way is the usual one. */
export interface NextStep {
  says: string;
  ways: { title: string; href: string }[];
}

/** A whole plan for whoever keeps or checks its record. */
export interface PlanModel {
  id: string;
  title: string;
  timeZone: string;
  status: Plan['status'];
  /** What it means, then what comes next. */
  says: string[];
  outcome: string | undefined;
  facts: { label: string; value: string }[];
  pack: { title: string; rules: { says: string; citation: string; source?: string }[] };
  waiting: Waiting[];
  /** What is due is being done at this moment: the page follows it. */
  isBusy: boolean;
  /** Only for whoever may act. */
  next: NextStep | undefined;
  actions: { group: string; offered: Offered[] }[];
  /** What takes back what was just done. */
  undo: { href: string; text: string } | undefined;
  timeline: Days;
  people: Person[];
  /** Of what was written about the draft while it was one. */
  comments: Remark[];
  notes: Remark[];
  items: PlanPageItem[];
  versions: VersionView[];
  /** Every question but surveys, with what was answered. */
  answers: RecordEntry[];
  blocks: Block[];
  whole: PlanView;
  /** Names of the workflow executions it had, the one that drives it last. */
  executions: string[];
}

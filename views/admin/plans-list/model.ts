import type { ListedPerson, WaitedFor } from '../../../domain/listing.ts';
import type { Instant, PlanStatus } from '../../../domain/plan.ts';

/** What the list shows of a plan, to HR, to auditors and to its manager alike. */
export interface PlanInList {
  planId: string;
  title: string;
  status: PlanStatus;
  outcome: string | null;
  timeZone: string;
  participants: readonly ListedPerson[];
  about: string;
  waiting: readonly Omit<WaitedFor, 'roles'>[];
  decisionDueAt: Instant | null;
  bounced?: boolean;
}

/** Values as they stand in the address and in the form, by the name of their field. */
export type QueryValues = Readonly<Record<string, string>>;

export interface CountLink {
  text: string;
  /** As it is shown, e.g. `1,000+`. */
  number: string;
  href: string;
  isHere: boolean;
}

export interface PlansModel {
  values: QueryValues;
  faults: readonly { field: string; message: string }[];
  plans: readonly PlanInList[];
  /** Of a page that is not full although there are more plans to look at. */
  lookedThrough?: number;
  /** The next page, and the first when this is another. */
  next?: string;
  first?: string;
  /** Not for managers. */
  counts?: readonly CountLink[];
  /** What all of the organisation has saved; not for managers. */
  views?: readonly { id: string; name: string; href: string; isHere: boolean }[];
  csv: string;
  json: string;
  /** Whether the reader may change anything. */
  mayAct: boolean;
  /** Whether only the reader's own plans are in it. */
  isOwn: boolean;
}

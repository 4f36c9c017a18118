import type {
  Command,
  Context,
  Instant,
  LinkId,
  LinkScope,
  ListedPlan,
  OutboxItem,
  Plan,
  PlanEvent,
  PlanFilter,
  PlanId,
  PlanSummary,
  Quarter,
  ReportCard,
} from '../domain/index.ts';
import type { Once } from './done-once.ts';

/** An event as the record keeps it: `hash` is the SHA-256 (hex) over its canonical JSON, `prev` the hash before it. */
export type RecordedEvent = PlanEvent & { prev: string; hash: string };

/** SENT, DONE, FAILED and SKIPPED are final. UNKNOWN stays so and is never repeated, unless somebody settles it anew. */
export type OutboxStatus = 'PENDING' | 'SENDING' | 'SENT' | 'DONE' | 'UNKNOWN' | 'FAILED' | 'SKIPPED';

/** One owed side effect and how far it is. */
export type OutboxRow = OutboxItem & {
  planId: PlanId;
  status: OutboxStatus;
  createdAt: Instant;
  /** How often somebody claimed it. */
  attempts: number;
  /** While SENDING: until when the claim holds. */
  leaseUntil?: Instant;
  nudgedAt?: Instant;
  /** While PENDING again: nobody gets it before. */
  notBefore?: Instant;
  /** When it was meant to happen, where that is later than when it was owed. */
  owedFrom?: Instant;
  /** What SES called the message. */
  messageId?: string;
  /** When it came to its end, as far as whoever settled it says. */
  settledAt?: Instant;
  /** A short code, never a person's words. */
  error?: string;
  /** Of a mail that was claimed to go in one message with another: the key of that one. */
  sentWith?: string;
  /** When the reader's mail system took the message. It may have sent it back later: see `returnedAt`. */
  deliveredAt?: Instant;
  /** When the message was said to have come back, or not to be passed on. */
  returnedAt?: Instant;
  /** Whether that was only an answer by a machine, should it turn out that the message had arrived. */
  inDoubt?: true;
};

/** What became of a message after SES took it; `null` is not so any more. */
export type DeliveryNews =
  | { deliveredAt: Instant; returnedAt?: null; inDoubt?: null }
  | { returnedAt: Instant; inDoubt?: true | null };

export interface Settlement {
  status: Exclude<OutboxStatus, 'SENDING'>;
  messageId?: string;
  settledAt?: Instant;
  error?: string;
  /** With PENDING: when to try again. The sweeper brings it back; without it the stream does so at once. */
  notBefore?: Instant;
  /** With PENDING: it is held on purpose until then, and not late before. */
  owedFrom?: Instant;
  /** With PENDING: nothing was tried, so the claim does not count as an attempt. */
  untried?: true;
  /** Settle only this claim (the `attempts` of the claimed row): a worker that was overtaken changes nothing. */
  attempt?: number;
}

export type LinkRow = LinkScope & {
  /** Part of what an address is signed over: one made for another generation does not open. 1, and one more per renewal. */
  generation: number;
};

/** A plan as it was read, and the hash of its newest event. */
export interface Known {
  plan: Plan;
  head: string;
}

/** An unfinished answer: no part of the record, and read by nobody but whoever holds its link. */
export interface SavedAnswer {
  /** What was typed, by the names of the form's fields. */
  values: Record<string, string>;
  at: Instant;
  /** The number of the plan's last event when the form was shown. */
  planVersion: number;
  /** The table forgets it by itself from then on, give or take some days. */
  until: Instant;
}

/** What a link opens: the plan as its holder's pages know it, and what they saved and did not send. */
export interface Behind extends Known {
  link: LinkRow;
  saved?: SavedAnswer;
}

/** Where a workflow waits for people. */
export interface Wait {
  token: string;
  run: number;
  /** The plan's version when the wait began; only what was recorded later ends it. */
  sinceVersion: number;
}

/** What stays of a plan after its record was deleted: that it was, when and why, and nothing about anybody. */
export interface Certificate {
  planId: PlanId;
  erasedAt: Instant;
  /** Until when the record had to be kept. */
  keptUntil: Instant;
  /** Id and citation of the rule that says how long, and the pack (`id@version`) it stands in. */
  rule: string;
  citation: string;
  pack: string;
  /** How many events there were, and the hash of the last: whoever holds an exported record can tell it is the same. */
  events: number;
  head: string;
}

/** How a command is sent, beside what it says. */
export interface Sending {
  once?: Once;
  ifVersion?: number;
}

export interface ListOptions extends PlanFilter {
  /** 1 to 100; 50 when absent. */
  limit?: number;
  /** From the page before, of the same filter. */
  cursor?: string;
}

/** A part of a list. */
export interface PlanPage {
  plans: ListedPlan[];
  /** To go on with; absent at the end of the list. */
  cursor?: string;
  /** Of a page that is not full although the list goes on: how many plans were looked at for it. */
  lookedThrough?: number;
}

/** A number of plans, counted as far as anybody cares for. */
export interface Count {
  atLeast: number;
  isMore: boolean;
}

/** What there is to look after: `decisions` are those due from now on. */
export type PlanCounts = Record<'overdue' | 'decisions' | 'bounced' | 'drafts' | 'live', Count>;

/** The record of all plans and of everything they still owe. Same contract in DynamoDB and in memory. */
export interface PlanStore {
  /**
   * Decides `command` on the newest plan and records what it yields, all or nothing. A lost race decides again. Whoever
   * has just read the plan hands it over as `known` and spares reading it again; what was saved behind the link they read
   * it by is forgotten with it.
   *
   * @param sending `once`: a repeat records nothing and answers the plan as it was when it was done; `ifVersion`: only
   * while the plan has this version.
   * @returns the plan afterwards and the new events; no events when there was nothing new to say. A repeat also tells
   * whether anything was recorded when it was done.
   * @throws any Refusal of the domain, StoreBusy, CommitTooLarge, BrokenRecord, PlanErased; KeyReused; PlanMovedOn.
   */
  commit(
    planId: PlanId,
    command: Command,
    context: Context,
    known?: Known & Partial<Pick<Behind, 'link' | 'saved'>>,
    sending?: Sending,
  ): Promise<{ plan: Plan; events: RecordedEvent[]; repeated?: 'recorded' | 'nothing' }>;
  /** @throws PlanNotFound, PlanErased, BrokenRecord, UnknownEvent */
  load(planId: PlanId): Promise<Plan>;
  /** The whole record in order, verified. @throws PlanNotFound, PlanErased, BrokenRecord */
  events(planId: PlanId): Promise<RecordedEvent[]>;
  /**
   * The plans looked for, in at most two waits for the table whatever is asked. Newest first; what is late or due soon
   * with the earliest in front, and what is found by words in their order. The lists may lag behind by moments: a plan
   * that is shown is as it stands, one that has just come to match may be missing.
   *
   * @param now what is overdue is measured by it
   * @throws BadCursor
   */
  list(options: ListOptions, now: Instant): Promise<PlanPage>;
  /** What there is to look after, in one wait; `decisionsBefore`: until when decisions count that are still to come. */
  counts(moments: { now: Instant; decisionsBefore: Instant }): Promise<PlanCounts>;
  /** What reports count of the plans whose last day lies in these quarters. The index may lag behind by moments. */
  reportCards(quarters: readonly Quarter[]): Promise<ReportCard[]>;
  /** Live plans whose next due moment is before `before`, earliest first. The index may lag behind by moments. */
  due(before: Instant): Promise<PlanSummary[]>;
  /**
   * At most `limit` plans whose record is to be deleted: deletions that were begun and not finished first, then plans
   * that were kept for longest. The index may lag behind; `erase` looks again.
   */
  erasable(before: Instant, limit: number): Promise<PlanId[]>;
  /**
   * Deletes the record of a plan that need not be kept any longer, or goes on where an earlier deletion was cut short.
   * From its first step on the plan is gone for every reader.
   *
   * @returns the certificate; `undefined`, and nothing is deleted, when the plan is to be kept after all.
   * @throws PlanNotFound, BrokenRecord
   */
  erase(planId: PlanId, context: Pick<Context, 'now' | 'library'>): Promise<Certificate | undefined>;
  /** What a link lets its holder do; `undefined` when it was never issued. */
  link(linkId: LinkId): Promise<LinkRow | undefined>;
  /**
   * The same with the plan it belongs to and what was saved behind it, in one wait for the table.
   *
   * @throws BrokenRecord, UnknownEvent
   */
  behind(linkId: LinkId): Promise<Behind | undefined>;
  /**
   * Counts one more form sent through this link.
   *
   * @returns how many it has been within the clock hour of `now`; 0 when the link was never issued.
   */
  countPost(linkId: LinkId, now: Instant): Promise<number>;
  /** Keeps an unfinished answer behind its link, in place of what was kept there before. @throws RangeError */
  saveAnswer(linkId: LinkId, answer: SavedAnswer): Promise<void>;
  /** Forgets it. */
  dropAnswer(linkId: LinkId, now: Instant): Promise<void>;
  /** Everything the plan ever owed, by key. */
  outbox(planId: PlanId): Promise<OutboxRow[]>;
  /**
   * Takes a PENDING row for `leaseSeconds`, maybe to go in one message with the row `sentWith`; `undefined` when somebody
   * else has it or it is done.
   */
  claim(
    planId: PlanId,
    key: string,
    now: Instant,
    leaseSeconds: number,
    sentWith?: string,
  ): Promise<OutboxRow | undefined>;
  /** Ends a claim (PENDING gives it back). Answers false, changing nothing, when the row is not open to it any more. */
  settle(planId: PlanId, key: string, settlement: Settlement): Promise<boolean>;
  /** Keeps with a SENT row what became of its message. Answers false, changing nothing, when the row is not SENT. */
  hear(planId: PlanId, key: string, news: DeliveryNews): Promise<boolean>;
  /** All rows of all plans that were owed before `before` and have not come to their end, held ones as well. */
  unfinishedOutbox(before: Instant): Promise<OutboxRow[]>;
  /** Those of them that somebody has to bring back: PENDING, owed and untouched since `before`, or SENDING with a lease that ended before it. */
  lateOutbox(before: Instant): Promise<OutboxRow[]>;
  /** Touches a PENDING row so that the table's stream delivers it again; false when it is not PENDING. */
  nudge(planId: PlanId, key: string, now: Instant): Promise<boolean>;
  /**
   * Keeps a task token, only while the plan is still exactly what the waiting workflow was told: same run, same version.
   *
   * @returns false when the plan has moved on; load it and decide again, so that no wake-up is lost.
   */
  putWait(planId: PlanId, wait: Wait): Promise<boolean>;
  wait(planId: PlanId): Promise<Wait | undefined>;
  /**
   * Owes this wait a signal, because the plan has moved on from what it waits for. Asking again changes nothing.
   *
   * @returns false when it was asked before.
   */
  requestSignal(planId: PlanId, wait: Wait, now: Instant): Promise<boolean>;
}

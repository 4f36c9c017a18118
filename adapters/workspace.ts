import type { Instant, PlanId } from '../domain/index.ts';
import { newWorkId } from './ids.ts';
import type { Key } from './keys.ts';
import type { Row, Rows } from './rows.ts';

/** What is being written: a new plan, the text of one that is still a draft, or a new version of one that runs. */
export type WorkKind = 'plan' | 'redraft' | 'amend';

/** A half-written text and who worked on it last. No part of any record. */
export interface WorkDraft {
  id: string;
  kind: WorkKind;
  title: string;
  /** One more with every save; version 1 is what it began with. */
  version: number;
  /** One more with every save and whenever something is said of it: whoever saw an older one writes nothing over it. */
  change: number;
  by: string;
  updatedAt: Instant;
  createdBy: string;
  createdAt: Instant;
  /** The plan it changes, or has become. */
  planId?: PlanId;
  /** The number of that plan's last event when its text was taken from it. */
  planVersion?: number;
  /** The page whose saves are the newest ones, and the version that page began from: it is never in its own way. */
  page?: { key: string; from: number };
  ended?: { how: 'discarded' | 'done'; by: string; at: Instant };
}

/** The same with its text: JSON of a plan's draft, as far as it is written. */
export interface WorkText extends WorkDraft {
  content: unknown;
}

/** What somebody sent that could not be saved, because others had been faster. */
export interface Aside {
  content: unknown;
  /** The version it was made from. */
  from: number;
  by: string;
}

/** Where plans are written before they are plans. Rows forget themselves 90 days after the last change. */
export interface Workspace {
  begin(
    text: Pick<WorkText, 'kind' | 'title' | 'content' | 'planId' | 'planVersion'>,
    by: string,
    now: Instant,
  ): Promise<WorkText>;
  /** `undefined` when there is none, or no more. */
  open(id: string): Promise<WorkText | undefined>;
  /** A version as it was saved; `undefined` when it is forgotten. */
  version(id: string, version: number): Promise<unknown>;
  /** Makes the next version of `before`; `undefined` when somebody else made it first, or said something of the draft. */
  save(before: WorkDraft, change: Change, now: Instant): Promise<WorkText | undefined>;
  /** Says of a draft what became of it, or takes that back; false when it is not as it was in `before` any more. */
  mark(before: WorkDraft, said: Said, now: Instant): Promise<boolean>;
  putAside(id: string, key: string, aside: Aside, now: Instant): Promise<void>;
  aside(id: string, key: string): Promise<Aside | undefined>;
  /** Those that are still written on, the newest change first; at most 200. */
  list(): Promise<WorkDraft[]>;
}

/** What became of a draft. With `kind` it goes on as another text of the plan. */
export type Said = Pick<WorkDraft, 'ended' | 'planId' | 'planVersion'> & { kind?: WorkKind };

export interface Change {
  content: unknown;
  title: string;
  by: string;
  page?: { key: string; from: number };
  planVersion?: number;
}

const KEPT_SECONDS = 90 * 24 * 3600;
const MOST = 200;
const LISTED = 'WORK';

const partition = (id: string): string => `WORK#${id}`;
const headKey = (id: string): Key => ({ pk: partition(id), sk: 'DRAFT' });
const versionKey = (id: string, version: number): Key => ({
  pk: partition(id),
  sk: `VERSION#${String(version).padStart(6, '0')}`,
});
const asideKey = (id: string, key: string): Key => ({ pk: partition(id), sk: `ASIDE#${key}` });
const ttlAfter = (now: Instant): number => Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS;

export function createWorkspace(rows: Rows): Workspace {
  const write = async (head: WorkDraft, content: unknown, now: Instant, before?: WorkDraft) => {
    const ttl = ttlAfter(now);
    const text = { ...versionKey(head.id, head.version), content: JSON.stringify(content), ttl };
    const when = before ? { change: [before.change] } : ('absent' as const);
    const done = await rows.transact([
      { row: headRow(head, ttl), when },
      { row: text, when: {} },
    ]);
    return done ? { ...head, content } : undefined;
  };

  return {
    async begin({ content, ...given }, by, now) {
      const id = newWorkId();
      const head: WorkDraft = {
        ...given,
        id,
        version: 1,
        change: 1,
        by,
        updatedAt: now,
        createdBy: by,
        createdAt: now,
      };
      const begun = await write(head, content, now);
      if (!begun) throw new Error('A new draft met another of the same id.');
      return begun;
    },

    async open(id) {
      const row = await rows.get(headKey(id));
      if (!row) return undefined;
      const head = headOf(row);
      const text = await rows.get(versionKey(id, head.version));
      return text && { ...head, content: JSON.parse(String(text.content)) };
    },

    async version(id, version) {
      const row = await rows.get(versionKey(id, version));
      return row && JSON.parse(String(row.content));
    },

    save(before, { content, title, by, page, planVersion }, now) {
      const { page: _, ...rest } = before;
      const head: WorkDraft = {
        ...rest,
        title,
        by,
        updatedAt: now,
        version: before.version + 1,
        change: before.change + 1,
        ...(page && { page }),
        ...(planVersion !== undefined && { planVersion }),
      };
      return write(head, content, now, before);
    },

    async mark(before, said, now) {
      const { ended: _, ...rest } = before;
      const head = { ...rest, ...said, change: before.change + 1 };
      return rows.put(headRow(head, ttlAfter(now)), { change: [before.change] });
    },

    async putAside(id, key, { content, from, by }, now) {
      const row = { ...asideKey(id, key), content: JSON.stringify(content), from, by, ttl: ttlAfter(now) };
      await rows.put(row, {});
    },

    async aside(id, key) {
      const row = await rows.get(asideKey(id, key));
      return row && { content: JSON.parse(String(row.content)), from: Number(row.from), by: String(row.by) };
    },

    async list() {
      const found = await rows.query({ index: 'plans', partition: LISTED, newestFirst: true, limit: MOST });
      return found.map(headOf);
    },
  };
}

/** What has ended is found by its address only. */
function headRow(given: WorkDraft & { content?: unknown }, ttl: number): Row {
  // The text stands in the row of its version: lists stay small.
  const { content: _, ...head } = given;
  const listed = head.ended ? {} : { listPk: LISTED, listSk: `${head.updatedAt}#${head.id}` };
  return { ...headKey(head.id), ...head, ...listed, ttl };
}

function headOf({ pk, sk, listPk, listSk, ttl, ...head }: Row): WorkDraft {
  return head as unknown as WorkDraft;
}

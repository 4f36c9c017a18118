import type { ComponentChildren } from 'preact';
import type { HttpReply } from '../wire/endpoint.ts';
import type { PlanRow } from './world.ts';

/** A page before it has its frame. */
export interface Shown {
  title: string;
  children: ComponentChildren;
  status?: number;
  /** Whose zones the clock is told in as well; those of all plans when absent. */
  plans?: PlanRow[];
  /** Real seconds after which it is worth looking again. */
  follow?: number;
}

/** What a page of the console answers: something to be framed, a file, or nothing by that name. */
export type Answered = Shown | { reply: HttpReply } | undefined;

/** A file for people to keep. */
export const download = (name: string, contentType: string, body: string | Buffer): { reply: HttpReply } => ({
  reply: {
    status: 200,
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body,
  },
});

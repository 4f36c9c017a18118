import type { Action } from '../../views/admin/executions/confirm-page.tsx';
import { executionHref, withQuery } from '../../views/admin/executions/model.ts';
import type { Notice } from '../../views/admin/layout.tsx';
import type { WebResponse } from '../http.ts';

export type Done = Action | 'already';

const WORDS: Record<Done, Notice> = {
  stop: { kind: 'done', title: 'The execution is stopped.' },
  restart: {
    kind: 'done',
    title: 'The plan has a new run, and this one is stopped.',
    points: ['It starts within seconds; the link beside the plan below leads to it.'],
  },
  migrate: {
    kind: 'done',
    title: 'The plan has a new run on the current version, and this one is stopped.',
    points: ['It starts within seconds; the link beside the plan below leads to it.'],
  },
  already: { kind: 'done', title: 'Another run drives the plan already: nothing was left to do.' },
};

/** Back to the execution, which says what was done. */
export const backTo = (name: string, done: Done): WebResponse => ({
  status: 303,
  headers: { Location: withQuery(executionHref(name), { done }) },
});

/** What was just done, by the address one is sent back to. */
export function noticeOf(query: URLSearchParams): Notice | undefined {
  const done = query.get('done') ?? '';
  return Object.hasOwn(WORDS, done) ? WORDS[done as Done] : undefined;
}

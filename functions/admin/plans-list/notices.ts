import type { Notice } from '../../../views/admin/layout.tsx';
import { WHY_NOT_SAVED } from '../../../views/admin/plans-list/words.ts';

const NOTICES: Readonly<Record<string, Notice>> = {
  saved: { kind: 'done', title: 'The view is saved. Everybody who sees all plans can open it.' },
  removed: { kind: 'done', title: 'The view was removed. The plans in it are as they were.' },
  nameless: { kind: 'trouble', title: 'Give the view a name of up to 80 characters. Nothing was saved.' },
  nothing: { kind: 'trouble', title: 'Filter the plans first, then save the filter. Nothing was saved.' },
  names: {
    kind: 'trouble',
    title: `Views with words or an e-mail address are not saved. ${WHY_NOT_SAVED}`,
  },
  many: {
    kind: 'trouble',
    title: 'There are 50 saved views already. Remove one that nobody uses, then save this one again.',
  },
};

export type NoticeName = 'saved' | 'removed' | 'nameless' | 'nothing' | 'names' | 'many';

/** What was just done, as the address says. */
export function noticeOn(query: URLSearchParams): { notice?: Notice } {
  const name = query.get('view') ?? '';
  const notice = Object.hasOwn(NOTICES, name) ? NOTICES[name] : undefined;
  return notice ? { notice } : {};
}

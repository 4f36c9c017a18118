import type { Rule } from '../../access.ts';
import type { SiteRoutes } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import { beginWork } from './begin.ts';
import { editWork } from './edit.ts';
import { discardWork, restoreWork } from './end.ts';
import { listWork } from './list.ts';
import { showMerge, takeMerge } from './merge-page.ts';
import { keepTyped } from './salvage.ts';
import { saveWork } from './save.ts';

const who: Rule = { hr: 'all' };

/** Where plans are written before they are plans. */
export const draftRoutes: SiteRoutes<AdminPorts> = {
  'GET /admin/drafts': { who, serve: listWork },
  'POST /admin/drafts': { who, serve: beginWork },
  'GET /admin/drafts/{draftId}': { who, serve: editWork },
  'POST /admin/drafts/{draftId}': { who, serve: saveWork },
  'POST /admin/drafts/{draftId}/discard': { who, serve: discardWork },
  'POST /admin/drafts/{draftId}/restore': { who, serve: restoreWork },
  'GET /admin/drafts/{draftId}/merge/{with}': { who, serve: showMerge },
  'POST /admin/drafts/{draftId}/merge/{with}': { who, serve: takeMerge },
  'POST /admin/drafts/{draftId}/merge/{with}/keep': { who, serve: keepTyped },
};

import type { Workspace, WorkText } from '../../../adapters/workspace.ts';
import { MAX_SITE_FORM_BYTES, type WebResponse } from '../../http.ts';
import { Problem } from '../../problems.ts';
import type { SiteRequest } from '../../site.ts';

export interface WorkPorts {
  workspace: Workspace;
}

/** Who saved it, as others are told. */
export const writerOf = ({ identity }: Pick<SiteRequest, 'identity'>): string =>
  identity.email ?? identity.name;

/** The draft that an address names; `undefined` when there is none, or no more. */
export async function workNamed(
  { params: { draftId } }: Pick<SiteRequest, 'params'>,
  { workspace }: WorkPorts,
): Promise<WorkText | undefined> {
  return draftId !== undefined && /^wrk[a-z2-7]{20}$/.test(draftId) ? workspace.open(draftId) : undefined;
}

/** The same. @throws Problem 404 */
export async function workIn(request: Pick<SiteRequest, 'params'>, ports: WorkPorts): Promise<WorkText> {
  const work = await workNamed(request, ports);
  if (work) return work;
  throw new Problem(
    404,
    'no_draft',
    'There is no draft at this address.',
    'What is being written is kept for 90 days after the last change. Begin another plan under Writing.',
  );
}

/** What was sent. @throws Problem 413, which says the limit */
export function formIn({ form, bodyBytes }: Pick<SiteRequest, 'form' | 'bodyBytes'>): URLSearchParams {
  if (form) return form;
  if (bodyBytes <= MAX_SITE_FORM_BYTES) return new URLSearchParams();
  const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} kB`;
  throw new Problem(
    413,
    'too_large',
    `What was sent has ${kilobytes(bodyBytes)}; a plan may have ${kilobytes(MAX_SITE_FORM_BYTES)} in a form. Nothing of it was saved.`,
    'Go back in your browser: what you typed is still there. Shorten the longest texts, and save again.',
  );
}

export const goTo = (location: string): WebResponse => ({ status: 303, headers: { Location: location } });

export const draftAddress = (id: string): string => `/admin/drafts/${id}`;

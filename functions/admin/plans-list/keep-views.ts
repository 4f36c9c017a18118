import { textProblems } from '../../../domain/text.ts';
import { listAddress } from '../../../views/admin/plans-list/address.ts';
import { filtersIn, namesSomebody } from '../../../views/admin/plans-list/words.ts';
import type { WebResponse } from '../../http.ts';
import { readPlanQuery } from '../../plan-query.ts';
import { Problem } from '../../problems.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';
import type { NoticeName } from './notices.ts';
import { valuesIn } from './values.ts';

type Ports = Pick<AdminPorts, 'views' | 'now'>;

const LONGEST_NAME = 80;

/** POST /admin/plan-views: gives a filter a name, for everybody who sees all plans. */
export async function saveView(request: SiteRequest, { views, now }: Ports): Promise<WebResponse> {
  const name = (request.form?.get('name') ?? '').trim();
  const { cursor: _, limit: __, ...values } = valuesIn(new URLSearchParams(request.form?.get('query') ?? ''));
  const back = (notice: NoticeName) => seeOther(values, notice);
  readPlanQuery(values, request);
  if (filtersIn(values).length === 0) return back('nothing');
  if (namesSomebody(values)) return back('names');
  if (name === '' || textProblems(name, { oneLine: true, longest: LONGEST_NAME }).length > 0) {
    return back('nameless');
  }
  const query = new URLSearchParams(values).toString();
  const isSaved = await views.save({ name, query, by: request.actor.id, at: now() });
  return back(isSaved ? 'saved' : 'many');
}

/** POST /admin/plan-views/{viewId}/remove */
export async function removeView(request: SiteRequest, { views, now }: Ports): Promise<WebResponse> {
  const { viewId = '' } = request.params;
  if (!/^[0-9a-f]{16}$/.test(viewId)) {
    throw new Problem(404, 'no_such_view', 'There is no such view.', 'Go back to the plans: /admin/plans');
  }
  await views.drop(viewId, now());
  return seeOther({}, 'removed');
}

const seeOther = (values: Record<string, string>, view: NoticeName): WebResponse => ({
  status: 303,
  headers: { Location: listAddress({ ...values, view }) },
});

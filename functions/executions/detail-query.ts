import type { DetailQuery } from '../../views/admin/executions/detail-model.ts';
import { ZONES } from '../../views/admin/executions/detail-model.ts';
import { EVENT_GROUPS, type EventGroup } from '../../views/admin/executions/events.ts';

/** What the address of an execution's page asks for; what makes no sense is as if it were not there. */
export function detailQuery(query: URLSearchParams): DetailQuery {
  const given = (name: string): string | undefined => query.get(name)?.trim() || undefined;
  const zone = ZONES.find((known) => known === given('zone'));
  const group = (Object.keys(EVENT_GROUPS) as EventGroup[]).find((known) => known === given('group'));
  const [state, token, inState, text] = [given('state'), given('token'), given('in'), given('text')];
  const page = Math.trunc(Number(given('page') ?? 1));
  return {
    page: page >= 1 ? page : 1,
    filter: { ...(group && { group }), ...(inState && { state: inState }), ...(text && { text }) },
    ...(state && { state }),
    ...(zone && { zone }),
    ...(token && { token }),
  };
}

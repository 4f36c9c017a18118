import {
  ExecutionGone,
  type ExecutionItem,
  MACHINES,
  type MachineName,
  STATUSES,
  StatesBusy,
} from '../../adapters/executions.ts';
import { listPage } from '../../views/admin/executions/list-page.tsx';
import { type ExecutionStatus, withQuery } from '../../views/admin/executions/model.ts';
import { isPlanId } from '../api/plan-id.ts';
import type { WebResponse } from '../http.ts';
import type { SiteRequest } from '../site.ts';
import { namedBy, namesFor } from './name.ts';
import { pooled } from './pooled.ts';
import type { ExecutionsPorts } from './ports.ts';
import { rowsOf } from './row.ts';

const PER_PAGE = 25;

interface Asked {
  machine: MachineName;
  status?: ExecutionStatus;
  search: string;
  token?: string;
}

/** The executions of one state machine, newest first; or those of one plan or job. */
export async function listExecutions(
  { query, frame }: SiteRequest,
  ports: ExecutionsPorts,
): Promise<WebResponse> {
  const asked = askedIn(query);
  const { executions, token } = asked.search
    ? { executions: await found(asked, ports), token: undefined }
    : await ports.executions.list({ ...asked, limit: PER_PAGE });
  const { machine, status, search } = asked;
  const next = token && withQuery('/admin/executions', { machine, status, token });
  return {
    status: 200,
    body: listPage(frame, {
      machine,
      search,
      rows: await rowsOf(executions, ports),
      isLater: asked.token !== undefined,
      ...(status && { status }),
      ...(next && { next }),
    }),
  };
}

function askedIn(query: URLSearchParams): Asked {
  const search = (query.get('search') ?? '').trim();
  const status = STATUSES.find((known) => known === query.get('status'));
  const token = query.get('token');
  const machine = MACHINES.find((known) => known === query.get('machine')) ?? 'plan-lifecycle';
  return { machine, search, ...(status && { status }), ...(token && { token }) };
}

/** Step Functions cannot search; but a run's name begins with its plan's id, and a plan knows how many runs it had. */
async function found(
  { search, status }: Asked,
  { executions, pulses }: Pick<ExecutionsPorts, 'executions' | 'pulses'>,
): Promise<ExecutionItem[]> {
  const runs = isPlanId(search) ? ((await pulses.pulses([search])).get(search)?.run ?? 0) : 0;
  const looked = await pooled(namesFor(search, runs), async (name) => {
    try {
      return await executions.describe(namedBy(name).machine, name);
    } catch (error) {
      // Forgotten, or never there; and the others are worth showing when one call too many was made.
      if (error instanceof ExecutionGone || error instanceof StatesBusy) return undefined;
      throw error;
    }
  });
  return looked
    .filter((one) => one !== undefined)
    .filter((one) => status === undefined || one.status === status)
    .map(({ name, status: stands, startedAt, stoppedAt }) => ({
      name,
      status: stands,
      startedAt,
      ...(stoppedAt && { stoppedAt }),
    }));
}

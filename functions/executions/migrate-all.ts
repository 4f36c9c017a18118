import { ExecutionGone, type ExecutionItem } from '../../adapters/executions.ts';
import { Refusal } from '../../domain/errors.ts';
import { migratePage } from '../../views/admin/executions/migrate-page.tsx';
import { withQuery } from '../../views/admin/executions/model.ts';
import type { Notice } from '../../views/admin/layout.tsx';
import type { WebResponse } from '../http.ts';
import { reasonIn } from '../reason.ts';
import type { SiteRequest } from '../site.ts';
import { restart } from './act.ts';
import { namedBy } from './name.ts';
import { pooled } from './pooled.ts';
import type { ExecutionsPorts } from './ports.ts';
import { rowsOf } from './row.ts';

/** Each is asked for the workflow it runs, which Step Functions lets one do about once a second in the long run. */
const PER_PAGE = 20;

/** Of the next running executions: those on an older version of the workflow. */
export async function showOld(request: SiteRequest, ports: ExecutionsPorts): Promise<WebResponse> {
  const { query } = request;
  return page(
    request,
    { ...progressIn(query), token: query.get('token') ?? '', reason: query.get('reason') ?? '' },
    ports,
  );
}

/** Moves those that are ticked, then leads to the next. */
export async function moveTicked(request: SiteRequest, ports: ExecutionsPorts): Promise<WebResponse> {
  const { form = new URLSearchParams(), actor } = request;
  const { reason, fault } = reasonIn(form);
  const { moved, seen } = progressIn(form);
  if (fault) {
    const asked = { moved, seen: 0, token: form.get('token') ?? '', reason, fault };
    return page(request, asked, ports);
  }
  const ticked = form.getAll('name').slice(0, PER_PAGE).map(namedBy);
  const done = await pooled(ticked, (named) =>
    restart({ named, action: 'migrate', reason, actor }, ports).catch((error: unknown) => {
      if (error instanceof Refusal) return undefined;
      throw error;
    }),
  );
  const refused = done.filter((one) => one === undefined).length;
  const next = form.get('next') ?? '';
  const Location = withQuery('/admin/executions/migrate', {
    token: next,
    moved: String(moved + done.filter((one) => one === true).length),
    seen: String(seen),
    reason,
    refused: refused > 0 ? String(refused) : undefined,
    end: next ? undefined : 'yes',
  });
  return { status: 303, headers: { Location } };
}

interface Asked {
  moved: number;
  seen: number;
  token: string;
  reason: string;
  fault?: string;
}

const progressIn = (from: URLSearchParams): { moved: number; seen: number } => ({
  moved: countIn(from.get('moved')),
  seen: countIn(from.get('seen')),
});

const countIn = (text: string | null): number => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0);

async function page(request: SiteRequest, asked: Asked, ports: ExecutionsPorts): Promise<WebResponse> {
  const isEnd = request.query.get('end') === 'yes';
  const { executions, token: next } = isEnd
    ? { executions: [], token: undefined }
    : await ports.executions.list({
        machine: 'plan-lifecycle',
        status: 'RUNNING',
        limit: PER_PAGE,
        ...(asked.token && { token: asked.token }),
      });
  const old = (await pooled(executions, (item) => isOld(item, ports))).flatMap((one) => one ?? []);
  const rows = await rowsOf(old, ports);
  const notice = noticeOf(request);
  return {
    status: asked.fault ? 422 : 200,
    body: migratePage(
      { ...request.frame, ...(notice && { notice }) },
      {
        ...asked,
        old: rows.map(({ name, title }) => ({ name, title })),
        looked: executions.length,
        isEnd,
        ...(next && { next }),
      },
    ),
  };
}

/** The execution when it runs an older version; what ended meanwhile is none. */
async function isOld(
  item: ExecutionItem,
  { executions }: Pick<ExecutionsPorts, 'executions'>,
): Promise<ExecutionItem | undefined> {
  try {
    const { current } = await executions.version('plan-lifecycle', item.name);
    return current ? undefined : item;
  } catch (error) {
    if (error instanceof ExecutionGone) return undefined;
    throw error;
  }
}

function noticeOf({ query }: SiteRequest): Notice | undefined {
  const refused = countIn(query.get('refused'));
  return refused === 0
    ? undefined
    : {
        kind: 'trouble',
        title: `${refused} of those ticked could not be moved.`,
        points: [
          'Their plans have nothing left to do, or changed meanwhile. Look through the list once more.',
        ],
      };
}

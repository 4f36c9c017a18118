import { ExecutionGone } from '../../adapters/executions.ts';
import type { PlanPulse } from '../../adapters/plan-pulse.ts';
import { LIVE } from '../../domain/agenda.ts';
import type { DetailModel, DetailQuery, ZoneName } from '../../views/admin/executions/detail-model.ts';
import { detailPage } from '../../views/admin/executions/detail-page.tsx';
import { eventPage } from '../../views/admin/executions/events.ts';
import { gonePage } from '../../views/admin/executions/gone-page.tsx';
import { traceOf } from '../../views/admin/executions/graph/trace.ts';
import { workflowOf } from '../../views/admin/executions/graph/workflow.ts';
import { isAnswered } from '../../views/admin/executions/waits-for.ts';
import type { AdminFrame } from '../../views/admin/layout.tsx';
import type { WebResponse } from '../http.ts';
import type { SiteRequest } from '../site.ts';
import { consoleHref } from './console.ts';
import { detailQuery } from './detail-query.ts';
import { noticeOf } from './done.ts';
import { type Named, namedBy } from './name.ts';
import type { ExecutionsPorts } from './ports.ts';
import { titleOf } from './row.ts';

/** So many events are read at once: a page draws the way through them, and leads to those before. */
const EVENTS = 2000;

/** One execution, as far as Step Functions keeps it. */
export async function showExecution(request: SiteRequest, ports: ExecutionsPorts): Promise<WebResponse> {
  const named = namedBy(request.params.name ?? '');
  const query = detailQuery(request.query);
  const canAct = request.identity.roles.includes('operator');
  const notice = noticeOf(request.query);
  const frame: AdminFrame = { ...request.frame, ...(notice && { notice }) };
  const pulse = await pulseOf(named, ports);
  try {
    return { status: 200, body: detailPage(frame, await model(named, { query, canAct, pulse }, ports)) };
  } catch (error) {
    if (!(error instanceof ExecutionGone)) throw error;
    return { status: 404, body: gonePage(frame, { name: named.name, canAct, ...goneOf(named, pulse) }) };
  }
}

export const pulseOf = async (
  { plan }: Named,
  { pulses }: Pick<ExecutionsPorts, 'pulses'>,
): Promise<PlanPulse | undefined> => plan && (await pulses.pulses([plan.planId])).get(plan.planId);

interface Around {
  query: DetailQuery;
  canAct: boolean;
  pulse: PlanPulse | undefined;
}

async function model(
  named: Named,
  { query, canAct, pulse }: Around,
  { executions, now, settings, hasConsole }: ExecutionsPorts,
): Promise<DetailModel> {
  const { name, machine } = named;
  const [details, version, history] = await Promise.all([
    executions.describe(machine, name),
    executions.version(machine, name),
    executions.history(machine, name, { most: EVENTS, ...(query.token && { token: query.token }) }),
  ]);
  const trace = traceOf(history.events);
  const place = trace.visits.findLast(({ end }) => end === 'here');
  const { zone, timeZone } = zoneOf(query.zone, pulse, settings.defaults.timeZone);
  const href = hasConsole ? consoleHref(details.arn) : undefined;
  const { input: _input, output: _output, ...facts } = details;
  return {
    ...facts,
    machine,
    title: titleOf(details, pulse, { place, named, now: now() }),
    ...(href && { consoleHref: href }),
    ...(pulse && named.plan && { plan: planOf(pulse, named.plan.run) }),
    isAnswered: pulse !== undefined && isAnswered(pulse, place?.state),
    isCurrentVersion: version.current,
    canAct,
    workflow: workflowOf(version.definition),
    trace,
    ...(history.older && { older: history.older }),
    newest: history.events.at(-1)?.id ?? 0,
    events: eventPage(history.events, trace.stateOf, query.filter, query.page),
    zone,
    timeZone,
    query,
  };
}

const planOf = (
  { planId, status, run, nextDueAt }: PlanPulse,
  ofThis: number,
): NonNullable<DetailModel['plan']> => ({
  planId,
  status,
  run,
  isCurrentRun: run === ofThis,
  isLive: LIVE.includes(status),
  ...(nextDueAt && { wakesAt: nextDueAt }),
});

/** The plan's own zone, unless somebody asks for another or there is no plan. */
function zoneOf(
  wanted: ZoneName | undefined,
  pulse: PlanPulse | undefined,
  organisation: string,
): { zone: ZoneName; timeZone: string } {
  if (wanted === 'utc') return { zone: 'utc', timeZone: 'UTC' };
  if (wanted === 'organisation' || !pulse) return { zone: 'organisation', timeZone: organisation };
  return { zone: 'plan', timeZone: pulse.timeZone };
}

const goneOf = ({ plan }: Named, pulse: PlanPulse | undefined) =>
  plan && pulse
    ? {
        plan: {
          planId: plan.planId,
          run: pulse.run,
          isLive: LIVE.includes(pulse.status),
          isThisRun: pulse.run === plan.run,
        },
      }
    : {};

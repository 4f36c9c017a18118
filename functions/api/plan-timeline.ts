import type { FactType, PlanEvent } from '../../domain/events.ts';
import { evolve, fold } from '../../domain/evolve.ts';
import { type Foreseen, forecast } from '../../domain/forecast.ts';
import type { RulePack } from '../../domain/pack.ts';
import type { Instant, Plan } from '../../domain/plan.ts';
import { describe, describePlanned } from '../../views/timeline.ts';
import { commandContext } from '../command-context.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { planIdOf } from './plan-id.ts';

interface TimelineEntry {
  at: Instant;
  kind: 'past' | 'planned';
  what: FactType;
  /** One plain sentence for people. */
  text: string;
}

/** GET /api/plans/{planId}/timeline: what happened, then what will happen if everybody stays silent. */
export async function planTimeline(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const planId = planIdOf(request);
  const events = await ports.store.events(planId);
  const plan = fold(events);
  const pack = ports.library.pack(`${plan.pack.id}@${plan.pack.version}`);
  const future = forecast(plan, commandContext(ports, planId, request.actor));
  const entries = [...past(events, pack), ...future.flatMap((moment) => planned(moment, pack))];
  return { status: 200, json: { planId, timeZone: plan.timeZone, entries } };
}

function past(events: readonly PlanEvent[], pack: RulePack | undefined): TimelineEntry[] {
  let plan: Plan | undefined;
  return events.map((event) => {
    plan = evolve(plan, event);
    return { at: event.at, kind: 'past', what: event.type, text: describe(event, plan, pack) };
  });
}

const planned = ({ at, facts, plan }: Foreseen, pack: RulePack | undefined): TimelineEntry[] =>
  facts.map((fact) => ({
    at,
    kind: 'planned',
    what: fact.type,
    text: describePlanned(fact, plan, pack),
  }));

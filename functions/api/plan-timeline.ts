import * as z from 'zod/mini';
import type { FactType, PlanEvent } from '../../domain/events.ts';
import { evolve, fold } from '../../domain/evolve.ts';
import { type Foreseen, forecast } from '../../domain/forecast.ts';
import type { RulePack } from '../../domain/pack.ts';
import { packIn } from '../../domain/pack-texts.ts';
import type { Instant, Plan } from '../../domain/plan.ts';
import { describe, describePlanned } from '../../views/timeline.ts';
import { LANGUAGES, type Words, wordsIn } from '../../views/words.ts';
import { commandContext } from '../command-context.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { planIdOf } from './plan-id.ts';
import { inShape } from './read-json.ts';

interface TimelineEntry {
  at: Instant;
  kind: 'past' | 'planned';
  what: FactType;
  /** One plain sentence for people. */
  text: string;
}

const TimelineShape = z.strictObject({ language: z.exactOptional(z.enum(LANGUAGES)) });

/** What the sentences are made of: the words of a language, and the rules with their texts in it. */
interface Speech {
  words: Words;
  pack: RulePack | undefined;
}

/**
 * GET /api/plans/{planId}/timeline: what happened, then what will happen if everybody stays silent. In English, or in
 * the `language` that is asked for.
 */
export async function planTimeline(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const planId = planIdOf(request);
  const { language = 'en' } = inShape(TimelineShape, { ...request.query });
  const events = await ports.store.events(planId);
  const plan = fold(events);
  const pack = ports.library.pack(`${plan.pack.id}@${plan.pack.version}`);
  const future = forecast(plan, commandContext(ports, planId, request.actor));
  const speech = { words: wordsIn(language), pack: pack && packIn(pack, language) };
  const entries = [...past(events, speech), ...future.flatMap((moment) => planned(moment, speech))];
  return { status: 200, json: { planId, timeZone: plan.timeZone, entries } };
}

function past(events: readonly PlanEvent[], { pack, words }: Speech): TimelineEntry[] {
  let plan: Plan | undefined;
  return events.map((event) => {
    plan = evolve(plan, event);
    return { at: event.at, kind: 'past', what: event.type, text: describe(event, plan, pack, words) };
  });
}

const planned = ({ at, facts, plan }: Foreseen, { pack, words }: Speech): TimelineEntry[] =>
  facts.map((fact) => ({
    at,
    kind: 'planned',
    what: fact.type,
    text: describePlanned(fact, plan, pack, words),
  }));

import type { Context } from '../domain/commands.ts';
import type { FactType, PlanEvent } from '../domain/events.ts';
import { evolve, fold } from '../domain/evolve.ts';
import { type Foreseen, forecast } from '../domain/forecast.ts';
import type { RulePack } from '../domain/pack.ts';
import { packIn } from '../domain/pack-texts.ts';
import type { Instant, Plan } from '../domain/plan.ts';
import { describe, describePlanned } from '../views/timeline.ts';
import { type Language, type Words, wordsIn } from '../views/words.ts';

/** Something that happened, or will by itself. */
export interface TimelineEntry {
  at: Instant;
  kind: 'past' | 'planned';
  what: FactType;
  /** One plain sentence for people. */
  text: string;
}

/** What the sentences are made of: the words of a language, and the rules with their texts in it. */
interface Speech {
  words: Words;
  pack: RulePack | undefined;
}

/** What happened to a plan, then what will happen if everybody stays silent. `events` is its whole record, oldest first. */
export function timelineEntries(
  events: readonly PlanEvent[],
  context: Context,
  language: Language = 'en',
): { plan: Plan; entries: TimelineEntry[] } {
  const plan = fold(events);
  const pack = context.library.pack(`${plan.pack.id}@${plan.pack.version}`);
  const speech = { words: wordsIn(language), pack: pack && packIn(pack, language) };
  const future = forecast(plan, context);
  const entries = [...past(events, speech), ...future.flatMap((moment) => planned(moment, speech))];
  return { plan, entries };
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

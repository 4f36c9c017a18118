import { Temporal } from 'temporal-polyfill';
import { everybody, type RecordedEvent } from '../story/record.ts';
import type { Story } from '../story/story-shape.ts';
import type { Desk } from './desk.ts';
import type { Deed } from './journal.ts';
import { steeredElsewhere } from './steered.ts';
import { callApi, type PlanRow, planOf } from './world.ts';

/** A plan as a story file, and what of its record such a file could not say. */
export interface Told {
  story: Story;
  leftOut: string[];
}

export interface EventRow extends RecordedEvent {
  at: string;
  seq: number;
  actor?: { kind: string; id: string };
  [field: string]: unknown;
}

/** The events of a plan as the API gives them. @throws NotDone */
export const eventsOf = async (desk: Desk, planId: string): Promise<EventRow[]> => {
  const address = `/api/plans/${encodeURIComponent(planId)}/events`;
  return (await callApi<{ events: EventRow[] }>(desk.options.gateway, 'GET', address)).events;
};

/** `2027-01-19T13:00`: the wall clock of a zone, to the minute, as story files have it. */
const localTime = (at: string | number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(new Date(at).getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

const utcTime = (at: string): string => Temporal.Instant.from(at).toString({ smallestUnit: 'second' });

type Act = Story['acts'][number];

const actOf = (
  deed: Deed,
  idOf: (email: string) => string | undefined,
  timeZone: string,
): Act | undefined => {
  const at = localTime(deed.at, timeZone);
  if (deed.kind === 'drafted') return undefined;
  if (deed.kind === 'command') {
    const { type, ...fields } = deed.body;
    return { at, hr: type, ...fields };
  }
  const who = idOf(deed.email);
  if (!who) return undefined;
  if (deed.kind === 'answer') return { at, who, request: deed.request, form: deed.form };
  if (deed.kind === 'response') return { at, who, respondTo: deed.request, text: deed.text };
  return { at, who, adjustment: true };
};

/**
 * What was done about a plan so far, as a file that `npm run story` plays: its draft, every act, and the clock run on
 * to where it stands. @throws NotDone
 */
export const storyOf = async (desk: Desk, planId: string): Promise<Told> => {
  const { gateway } = desk.options;
  const plan: PlanRow = await planOf(gateway, planId);
  const events = await eventsOf(desk, planId);
  const deeds = desk.journal.deeds().filter((deed) => deed.planId === planId);
  const drafted = deeds.find((deed) => deed.kind === 'drafted');
  const people = everybody(events);
  const idOf = (email: string) =>
    people.find((person) => person.email.toLowerCase() === email.toLowerCase())?.id;
  const { commands, leftOut } = steeredElsewhere(events, deeds);
  const all = [...deeds, ...commands].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const draft = (drafted?.draft ?? events.find((event) => event.draft)?.draft ?? {}) as Record<
    string,
    unknown
  >;
  const began = drafted?.at ?? events[0]?.at ?? new Date(desk.began).toISOString();
  return {
    story: {
      title: plan.title,
      about: 'Written down by the sandbox from what was done in it.',
      clock: utcTime(began),
      plan: { ...draft, timeZone: plan.timeZone },
      acts: all.flatMap((deed) => actOf(deed, idOf, plan.timeZone) ?? []),
      ends: localTime(desk.options.clock.now(), plan.timeZone),
      expect: { status: plan.status, outcome: plan.outcome },
    },
    leftOut,
  };
};

/** All plans of the sandbox, each as a story, in one file. */
export interface ScenarioFile {
  scenario: 1;
  /** Where the clock stood in the beginning, and where it stands. */
  clock: { began: string; now: string };
  stories: Story[];
  leftOut: string[];
}

/** @throws NotDone */
export const scenarioOf = async (desk: Desk): Promise<ScenarioFile> => {
  const plans = await desk.plans();
  const told: Told[] = [];
  for (const { planId } of plans) told.push(await storyOf(desk, planId));
  const stories = told.map(({ story }) => story).sort((a, b) => (a.clock < b.clock ? -1 : 1));
  return {
    scenario: 1,
    clock: {
      began: new Date(desk.began).toISOString(),
      now: new Date(desk.options.clock.now()).toISOString(),
    },
    stories,
    leftOut: told.flatMap(({ leftOut }) => leftOut),
  };
};

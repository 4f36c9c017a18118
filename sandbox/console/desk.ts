import { createJournal, type Journal } from './journal.ts';
import { createMeterBook, type MeterBook } from './meter-book.ts';
import type { News } from './news.ts';
import { type EventRow, eventsOf } from './scenario.ts';
import { createTableWatch, type TableWatch } from './table-watch.ts';
import {
  type ConsoleOptions,
  listPlans,
  type PlanRow,
  type TimelineEntry,
  type Trouble,
  timelineOf,
} from './world.ts';

/** What the last form set off, shown once on the page it led back to. */
export interface Flash {
  news?: News;
  trouble?: Trouble;
  /** One plain sentence. */
  said?: string;
}

/** A scenario that is being played, or was. */
export interface Playing {
  title: string;
  done: number;
  total: number;
  /** What is being done now. */
  what: string;
  over: boolean;
  /** What went wrong, or came out otherwise than the file expects. */
  faults: string[];
}

/** What the console remembers from page to page, all of it in memory and gone with a reset. */
export interface Desk {
  options: ConsoleOptions;
  /** Where the clock stood in the beginning. */
  began: number;
  /** Every plan, read anew only when something may have changed. @throws NotDone */
  plans(): Promise<PlanRow[]>;
  /** @throws NotDone */
  timeline(planId: string): Promise<TimelineEntry[]>;
  /** The record of a plan, read anew only when something may have changed. @throws NotDone */
  events(planId: string): Promise<EventRow[]>;
  /** Called when a form was sent: what was read before may be old. */
  changed(): void;
  /** Ids of the mails that were opened here. */
  opened: Set<string>;
  /** Places in the functions' logs of what was written only because the console looked. */
  ownLines: Set<number>;
  /** Plans whose record was looked at. */
  recordsRead: Set<string>;
  guideIsAway: boolean;
  flash: Flash;
  /** What the moves brought about, newest first. */
  moves: News[];
  journal: Journal;
  meter: MeterBook;
  table: TableWatch;
  scenario: Playing | undefined;
  clear(): void;
}

const MOVES_KEPT = 30;

/** Puts what a move brought about on top of what is kept. */
export const remember = (desk: Desk, news: News): void => {
  desk.moves = [news, ...desk.moves].slice(0, MOVES_KEPT);
};

export const createDesk = (given: ConsoleOptions): Desk => {
  const { clock, meter } = given;
  const journal = createJournal(given);
  const options = { ...given, gateway: journal.watching(given.gateway) };
  const ownLines = new Set<number>();
  const linesNow = () => given.functions.logs().length;
  let linesBefore = 0;
  const book = createMeterBook(meter, {
    before: () => {
      linesBefore = linesNow();
    },
    after: () => {
      for (let line = linesBefore; line < linesNow(); line++) ownLines.add(line);
    },
  });
  let generation = 0;
  let kept: { key: string; plans: PlanRow[] } | undefined;
  let keptEvents: { key: string; events: EventRow[] } | undefined;
  const keyNow = (): string => [clock.now(), meter.read()['table.writeUnits'] ?? 0, generation].join();

  const desk: Desk = {
    options,
    began: clock.now(),
    plans: async () => {
      if (kept?.key === keyNow()) return kept.plans;
      const plans = await book.unmetered(() => listPlans(given.gateway));
      kept = { key: keyNow(), plans };
      return plans;
    },
    timeline: (planId) => book.unmetered(() => timelineOf(given.gateway, planId)),
    events: async (planId) => {
      const key = `${planId},${keyNow()}`;
      if (keptEvents?.key === key) return keptEvents.events;
      const events = await book.unmetered(() => eventsOf(desk, planId));
      keptEvents = { key: `${planId},${keyNow()}`, events };
      return events;
    },
    changed: () => {
      generation += 1;
    },
    opened: new Set(),
    ownLines,
    recordsRead: new Set(),
    guideIsAway: false,
    flash: {},
    moves: [],
    journal,
    meter: book,
    table: createTableWatch(given),
    scenario: undefined,
    clear: () => {
      desk.changed();
      desk.opened.clear();
      desk.recordsRead.clear();
      ownLines.clear();
      if (desk.scenario?.over) desk.scenario = undefined;
      desk.flash = {};
      desk.moves = [];
      journal.clear();
      book.clear();
      desk.table.clear();
    },
  };
  return desk;
};

import { expect } from 'vitest';
import { ruleLibrary } from '../../adapters/packs.ts';
import {
  type Answer,
  agenda,
  type Command,
  type Context,
  checkInItems,
  decide,
  evolve,
  type Fact,
  type Instant,
  type Plan,
  type PlanDraft,
  type PlanEvent,
  type Refusal,
  type RuleLibrary,
  type Step,
  stamp,
} from '../../domain/index.ts';
import { dcDraft } from './plans.ts';

const PUBLISHED = ruleLibrary();

/** A plan lived by commands alone: no store, no clock but the one the test moves. */
export class Scenario {
  plan: Plan | undefined;
  events: PlanEvent[] = [];
  private links = 0;
  /** Another one to live by other rules than those that come with the product. */
  library: RuleLibrary = PUBLISHED;

  constructor(public now: Instant = '2026-12-01T15:00:00Z') {}

  /** A launched plan: drafted, approved and launched on 1 December 2026. */
  static launched(draft: PlanDraft = dcDraft(), library: RuleLibrary = PUBLISHED): Scenario {
    const scenario = new Scenario();
    scenario.library = library;
    return scenario
      .after({ type: 'DraftPlan', planId: 'plan-1', draft })
      .after({ type: 'ApprovePlan' })
      .after({ type: 'LaunchPlan' });
  }

  get context(): Context {
    return {
      now: this.now,
      actor: { kind: 'system', id: 'lifecycle' },
      newLinkId: () => `link-${++this.links}`,
      library: this.library,
      defaults: { pack: 'general', timeZone: 'America/New_York' },
    };
  }

  /** The facts a command brings about; they are folded into the plan. */
  when(command: Command): Fact[] {
    const facts = decide(command, this.plan, this.context);
    for (const fact of facts) {
      const event = stamp(fact, this.plan, this.now, this.context.actor);
      this.events.push(event);
      this.plan = evolve(this.plan, event);
    }
    return facts;
  }

  after(command: Command): this {
    this.when(command);
    return this;
  }

  /** Lets time pass up to `now`, with the workflow awake at every moment something comes due. */
  until(now: Instant): this {
    for (let due = this.nextDue(); due && due <= now; due = this.nextDue()) {
      if (due > this.now) this.now = due;
      this.when({ type: 'Advance', run: this.require().run });
    }
    this.now = now;
    return this;
  }

  /** Lets time pass with nobody driving, then everything at once. */
  asleepUntil(now: Instant): Fact[] {
    this.now = now;
    return this.when({ type: 'Advance', run: this.require().run });
  }

  answer(requestId: string, by: string, answer: Answer): Fact[] {
    return this.when({ type: 'AnswerRequest', requestId, by, answer });
  }

  /** Expects a refusal of this class and answers it, so that its fields can be compared. */
  refuses<T extends Refusal>(refusal: abstract new (...args: never[]) => T, command: Command): T {
    const before = this.events.length;
    try {
      this.when(command);
    } catch (error) {
      expect(error).toBeInstanceOf(refusal);
      expect(this.events).toHaveLength(before);
      return error as T;
    }
    throw new Error(`${command.type} was not refused.`);
  }

  require(): Plan {
    if (!this.plan) throw new Error('Nothing was drafted yet.');
    return this.plan;
  }

  agenda(): Step[] {
    return agenda(this.require());
  }

  /** The items a check-in asks about. */
  ratedItems(requestId: string): string[] {
    return checkInItems(this.require(), requestId).map(({ item }) => item.id);
  }

  types(): string[] {
    return this.events.map((event) => event.type);
  }

  private nextDue(): Instant | undefined {
    return agenda(this.require())[0]?.at;
  }
}

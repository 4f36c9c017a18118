import { newLinkId, newPlanId } from '../../adapters/ids.ts';
import { ruleLibrary } from '../../adapters/packs.ts';
import type { PlanStore, RecordedEvent } from '../../adapters/store.ts';
import type { Actor, Command, Context, Instant, Plan, PlanId } from '../../domain/index.ts';
import { dcDraft } from './plans.ts';

export const DRAFTED_AT: Instant = '2026-12-01T15:00:00Z';
const hr: Actor = { kind: 'principal', id: 'hr-system' };

/** One plan in a store, moved by commands. */
export class StoredPlan {
  constructor(
    readonly store: PlanStore,
    readonly id: PlanId = newPlanId(),
    public now: Instant = DRAFTED_AT,
  ) {}

  context(actor: Actor = hr): Context {
    return {
      now: this.now,
      actor,
      newLinkId: () => newLinkId(this.id),
      library: ruleLibrary(),
      defaults: { pack: 'general', timeZone: 'America/New_York' },
    };
  }

  commit(command: Command, context = this.context()): Promise<{ plan: Plan; events: RecordedEvent[] }> {
    return this.store.commit(this.id, command, context);
  }

  draft(): Promise<{ plan: Plan; events: RecordedEvent[] }> {
    return this.commit({ type: 'DraftPlan', planId: this.id, draft: dcDraft() });
  }

  /** Drafted, approved and launched, with the acknowledgement opened by the workflow's first step. */
  async launch(): Promise<this> {
    await this.draft();
    await this.commit({ type: 'ApprovePlan' });
    await this.commit({ type: 'LaunchPlan' });
    await this.commit({ type: 'Advance', run: 1 }, this.context({ kind: 'system', id: 'lifecycle' }));
    return this;
  }

  sign(by: 'employee' | 'supervisor', typedName = 'Signed Here') {
    return this.commit(
      {
        type: 'AnswerRequest',
        requestId: 'acknowledgement',
        by,
        answer: { kind: 'acknowledgement', choice: 'sign', typedName },
      },
      this.context({ kind: 'participant', id: by }),
    );
  }
}

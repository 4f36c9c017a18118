import type { Actor } from './events.ts';
import type { RuleLibrary } from './pack.ts';
import type {
  Answer,
  Instant,
  LinkId,
  ParticipantId,
  PlanDraft,
  PlanId,
  RequestId,
  Undelivered,
} from './plan.ts';

/** What somebody (or the clock) wants to happen. */
export type Command =
  | { type: 'DraftPlan'; planId: PlanId; draft: PlanDraft }
  | { type: 'ApprovePlan'; comment?: string }
  | { type: 'LaunchPlan' }
  | { type: 'AnswerRequest'; requestId: RequestId; by: ParticipantId; answer: Answer }
  | { type: 'WithdrawPlan'; reason: string }
  /** Do everything that is due now, on behalf of one run of the workflow. */
  | { type: 'Advance'; run: number }
  | { type: 'RestartRun'; run: number }
  | { type: 'RecordRunFailure'; run: number; error: string }
  | { type: 'RecordUndelivered'; mail: Undelivered }
  /** Words that came another way (a letter, a late answer), put beside the record by HR and never edited. */
  | { type: 'AddNote'; text: string; requestId?: RequestId; from?: ParticipantId };

/** Everything a decision may look at besides the plan: time, ids and the rules arrive with the command. */
export interface Context {
  now: Instant;
  actor: Actor;
  /** A fresh link id for this plan; called once per link. */
  newLinkId: () => LinkId;
  library: RuleLibrary;
  /** What the organisation fills in when a draft does not say. */
  defaults: { pack: string; timeZone: string };
}

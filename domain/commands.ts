import type { Actor } from './events.ts';
import type { RuleLibrary } from './pack.ts';
import type {
  Answer,
  AnswerEvidence,
  Day,
  Instant,
  ItemId,
  LinkId,
  MailNamed,
  Participant,
  ParticipantId,
  PauseReason,
  PlanDraft,
  PlanId,
  Reading,
  RequestId,
  Undelivered,
} from './plan.ts';

/** What of a plan may be written anew once it is launched; what is over stays as it was. */
export type Amendment = Partial<
  Pick<PlanDraft, 'title' | 'participants' | 'endDate' | 'items' | 'followUps' | 'reason'>
>;

/** What somebody (or the clock) wants to happen. */
export type Command =
  | { type: 'DraftPlan'; planId: PlanId; draft: PlanDraft }
  /** The whole text anew, while it is a draft; `version` is the plan's as its writer knew it. */
  | { type: 'RedraftPlan'; draft: PlanDraft; version: number; note?: string }
  /** An approver says what has to change first. */
  | { type: 'ReturnDraft'; comment: string }
  | { type: 'ApprovePlan'; comment?: string }
  /** Lets the employee read the approved draft and respond before launch. */
  | { type: 'ShareDraft' }
  | { type: 'LaunchPlan' }
  /** A new version of the plan: whatever `changes` names is replaced whole. */
  /** `version`: the plan's last event as its writer knew it; a text that was changed since is not written over. */
  | { type: 'AmendPlan'; changes: Amendment; reason: string; version?: number }
  /** Somebody else supervises from now on; `handover` is their brief. */
  | { type: 'ChangeManager'; supervisor: Participant; reason: string; handover?: string }
  | {
      type: 'ReduceCapacity';
      percent: number;
      items: ItemId[];
      signedOffBy: ParticipantId;
      reason: string;
    }
  /** `from` may be past, today or ahead; `until` is the last day away, when it is known. */
  | { type: 'PausePlan'; from: Day; until?: Day; reason: PauseReason }
  | { type: 'CancelPause'; from: Day }
  /** `on` is the first day that counts again: today when absent. */
  | { type: 'ResumePlan'; on?: Day }
  | { type: 'ExtendPlan'; endDate: Day; reason: string }
  /** The plan is met before its last day: the written finding of whoever issued it (H7). */
  | { type: 'EndEarly'; by: ParticipantId; typedName: string; summary: string }
  | { type: 'RecordReadings'; readings: Reading[]; by?: ParticipantId }
  /**
   * A promised training was attended, meant by its number among the item's promises, from 1, or by its words; `due` says
   * which of several of the same words, and that the number still means what the sender knows.
   */
  | {
      type: 'CompleteTraining';
      item: ItemId;
      what?: string;
      promise?: number;
      due?: Day;
      on: Day;
      by?: ParticipantId;
      evidence?: string;
    }
  | { type: 'Recognise'; text: string; by?: ParticipantId; item?: ItemId }
  /** Words on a check-in that both sides have answered, kept as they are. */
  | { type: 'Respond'; requestId: RequestId; by: ParticipantId; text: string }
  | { type: 'AskAccommodation'; by: ParticipantId }
  | { type: 'RecordRelapse'; date: Day; item: ItemId; what: string }
  | { type: 'SetLegalHold'; reason: string }
  | { type: 'ReleaseLegalHold'; reason: string }
  /** Only answers that come by link have `evidence`. */
  | {
      type: 'AnswerRequest';
      requestId: RequestId;
      by: ParticipantId;
      answer: Answer;
      evidence?: AnswerEvidence;
    }
  /**
   * An open question was handed to somebody on paper, or what was said of that is put right. Of an acknowledgement `signed` is their answer as well, with the
   * name as written, or the reason why they would not sign; without it they have only received it.
   */
  | {
      type: 'ServeOnPaper';
      requestId: RequestId;
      to: ParticipantId;
      on: Day;
      witness: string;
      signed?: boolean;
      typedName?: string;
      reason?: string;
    }
  | { type: 'WithdrawPlan'; reason: string }
  /** Do everything that is due now, on behalf of one run of the workflow. */
  | { type: 'Advance'; run: number }
  /** `long_run`: its execution is about to be too old; without it only a plan that nobody drives gets another run. */
  | { type: 'RestartRun'; run: number; because?: 'long_run' }
  /** No execution can be started for its run: the next number for which one can is `to`. */
  | { type: 'RestartRun'; run: number; to: number }
  /** Somebody who looks after the executions wants another run: to get it going again, or on today's workflow. */
  | { type: 'RestartRun'; run: number; because: 'by_operator' | 'new_workflow'; reason: string }
  | { type: 'RecordRunFailure'; run: number; error: string }
  | { type: 'RecordUndelivered'; mail: Undelivered }
  /**
   * The mail service says what became of a message that it took. `mails` are all that went in it; `sentTo` is the address
   * it went to, which may not be the person's any more, and `sentAt` when it was taken.
   */
  | { type: 'RecordFeedback'; mails: MailNamed[]; said: MailFeedback; sentTo: string; sentAt: Instant }
  /** It is known of these that they left, though nobody knew; or that they arrived, though they were said to have come back. */
  | { type: 'RecordFound'; mails: MailNamed[]; saidToBe?: 'bounced' }
  /** The holder of a link asks for a new one, which is mailed to the address on record. */
  | {
      type: 'RenewLink';
      link: LinkId;
      participant: ParticipantId;
      requestId: RequestId;
      purpose: 'answer' | 'read_decision';
    }
  /** Whoever opened the link of `participant` is somebody else. */
  | { type: 'ReportWrongPerson'; participant: ParticipantId; requestId: RequestId }
  /** Where somebody's mail goes from now on; the address on record says that it was right. */
  | { type: 'CorrectAddress'; participant: ParticipantId; email: string }
  /** Words that came another way (a letter, a late answer), put beside the record by HR and never edited. */
  | { type: 'AddNote'; text: string; requestId?: RequestId; from?: ParticipantId };

/**
 * What became of a message: it is still tried (`delayed`), came back this once or for good, was not passed on (`rejected`),
 * or arrived and was called unwanted (`complained`). `withheld`: it was not passed on because its reader had called an
 * earlier one unwanted.
 */
export type MailFeedback =
  | 'delayed'
  | 'bounced_once'
  | 'bounced_for_good'
  | 'rejected'
  | 'complained'
  | 'withheld';

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

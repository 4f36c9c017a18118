import type { PlanDraft } from './draft.ts';
import type { Instant, LinkId, ParticipantId, RequestId } from './ids.ts';
import type { Ladder, ScheduledRequest } from './request.ts';

export type RevisionCause =
  | 'amended'
  | 'manager_changed'
  | 'resumed'
  | 'extended'
  | 'credited'
  | 'capacity_reduced';

/** One thing that reads differently in a new version. */
export interface Change {
  /** JSON pointer into the draft; things with an id are named by it: `/items/accuracy/measure/target`. */
  field: string;
  /** `null` when it is new. */
  before: string | null;
  /** `null` when it is gone. */
  after: string | null;
}

/**
 * A plan that reads differently from now on, whatever changed it: the whole new text and every moment still ahead,
 * so that folding it asks no rule anything.
 */
export interface Revision {
  /** 2 for the first; 1 is what was launched. */
  number: number;
  because: RevisionCause;
  /** Why, in the words of whoever changed it. */
  reason?: string;
  draft: PlanDraft;
  changes: Change[];
  startsAt: Instant;
  endsAt: Instant;
  /** Everything not yet asked; replaces what was scheduled. */
  schedule: ScheduledRequest[];
  /** Open questions whose moments move. */
  moved: ({ requestId: RequestId; date?: string } & Ladder)[];
  /** Open questions that go to somebody else from now on, with a new link; whoever left the plan is not asked any more. */
  handed: {
    requestId: RequestId;
    participant: ParticipantId;
    link: LinkId;
    required?: false;
    /** A later closing moment, for somebody whose address was not right before. */
    missedAt?: Instant;
  }[];
  /** Open questions of somebody who stays, but no longer in the part they were asked for; their link opens nothing. */
  dropped?: { requestId: RequestId; participant: ParticipantId }[];
  /** Open questions to more people than one transaction holds: whom the next facts invite. */
  uninvited?: { requestId: RequestId; participants: ParticipantId[]; missedAt?: Instant }[];
  /** Open questions that are not asked any more. */
  superseded: RequestId[];
}

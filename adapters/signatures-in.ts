import type { Answer, AnswerEvidence, Instant, ParticipantId, PlanDraft } from '../domain/index.ts';
import { planHash } from './evidence-hash.ts';
import type { RecordPacket, SentMail } from './record-packet.ts';
import { type Standing, standingOf } from './standing.ts';
import type { RecordedEvent } from './store.ts';

type Signed = Extract<Answer, { typedName: string }>;

/** One answer that somebody put their name to, with all that the record shows of it. */
export interface Signature {
  seq: number;
  at: Instant;
  requestId: string;
  by: ParticipantId;
  /** Their name, and the title of the plan, as the plan had them then. */
  name: string;
  title: string;
  answer: Signed;
  evidence?: AnswerEvidence;
  /** The mail that asked, when the packet has it as sent. */
  mail?: SentMail;
  /** Whether it stands, or what became of it later. */
  standing: Standing;
  /** Why it does not fit the plan as it read; `undefined` when it does, or says nothing of it. */
  misfit?: string;
}

/** Every signature of an unbroken record, each checked against the plan as it read when it was shown. */
export function signaturesIn({ events, mails }: RecordPacket): Signature[] {
  return events.flatMap((event) => {
    if (event.type !== 'RequestAnswered' || !isSigned(event.answer)) return [];
    const { seq, at, requestId, by, answer, evidence } = event;
    const draft = draftAt(events, seq);
    const mail = evidence?.mail ? mails.find(({ key }) => key === evidence.mail) : undefined;
    const misfit = evidence && misfitOf(evidence, event, events);
    return [
      {
        seq,
        at,
        requestId,
        by,
        name: draft?.participants.find(({ id }) => id === by)?.name ?? by,
        title: draft?.title ?? '',
        answer,
        standing: standingOf(event, events),
        ...(evidence && { evidence }),
        ...(mail && { mail }),
        ...(misfit && { misfit }),
      },
    ];
  });
}

const isSigned = (answer: Answer): answer is Signed => 'typedName' in answer;

function misfitOf({ seen, planHash: said }: AnswerEvidence, { seq }: RecordedEvent, events: RecordedEvent[]) {
  const draft = Number.isInteger(seen) && seen < seq ? draftAt(events, seen) : undefined;
  if (!draft) return `it names event ${seen}, before which there was no plan to sign`;
  if (said === undefined || said === planHash(draft)) return undefined;
  return `it was given for another plan than the one that read so at event ${seen}`;
}

/**
 * The plan as it read after event `seq`, taken from the newest that says it whole. Addresses that were corrected since are
 * no text of the plan.
 */
export function draftAt(events: readonly RecordedEvent[], seq: number): PlanDraft | undefined {
  for (const event of events.slice(0, Math.max(seq, 0)).toReversed()) {
    if (event.type === 'PlanDrafted' || event.type === 'PlanRedrafted') return event.draft;
    if ('revision' in event) return event.revision.draft;
  }
  return undefined;
}

import type { RecordedEvent } from './store.ts';

type Answered = Extract<RecordedEvent, { type: 'RequestAnswered' }>;

/** What became of a signature later: the number of the event that put another answer in its place, or took it back. */
export interface Standing {
  replacedBy?: number;
  takenBackBy?: number;
}

/** Whether a signature stands at the end of the record: `{}` when it does. */
export function standingOf(signature: Answered, events: readonly RecordedEvent[]): Standing {
  for (const event of events.slice(signature.seq)) {
    if (isAnotherAnswer(event, signature)) return { replacedBy: event.seq };
    if (takesBack(event, signature)) return { takenBackBy: event.seq };
  }
  return {};
}

const isAnotherAnswer = (event: RecordedEvent, { requestId, by }: Answered): boolean =>
  event.type === 'RequestAnswered' && event.requestId === requestId && event.by === by;

/** A decision is sent back; of a paper it is said that it was only received. */
function takesBack(event: RecordedEvent, { requestId, by, answer }: Answered): boolean {
  if (event.type === 'AnswerReturned') return event.requestId === requestId && event.to === by;
  if (event.type !== 'ServedOnPaper' || event.signed !== undefined) return false;
  const isOnPaper = answer.kind === 'acknowledgement' && answer.onPaper !== undefined;
  return isOnPaper && event.requestId === requestId && event.to === by;
}

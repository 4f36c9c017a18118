import { dayIn } from './days.ts';
import type { PlanEvent } from './events.ts';
import type { ParticipantId, Plan, Request, RequestId, Respondent, ScheduledRequest } from './plan.ts';
import { mailKey } from './reached.ts';

/** Whether people meet for it: numbers are written down, and surveys answered, by everybody for themselves. */
export const isMeeting = ({ kind, followUp }: ScheduledRequest): boolean =>
  kind === 'check_in' && followUp?.asks !== 'readings';

/** Who was asked to a meeting: whoever it went up to was only asked to see to the answer. */
export const invitedTo = ({ respondents, escalatedTo }: Request): Respondent[] =>
  respondents.filter(({ participant }) => !escalatedTo.includes(participant));

/** The call-offs of a meeting after event `seq` called it off for everybody who was asked, or for those of them who `leave`. */
export const calledOffFor = (
  request: Request,
  seq: number,
  leaves: (person: Respondent) => boolean = () => true,
): Request['callOffs'] =>
  isMeeting(request)
    ? [
        ...request.callOffs,
        ...invitedTo(request)
          .filter(leaves)
          .map(({ participant }) => ({ participant, seq })),
      ]
    : request.callOffs;

/** Which issue of the meeting this person's calendar is to show: it grows whenever the day moves or goes. */
export const sequenceOf = ({ moves, callOffs }: Request, participant: ParticipantId): number =>
  moves.length + callOffs.filter((one) => one.participant === participant).length;

/** Somebody to write to about a meeting. */
export interface MeetingNews {
  template: 'meeting-moved' | 'meeting-cancelled';
  participant: ParticipantId;
  requestId: RequestId;
}

/**
 * Whose calendars an event leaves wrong; `plan` is the plan after it. A day that is past already stays where it is:
 * nobody is called back from a meeting they were at.
 */
export function meetingNews({ seq, at }: Pick<PlanEvent, 'seq' | 'at'>, plan: Plan): MeetingNews[] {
  return Object.values(plan.requests).flatMap((request) => {
    const { id: requestId, date, moves, callOffs } = request;
    const gone = callOffs.filter((one) => one.seq === seq);
    return [
      ...(gone.length > 0 && date && date >= dayIn(at, plan.timeZone)
        ? gone.map(({ participant }) => ({ template: 'meeting-cancelled' as const, participant, requestId }))
        : []),
      ...(moves.includes(seq)
        ? invitedTo(request)
            .filter((person) => !person.answer && !isAskedBy(seq, person, requestId))
            .map(({ participant }) => ({ template: 'meeting-moved' as const, participant, requestId }))
        : []),
    ];
  });
}

/** Whoever is asked by the very event that moves the day is asked to the new one. */
const isAskedBy = (seq: number, { participant, mailed }: Respondent, requestId: RequestId): boolean =>
  mailed.some(({ key }) => key === mailKey(seq, participant, requestId));

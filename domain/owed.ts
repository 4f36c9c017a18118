import { calledOff } from './called-off.ts';
import type { PlanEvent } from './events.ts';
import { meetingNews } from './meetings.ts';
import { peopleFor } from './people.ts';
import type { LinkId, MailTemplate, ParticipantId, Plan, RequestId, Revision } from './plan.ts';
import { DETAIL_VERSIONS, type DetailValue, published } from './published.ts';
import { mailKey } from './reached.ts';
import {
  chasedOnly,
  concerned,
  correctorsOf,
  everyoneAsked,
  isNewsToSubject,
  type Recipient,
  toldOfLost,
  withLink,
} from './recipients.ts';

/** One side effect that a committed fact owes to the world. Ids only; `key` is unique within the plan. */
export type OutboxItem =
  | {
      kind: 'mail';
      key: string;
      template: MailTemplate;
      to: ParticipantId;
      requestId?: RequestId;
      link?: LinkId;
      /** Of a mail about a mail that did not leave: whom that was for. */
      about?: ParticipantId;
    }
  | { kind: 'start-workflow'; key: string; run: number }
  | { kind: 'stop-workflow'; key: string; run: number }
  /** Wake the waiting workflow, unless its wait is newer than `version`. */
  | { kind: 'answer-task'; key: string; version: number }
  /** Tell other systems; `detail` is as `domain/published/schemas.ts` says. */
  | { kind: 'publish'; key: string; detailType: string; detail: Record<string, DetailValue> };

/** An owed mail. */
export type MailItem = Extract<OutboxItem, { kind: 'mail' }>;

/** The effects one event owes; `plan` is the plan after it. Keys come from the event's number, so a replay owes the same. */
export const owed = (event: PlanEvent, plan: Plan): OutboxItem[] => [
  ...actsOf(event, plan),
  ...published(event, plan).map(
    ({ detailType, detail }, index): OutboxItem => ({
      kind: 'publish',
      key: `${numberOf(event)}-publish${index > 0 ? `-${index + 1}` : ''}`,
      detailType,
      detail: { v: DETAIL_VERSIONS[detailType], ...detail },
    }),
  ),
];

const numberOf = ({ seq }: PlanEvent): string => String(seq).padStart(6, '0');

/** The mails an event owes, and what it does to the plan's workflow. */
function actsOf(event: PlanEvent, plan: Plan): OutboxItem[] {
  const at = numberOf(event);
  const mail = (template: MailTemplate, to: Recipient, requestId?: RequestId): MailItem => ({
    kind: 'mail',
    key: mailKey(event.seq, to.participant),
    template,
    to: to.participant,
    ...(requestId ? { requestId } : {}),
    ...(to.link ? { link: to.link } : {}),
  });
  /** Nobody waits for a decision about themselves in silence; whoever is written to anyway needs no second mail. */
  const toSubject = (template: MailTemplate, requestId: RequestId, told: Recipient[]): OutboxItem[] => {
    const { participant } = plan.draft.subject;
    return told.some((to) => to.participant === participant)
      ? []
      : [mail(template, { participant }, requestId)];
  };
  const start = (run: number): OutboxItem => ({ kind: 'start-workflow', key: `${at}-start`, run });
  const stop = (run: number): OutboxItem => ({ kind: 'stop-workflow', key: `${at}-stop`, run });
  const wake: OutboxItem = { kind: 'answer-task', key: `${at}-wake`, version: event.seq };

  /**
   * Everybody who acts on the plan, but for those who are asked to sign for the new version anyway; and whoever waits
   * for a decision, or was asked for it, when it is not to be made yet.
   */
  const changed = ({ because }: Revision): OutboxItem[] => {
    const waited = calledOff(plan, event.at);
    const others = because === 'resumed' ? concerned(plan) : [];
    return [
      ...waited.map(({ participant, requestId }) => mail('plan-changed', { participant }, requestId)),
      ...others
        .filter((to) => !waited.some(({ participant }) => participant === to.participant))
        .map((to) => mail('plan-changed', to)),
    ];
  };

  /** To everybody whose calendar shows a meeting that is on another day now, or not at all. */
  const meetings = (): MailItem[] =>
    meetingNews(event, plan).map(({ template, participant, requestId }) => {
      const to = template === 'meeting-moved' ? withLink(plan, requestId, participant) : { participant };
      return { ...mail(template, to, requestId), key: mailKey(event.seq, participant, requestId) };
    });

  switch (event.type) {
    case 'DraftShared':
      return [start(event.run)];
    case 'PlanLaunched':
      return [start(event.run)];
    case 'RequestOpened':
      return [
        ...event.respondents.map((person) => mail('request-opened', person, event.request.id)),
        ...(event.request.kind === 'decision'
          ? toSubject('decision-awaited', event.request.id, event.respondents)
          : []),
      ];
    case 'RespondentsInvited':
      return event.respondents.map((person) => mail('request-opened', person, event.requestId));
    case 'RequestAnswered':
      // A decision wakes the workflow by what it leads to: closing, extending, or another question.
      return [
        ...(event.complete && event.answer.kind !== 'decision' ? [wake] : []),
        ...(event.complete && event.answer.kind === 'check_in'
          ? // Whoever answers last sees both on the page that follows.
            (plan.requests[event.requestId]?.respondents ?? [])
              .filter((person) => person.answer && person.participant !== event.by)
              .map((person) => mail('answers-in', person, event.requestId))
          : []),
      ];
    case 'RequestLapsed':
      return meetings();
    case 'ServedOnPaper':
      return [mail('served-on-paper', withLink(plan, event.requestId, event.to), event.requestId)];
    case 'AnswerReturned':
      return [mail('decision-returned', withLink(plan, event.requestId, event.to), event.requestId)];
    case 'Reminded':
      return event.to.map((participant) =>
        mail('reminder', withLink(plan, event.requestId, participant), event.requestId),
      );
    case 'RequestMissed':
      return event.tell.map((participant) => mail('request-missed', { participant }, event.requestId));
    case 'Escalated':
      return [
        ...event.to.map((to) =>
          mail('escalation', withLink(plan, event.requestId, to.participant), event.requestId),
        ),
        ...(plan.requests[event.requestId]?.kind === 'decision' && isNewsToSubject(event, plan)
          ? toSubject('decision-overdue', event.requestId, event.to)
          : []),
      ];
    case 'PlanAmended':
    case 'ManagerChanged':
    case 'CapacityReduced':
    case 'CreditGranted':
    case 'PlanExtended':
      return [
        ...handed(event.seq, event.revision.handed),
        ...(event.type === 'ManagerChanged' ? [mail('plan-handed-over', { participant: event.from })] : []),
        ...changed(event.revision),
        ...meetings(),
      ];
    case 'PlanResumed':
      return [...changed(event.revision), ...meetings()];
    case 'PlanPaused':
      return concerned(plan).map((to) => mail('plan-paused', to));
    case 'PauseReviewDue':
      return peopleFor(['hr'], plan.draft).map((participant) => mail('pause-review', { participant }));
    case 'RecognitionAdded':
      return event.by === plan.draft.subject.participant
        ? []
        : [mail('recognition', { participant: plan.draft.subject.participant })];
    case 'SupportUndelivered':
      return peopleFor(['hr'], plan.draft).map((participant) =>
        mail('support-undelivered', { participant }, event.requestId),
      );
    case 'DecisionRecorded':
      return [...event.decision.copies, ...chasedOnly(plan, event.requestId, event.decision.copies)].map(
        (to) => mail('decision-recorded', to, event.requestId),
      );
    case 'PlanClosed':
      return [wake, ...meetings()];
    case 'MonitoringStarted':
      return [stop(event.run - 1), start(event.run)];
    case 'RelapseRecorded':
      return concerned(plan).map((to) => mail('relapse-recorded', to));
    case 'MonitoringEnded':
      return [
        wake,
        ...(event.clean ? concerned(plan).map((to) => mail('clean-period', to)) : []),
        ...meetings(),
      ];
    case 'PlanWithdrawn':
      return [
        ...(plan.run > 0 ? [stop(plan.run)] : []),
        ...everyoneAsked(plan).map((participant) => mail('plan-withdrawn', { participant })),
        ...meetings(),
      ];
    case 'MailUndelivered':
      return toldOfLost(event, plan).map((participant) => ({
        ...mail('mail-undelivered', { participant }, event.requestId),
        about: event.to,
      }));
    case 'LinkRenewed':
      return [mail('link-renewed', event, event.requestId)];
    case 'WrongPersonReported':
      return correctorsOf(event.participant, plan).map((participant) => ({
        ...mail('wrong-person', { participant }),
        about: event.participant,
      }));
    case 'AddressSuspended':
      return correctorsOf(event.participant, plan).map((participant) => ({
        ...mail('address-suspended', { participant }),
        about: event.participant,
      }));
    case 'AddressCorrected':
      return handed(event.seq, event.handed);
    case 'RunRestarted':
      return [stop(event.run - 1), start(event.run)];
    default:
      return [];
  }
}

/** A question that goes to somebody new is a new question to them, each with a mail and a link of its own. */
function handed(
  seq: number,
  asked: Pick<Revision['handed'][number], 'requestId' | 'participant' | 'link'>[],
): MailItem[] {
  return asked.map(({ requestId, participant, link }) => ({
    kind: 'mail',
    key: mailKey(seq, participant, requestId),
    template: 'request-opened',
    to: participant,
    requestId,
    link,
  }));
}

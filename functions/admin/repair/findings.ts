import type { OutboxRow } from '../../../adapters/store.ts';
import { openRequests } from '../../../domain/agenda.ts';
import { isMailable, suspensionOf } from '../../../domain/mailable.ts';
import type { Plan, PlanId, Undelivered } from '../../../domain/plan.ts';
import { briefMoment } from '../../../views/admin/plan/moments.ts';
import { isSecret } from '../../../views/admin/plan/people.ts';
import { LOST, MAIL, SUSPENDED } from '../../../views/admin/plan/words.ts';
import type { Finding, PausedNotice, RepairModel, Way } from '../../../views/admin/repair/repair-page.tsx';
import { SWEPT_WITHIN } from '../../../views/admin/sweeper.ts';
import { nameOf } from '../../../views/models/plan-view.ts';
import { questionInWords, questionOf } from '../../../views/models/questions.ts';
import { partOf } from '../../../views/visibility.ts';
import { en } from '../../../views/words/en.ts';
import type { Found, Paused, Undriven, Unreached, Unreadable } from './look.ts';

/** Who reads it: HR reads names, operators act on the machinery; somebody may be both. */
export interface Reader {
  isHr: boolean;
  isOperator: boolean;
  timeZone: string;
  /** Titles of plans, for whoever may read them. */
  titles: ReadonlyMap<PlanId, string>;
}

/** What was found, in words for whoever reads it, each with what can be done about it. */
export const findingsOf = (found: Found, reader: Reader): Omit<RepairModel, 'at'> => ({
  ...(found.paused && { paused: paused(found.paused, reader) }),
  unreadable: found.unreadable.map((one) => unreadable(one, reader)),
  undriven: found.undriven.map((one) => undriven(one, reader)),
  late: [...found.late].map(([planId, rows]) => late(planId, rows, reader)),
  unreached: found.unreached.flatMap((one) => unreached(one, reader)),
  isMore: found.isMore,
  isOperator: reader.isOperator,
});

function paused({ since, code, waiting }: Paused, { timeZone, isOperator }: Reader): PausedNotice {
  const wait = waiting === 1 ? 'one mail waits' : `${waiting} mails wait`;
  return {
    what: `E-mail is paused by AWS since ${briefMoment(since, timeZone)}: ${wait}.`,
    felt: 'Nobody is asked, reminded or told anything by mail until it goes on. What was asked stays open, and what is answered through links that arrived before is taken as ever.',
    otherwise: isOperator
      ? `SES answers ${code}. The AWS Health Dashboard and the reputation page of SES say why; the way back is there. One mail is tried at every round of the system, and when it is taken the others follow by themselves.`
      : 'Operators are told. The mails go out by themselves when AWS takes them again; one that could not leave within two days is recorded as lost and stands below. What cannot wait can be served on paper.',
  };
}

const called = (planId: string, title: string, { isHr }: Reader): Finding['plan'] =>
  isHr ? { text: title, href: `/admin/plans/${planId}` } : { text: planId };

const unreadable = ({ planId, says, wayOut }: Unreadable, reader: Reader): Finding => ({
  // Its title may be what somebody changed.
  plan: called(planId, planId, reader),
  what: says,
  felt: 'Nothing of it is shown, asked or sent until it is put right: nobody is told something that may not be so.',
  ways: [],
  otherwise: `Nothing on this page mends it. ${wayOut}`,
});

function undriven({ plan, error, isStuck }: Undriven, reader: Reader): Finding {
  const { planId, title, run, nextDueAt } = plan;
  const since = nextDueAt ? briefMoment(nextDueAt, reader.timeZone) : '';
  return {
    plan: called(planId, title, reader),
    what: error
      ? `Run ${run} failed (${error}), and nobody drives the plan.`
      : isStuck
        ? `Run ${run} does not answer.`
        : 'It is late.',
    felt: `What was due on ${since} has not happened: people may miss a question, a reminder or an end.`,
    ways: reader.isOperator
      ? [{ text: 'Start another run from the record', href: `/admin/repair/${planId}/restart` }]
      : [],
    otherwise: isStuck
      ? 'The system starts another run by itself at its next round, every fifteen minutes.'
      : `A run may only be slow. If nothing comes, the sweeper starts another within ${SWEPT_WITHIN} of that moment.`,
  };
}

function late(planId: string, rows: readonly OutboxRow[], reader: Reader): Finding {
  const kinds = [...new Set(rows.map(({ kind }) => FELT[kind]))];
  const since = rows.map(({ createdAt }) => createdAt).sort()[0];
  return {
    plan: called(planId, reader.titles.get(planId) ?? planId, reader),
    what: `${rows.length === 1 ? 'One effect is' : `${rows.length} effects are`} recorded and not done${since ? ` since ${briefMoment(since, reader.timeZone)}` : ''}.`,
    felt: kinds.join(' '),
    ways: reader.isOperator
      ? [{ text: 'Hand them over again', href: `/admin/repair/${planId}/effects` }]
      : [],
    otherwise: 'The system hands them over again by itself at its next round, every fifteen minutes.',
  };
}

/** What people feel of an effect that is late. */
const FELT: Record<OutboxRow['kind'], string> = {
  mail: 'A mail has not left.',
  'start-workflow': 'The plan is not driven yet: nothing is asked or reminded.',
  'stop-workflow': 'A run that is over still runs; it does nothing.',
  'answer-task': 'An answer is recorded, and the plan has not gone on from it.',
  publish: 'Other systems have not heard of something.',
};

function unreached({ plan, mails, cutOff }: Unreached, reader: Reader): Finding[] {
  const name = (id: string): string => (reader.isHr ? nameOf(plan, id) : roleOf(id, plan));
  const about = called(plan.id, plan.draft.title, reader);
  return [
    ...cutOff.map((id) => ({ plan: about, ...cut(id, plan, name(id)), ...seenTo(id, plan, reader) })),
    ...mails.map((mail) => lost(mail, plan, name, about, reader)),
  ];
}

/** Why nothing is sent to somebody, and what that does to them. */
function cut(id: string, plan: Plan, name: string): Pick<Finding, 'what' | 'felt'> {
  const suspended = suspensionOf(id, plan);
  return suspended
    ? {
        what: SUSPENDED[suspended](name),
        felt: 'They are sent nothing until their address is corrected or confirmed, and no silence counts against them for what did not reach them. The plan goes on.',
      }
    : {
        what: `Mail to ${name} reaches somebody else.`,
        felt: 'They are asked nothing until their address is corrected, and no silence counts against them.',
      };
}

/** The address first; and paper, for what is asked of them meanwhile. */
function seenTo(id: string, plan: Plan, reader: Reader): Pick<Finding, 'ways' | 'otherwise'> {
  if (!reader.isHr) return { ways: [], otherwise: 'HR sees to it.' };
  const text = suspensionOf(id, plan)
    ? 'Correct the address, or confirm it'
    : 'Correct the address, or say that it was right';
  const open = openRequests(plan).filter(
    ({ kind, respondents }) =>
      kind !== 'survey' && respondents.some(({ participant, answer }) => participant === id && !answer),
  );
  const papers = open.map((request) =>
    paperWay(plan.id, request.id, id, `Serve on paper: ${questionInWords(request, en)}`),
  );
  return { ways: [addressWay(plan.id, id, text), ...papers] };
}

const roleOf = (id: string, plan: Plan): string =>
  `the ${en.common.roles[partOf(plan, id) ?? 'stakeholder']}`;

function lost(
  mail: Undelivered,
  plan: Plan,
  name: (id: string) => string,
  about: Finding['plan'],
  reader: Reader,
): Finding {
  const { template, to, requestId, outcome } = mail;
  if (isSecret(template, requestId, plan)) {
    return {
      plan: about,
      what: 'A reminder of a survey did not reach somebody.',
      felt: 'Who it was is not told: it would say who has not answered.',
      ways: [],
      otherwise: 'Nothing is to be done: a survey goes on without them.',
    };
  }
  const question = requestId && reader.isHr ? ` (${questionInWords(questionOf(plan, requestId), en)})` : '';
  const isGone = outcome !== 'unknown';
  return {
    plan: about,
    what: `${LOST[outcome](name(to))}: ${MAIL[template]}${question}.`,
    felt: isGone
      ? 'They have not heard of it, and their silence says nothing about them.'
      : 'It may have arrived. It is not sent again by itself, so that nobody gets it twice: ask them.',
    ways: reader.isHr ? waysOf(mail, plan) : [],
    ...(!reader.isHr && { otherwise: 'HR sees to it.' }),
  };
}

/** Sent again only when it certainly did not arrive, and where there is a link and an address to send it to. */
function waysOf({ to, requestId, outcome }: Undelivered, plan: Plan): Way[] {
  const request = requestId ? plan.requests[requestId] : undefined;
  const isAsked =
    request?.status === 'open' && request.respondents.some(({ participant }) => participant === to);
  return [
    addressWay(plan.id, to, 'Correct the address'),
    ...(isAsked && outcome !== 'unknown' && isMailable(to, plan)
      ? [
          {
            text: 'Send it again',
            href: `/admin/repair/${plan.id}/mail?${new URLSearchParams({ requestId: requestId ?? '', to })}`,
          },
        ]
      : []),
    ...(isAsked && request.kind !== 'survey' ? [paperWay(plan.id, request.id, to, 'Serve it on paper')] : []),
  ];
}

const paperWay = (planId: string, requestId: string, to: string, text: string): Way => ({
  text,
  href: `/admin/plans/${planId}/do/serve_on_paper?${new URLSearchParams({ '/requestId': requestId, '/to': to })}`,
});

const addressWay = (planId: string, participant: string, text: string): Way => ({
  text,
  href: `/admin/plans/${planId}/do/correct_address?${new URLSearchParams({ '/participant': participant })}`,
});

import type { OutboxRow } from '../../../adapters/store.ts';
import type { Plan, PlanId, Undelivered } from '../../../domain/plan.ts';
import { briefMoment } from '../../../views/admin/plan/moments.ts';
import { isSecret } from '../../../views/admin/plan/people.ts';
import { MAIL } from '../../../views/admin/plan/words.ts';
import type { Finding, RepairModel, Way } from '../../../views/admin/repair/repair-page.tsx';
import { SWEPT_WITHIN } from '../../../views/admin/sweeper.ts';
import { nameOf } from '../../../views/models/plan-view.ts';
import { questionInWords, questionOf } from '../../../views/models/questions.ts';
import { partOf } from '../../../views/visibility.ts';
import { en } from '../../../views/words/en.ts';
import type { Found, Undriven, Unreached, Unreadable } from './look.ts';

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
  unreadable: found.unreadable.map((one) => unreadable(one, reader)),
  undriven: found.undriven.map((one) => undriven(one, reader)),
  late: [...found.late].map(([planId, rows]) => late(planId, rows, reader)),
  unreached: found.unreached.flatMap((one) => unreached(one, reader)),
  isMore: found.isMore,
  isOperator: reader.isOperator,
});

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

function unreached({ plan, mails, misdirected }: Unreached, reader: Reader): Finding[] {
  const name = (id: string): string => (reader.isHr ? nameOf(plan, id) : roleOf(id, plan));
  const about = called(plan.id, plan.draft.title, reader);
  return [
    ...misdirected.map((id) => ({
      plan: about,
      what: `Mail to ${name(id)} reaches somebody else.`,
      felt: 'They are asked nothing until their address is corrected, and no silence counts against them.',
      ways: reader.isHr ? [addressWay(plan.id, id, 'Correct the address, or say that it was right')] : [],
      ...(!reader.isHr && { otherwise: 'HR sees to it.' }),
    })),
    ...mails.map((mail) => lost(mail, plan, name, about, reader)),
  ];
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
  const isGone = outcome === 'failed';
  return {
    plan: about,
    what: isGone
      ? `A mail to ${name(to)} did not leave: ${MAIL[template]}${question}.`
      : `Nobody knows whether a mail to ${name(to)} left: ${MAIL[template]}${question}.`,
    felt: isGone
      ? 'They have not heard of it, and their silence says nothing about them.'
      : 'It may have arrived. It is not sent again by itself, so that nobody gets it twice: ask them.',
    ways: reader.isHr ? waysOf(mail, plan) : [],
    ...(!reader.isHr && { otherwise: 'HR sees to it.' }),
  };
}

/** Sent again only when it certainly did not leave, and where there is a link to send again. */
function waysOf({ to, requestId, outcome }: Undelivered, plan: Plan): Way[] {
  const request = requestId ? plan.requests[requestId] : undefined;
  const isAsked =
    request?.status === 'open' && request.respondents.some(({ participant }) => participant === to);
  const query = new URLSearchParams({ '/requestId': requestId ?? '', '/to': to });
  return [
    addressWay(plan.id, to, 'Correct the address'),
    ...(isAsked && outcome === 'failed'
      ? [
          {
            text: 'Send it again',
            href: `/admin/repair/${plan.id}/mail?${new URLSearchParams({ requestId: requestId ?? '', to })}`,
          },
        ]
      : []),
    ...(isAsked && request.kind !== 'survey'
      ? [{ text: 'Serve it on paper', href: `/admin/plans/${plan.id}/do/serve_on_paper?${query}` }]
      : []),
  ];
}

const addressWay = (planId: string, participant: string, text: string): Way => ({
  text,
  href: `/admin/plans/${planId}/do/correct_address?${new URLSearchParams({ '/participant': participant })}`,
});

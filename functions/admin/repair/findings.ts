import type { OutboxRow } from '../../../adapters/store.ts';
import { briefMoment } from '../../../views/admin/plan/moments.ts';
import type { Finding, PausedNotice, RepairModel } from '../../../views/admin/repair/repair-page.tsx';
import { SWEPT_WITHIN } from '../../../views/admin/sweeper.ts';
import type { Found, Paused, Undriven, Unreadable } from './look.ts';
import { called, type Reader } from './reader.ts';
import { unreached } from './unreached.ts';

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

import { openRequests } from '../../../domain/agenda.ts';
import { isMailable, suspensionOf } from '../../../domain/mailable.ts';
import type { Plan, Request, Undelivered } from '../../../domain/plan.ts';
import { isSecret } from '../../../views/admin/plan/people.ts';
import { LOST, MAIL, SUSPENDED } from '../../../views/admin/plan/words.ts';
import type { Finding, Way } from '../../../views/admin/repair/repair-page.tsx';
import { nameOf } from '../../../views/models/plan-view.ts';
import { questionInWords, questionOf } from '../../../views/models/questions.ts';
import { partOf } from '../../../views/visibility.ts';
import { en } from '../../../views/words/en.ts';
import type { Unreached } from './look.ts';
import { called, type Reader } from './reader.ts';

/** People of a plan whom mail did not reach, one finding each. */
export function unreached({ plan, mails, cutOff }: Unreached, reader: Reader): Finding[] {
  const [secret, open] = [
    mails.filter((mail) => isHidden(mail, plan)),
    mails.filter((mail) => !isHidden(mail, plan)),
  ];
  const people = [...new Set([...cutOff, ...open.map(({ to }) => to)])];
  const about = called(plan.id, plan.draft.title, reader);
  return [
    ...people.flatMap((id) => {
      const lost = open.filter(({ to }) => to === id);
      return personOf(id, lost, cutOff.includes(id), plan, reader).map((one) => ({ plan: about, ...one }));
    }),
    ...secret.map(() => ({ plan: about, ...SOMEBODY })),
  ];
}

const isHidden = ({ template, requestId }: Undelivered, plan: Plan): boolean =>
  isSecret(template, requestId, plan);

const SOMEBODY: Omit<Finding, 'plan'> = {
  what: 'A reminder of a survey did not reach somebody.',
  felt: 'Who it was is not told: it would say who has not answered.',
  ways: [],
  otherwise: 'Nothing is to be done: a survey goes on without them.',
};

const FOR_HR = 'HR sees to it.';

/** Somebody whom mail did not reach: why nothing is sent to them, what they did not get, and the ways to them. */
function personOf(
  id: string,
  lost: readonly Undelivered[],
  isCutOff: boolean,
  plan: Plan,
  reader: Reader,
): Omit<Finding, 'plan'>[] {
  const name = reader.isHr ? nameOf(plan, id) : roleOf(id, plan);
  const told = lost.map((mail) => lostMail(mail, name, plan, reader));
  const [first, ...others] = isCutOff ? [cut(id, plan, name), ...told] : told;
  if (!first) return [];
  // What no mail to them means is said once, of all of them.
  const also = others.map(({ what, felt }) => (isCutOff ? what : `${what} ${felt}`));
  const way = reader.isHr ? { ways: waysTo(id, lost, isCutOff, plan) } : { ways: [], otherwise: FOR_HR };
  return [{ ...first, also: [...new Set(also)], ...way }];
}

type Told = Pick<Finding, 'what' | 'felt'>;

/** Why nothing is sent to somebody, and what that does to them. */
function cut(id: string, plan: Plan, name: string): Told {
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

const roleOf = (id: string, plan: Plan): string =>
  `the ${en.common.roles[partOf(plan, id) ?? 'stakeholder']}`;

function lostMail(
  { template, requestId, outcome }: Undelivered,
  name: string,
  plan: Plan,
  reader: Reader,
): Told {
  const question = requestId && reader.isHr ? ` (${questionInWords(questionOf(plan, requestId), en)})` : '';
  return {
    what: `${LOST[outcome](name)}: ${MAIL[template]}${question}.`,
    felt:
      outcome !== 'unknown'
        ? 'They have not heard of it, and their silence says nothing about them.'
        : 'It may have arrived. It is not sent again by itself, so that nobody gets it twice: ask them.',
  };
}

/**
 * The address first; then mail again, only when it certainly did not arrive, and where there is a link and an address to
 * send it to; and paper, for what is asked of them meanwhile.
 */
function waysTo(id: string, lost: readonly Undelivered[], isCutOff: boolean, plan: Plan): Way[] {
  const asked = openRequests(plan).filter(
    ({ kind, respondents }) =>
      kind !== 'survey' && respondents.some(({ participant, answer }) => participant === id && !answer),
  );
  const isAbout = (requestId: string) => (mail: Undelivered) => mail.requestId === requestId;
  const onPaper = asked.filter((request) => isCutOff || lost.some(isAbout(request.id)));
  const byMail = isMailable(id, plan)
    ? onPaper.filter(({ id: requestId }) =>
        lost.filter(isAbout(requestId)).every(({ outcome }) => outcome !== 'unknown'),
      )
    : [];
  const naming = (text: string, request: Request): string =>
    onPaper.length === 1 ? text : `${text}: ${questionInWords(request, en)}`;
  return [
    addressWay(plan.id, id),
    ...(isCutOff ? [rightWay(id, plan)] : []),
    ...byMail.map((request) => mailWay(plan.id, request.id, id, naming('Send it again', request))),
    ...onPaper.map((request) =>
      paperWay(
        plan.id,
        request.id,
        id,
        isCutOff ? `Serve on paper: ${questionInWords(request, en)}` : naming('Serve it on paper', request),
      ),
    ),
  ];
}

const mailWay = (planId: string, requestId: string, to: string, text: string): Way => ({
  text,
  href: `/admin/repair/${planId}/mail?${new URLSearchParams({ requestId, to })}`,
});

const paperWay = (planId: string, requestId: string, to: string, text: string): Way => ({
  text,
  href: `/admin/plans/${planId}/do/serve_on_paper?${new URLSearchParams({ '/requestId': requestId, '/to': to })}`,
});

const addressAction = (planId: string): string => `/admin/plans/${planId}/do/correct_address`;

const addressWay = (planId: string, participant: string): Way => ({
  text: 'Correct the address',
  href: `${addressAction(planId)}?${new URLSearchParams({ '/participant': participant })}`,
});

/** The address on record, said again: looked at before it is done, as every action is. */
function rightWay(participant: string, plan: Plan): Way {
  const email = plan.draft.participants.find(({ id }) => id === participant)?.email ?? '';
  return {
    text: `It is right: ${email}`,
    href: addressAction(plan.id),
    sends: [
      ['/participant', participant],
      ['/email', email],
    ],
  };
}

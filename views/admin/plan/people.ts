import { suspensionOf } from '../../../domain/mailable.ts';
import type { Instant, ParticipantId, Plan, RequestId } from '../../../domain/plan.ts';
import { isMisdirected } from '../../../domain/wrong-person.ts';
import { en } from '../../words/en.ts';
import { briefMoment } from './moments.ts';
import { LOST, MAIL, SUSPENDED } from './words.ts';

/** How one owed mail ended, or how far it is. */
export interface MailState {
  to: ParticipantId;
  template: keyof typeof MAIL;
  requestId?: RequestId;
  status: 'PENDING' | 'SENDING' | 'SENT' | 'DONE' | 'UNKNOWN' | 'FAILED' | 'SKIPPED';
  at: Instant;
  /** Whether the reader's mail system took it, as far as that is known. */
  arrived?: boolean;
}

/** Somebody of the plan, where their mail goes, and whether it left. */
export interface Person {
  id: ParticipantId;
  name: string;
  role: string;
  email: string;
  language: string;
  mail: string;
  /** What keeps mail from them, one sentence each. */
  troubles: string[];
  former: boolean;
}

/** Everybody of a plan. Whom a survey was sent to again is left out: it tells who has not answered. */
export function peopleOf(plan: Plan, mails: readonly MailState[]): Person[] {
  const told = mails.filter(({ template, requestId }) => !isSecret(template, requestId, plan));
  const person = (former: boolean) => (one: Plan['draft']['participants'][number]) => {
    const mine = told.filter(({ to }) => to === one.id);
    return {
      id: one.id,
      name: one.name,
      role: en.common.roles[one.role],
      email: one.email,
      language: one.language === 'es' ? 'Spanish' : one.language === 'en' ? 'English' : 'not said',
      mail: mailSays(mine, plan.timeZone),
      troubles: former ? [] : troublesOf(one.id, plan),
      former,
    };
  };
  return [...plan.draft.participants.map(person(false)), ...plan.former.map(person(true))];
}

/** Whether naming who got a mail would tell who has not answered a survey. */
export const isSecret = (template: string, requestId: string | undefined, plan: Plan): boolean =>
  template === 'reminder' && plan.requests[requestId ?? '']?.kind === 'survey';

function mailSays(mails: readonly MailState[], zone: string): string {
  const sent = mails.filter(({ status }) => status === 'SENT');
  const waiting = mails.filter(({ status }) => status === 'PENDING' || status === 'SENDING').length;
  const last = sent
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const left = last ? `${sent.length} sent, the last on ${briefMoment(last, zone)}` : 'No mail has left yet';
  const arrived = sent.filter((mail) => mail.arrived).length;
  const known = arrived > 0 ? `${left}; ${arrived} known to have arrived` : left;
  return waiting > 0 ? `${known}; ${waiting} on the way.` : `${known}.`;
}

function troublesOf(id: ParticipantId, plan: Plan): string[] {
  const since = plan.readdressed.findLast(({ participant }) => participant === id)?.seq ?? 0;
  const lost = plan.undelivered.filter(
    ({ to, key, template, requestId }) =>
      to === id && Number.parseInt(key, 10) >= since && !isSecret(template, requestId, plan),
  );
  const suspended = suspensionOf(id, plan);
  return [
    ...(isMisdirected(id, plan)
      ? ['Their mail reached somebody else. Nothing is sent until the address is corrected.']
      : []),
    ...(suspended
      ? [`${SUSPENDED[suspended]('them')} Nothing is sent until the address is corrected or confirmed.`]
      : []),
    ...lost.map(({ template, outcome }) => `${LOST[outcome]()}: ${MAIL[template]}.`),
  ];
}

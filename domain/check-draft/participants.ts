import { isTimeZone } from '../calendar.ts';
import { LANGUAGES } from '../draft.ts';
import type { BrokenRule } from '../errors.ts';
import type { RulePack } from '../pack.ts';
import type { Participant, PlanDraft, Role } from '../plan.ts';
import { broken, brokenProductRule } from '../rules.ts';
import { sameAddress } from '../wrong-person.ts';
import { checkId } from './ids.ts';
import { count } from './say.ts';
import { subjectRole } from './subject.ts';

/** The form of address every mail system takes: no display name, no quotes, no spaces, a domain with a dot. */
const EMAIL =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$/;

/** Who takes part: each with an id and an address of their own, and as many of each role as the pack allows. */
export function checkParticipants(draft: PlanDraft, pack: RulePack): BrokenRule[] {
  const { participants } = draft;
  const ids = participants.map((person) => person.id);
  return [
    ...participants.flatMap((person, index) => [
      ...checkId(`/participants/${index}/id`, person.id, ids.slice(0, index)),
      ...checkEmail(
        `/participants/${index}/email`,
        person,
        participants.slice(0, index),
        draft.issuer.participant,
      ),
      ...checkReading(`/participants/${index}`, person),
    ]),
    ...checkRoles(draft, pack),
  ];
}

function checkEmail(
  field: string,
  person: Participant,
  others: Participant[],
  issuerId: string,
): BrokenRule[] {
  if (person.email.length > 254 || person.email.indexOf('@') > 64 || !EMAIL.test(person.email)) {
    return [
      brokenProductRule(
        field,
        'This is not an e-mail address: write it as name@example.org, and nothing else.',
      ),
    ];
  }
  // A link is as personal as the mailbox it goes to: whoever reads the employee's mail answers as the employee.
  const alike = others.filter((other) => sameAddress(other.email, person.email));
  if (alike.some((other) => isAbout(other) !== isAbout(person))) {
    const who = alike.some(({ role }) => role === 'lead') || person.role === 'lead' ? 'lead' : 'employee';
    return [
      brokenProductRule(field, `The ${who} and somebody else have this one address: give each their own.`),
    ];
  }
  // One mailbox would answer a survey twice, and count as two people in a group too small to be shown.
  if (alike.length > 0 && [person, ...alike].some(({ role }) => role === 'stakeholder')) {
    return [
      brokenProductRule(field, 'A stakeholder and somebody else have this one address: give each their own.'),
    ];
  }
  // Silence is reported to somebody above; a mailbox shared with the issuer would report it to the silent.
  const isIssuer = ({ id }: Participant): boolean => id === issuerId;
  const reportsToItself = alike.some(
    (other) =>
      (isIssuer(other) && ABOVE.includes(person.role)) || (isIssuer(person) && ABOVE.includes(other.role)),
  );
  if (!reportsToItself) return [];
  return [
    brokenProductRule(
      field,
      'Whoever issues the plan and somebody they report to have this one address: give each their own.',
    ),
  ];
}

/** What somebody reads in: a language there are words for, and a zone that exists. */
function checkReading(at: string, { language, timeZone }: Participant): BrokenRule[] {
  const isKnown = language === undefined || LANGUAGES.includes(language);
  return [
    ...(isKnown
      ? []
      : [
          brokenProductRule(
            `${at}/language`,
            `There are no words in this language: use one of ${LANGUAGES.join(', ')}, or leave it out.`,
          ),
        ]),
    ...(timeZone === undefined || isTimeZone(timeZone)
      ? []
      : [
          brokenProductRule(
            `${at}/timeZone`,
            'There is no such time zone: use a name such as America/Chicago, or leave it out.',
          ),
        ]),
  ];
}

const ABOVE: Role[] = ['reviewer', 'hr', 'agency_head'];

const isAbout = ({ role }: Participant): boolean => role === 'employee' || role === 'lead';

function checkRoles({ participants, subject }: PlanDraft, pack: RulePack): BrokenRule[] {
  // Who heads a department stands where the employee would, in a pack that is for both.
  const notNeeded = subjectRole(subject.type) === 'lead' ? 'employee' : 'lead';
  const limits = Object.entries(pack.participants.is) as [Role, { min: number; max: number | null }][];
  return limits.flatMap(([role, { min, max }]) => {
    const holders = participants.flatMap((person, index) => (person.role === role ? [index] : []));
    const has = `The plan has ${count(holders.length, 'participant')} with the role ${role}`;
    if (holders.length < min && role !== notNeeded) {
      return [broken('/participants', `${has}: name at least ${min}.`, pack.participants, pack)];
    }
    const surplus = max === null ? [] : holders.slice(max);
    return surplus.map((index) => {
      const message = `${has}, but may have ${max}: give this person another role, or leave them out.`;
      return broken(`/participants/${index}/role`, message, pack.participants, pack);
    });
  });
}

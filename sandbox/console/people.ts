import type { Mail } from '../inbox.ts';
import type { PlanRow } from './world.ts';

/** Somebody who takes part in a plan, or got mail. */
export interface Person {
  /** As first met; compared whatever its case. */
  email: string;
  name: string;
  /** Every role they have in any plan, once each; none for a stranger. */
  roles: string[];
  timeZone: string;
  mails: number;
  unread: number;
}

/** Roles that may see plans of their own on the admin site. */
const MANAGES = ['supervisor', 'reviewer'];

export const mayManage = ({ roles }: Person): boolean => roles.some((role) => MANAGES.includes(role));

/** Everybody of all plans and mails by name, strangers last: nobody changes places when their mail is read. */
export const peopleOf = (
  plans: readonly PlanRow[],
  mails: readonly Mail[],
  opened: ReadonlySet<string>,
): Person[] => {
  const people = new Map<string, Person>();
  const meet = (email: string, name: string, timeZone: string): Person => {
    const key = email.toLowerCase();
    const known = people.get(key) ?? { email, name, roles: [], timeZone, mails: 0, unread: 0 };
    people.set(key, known);
    return known;
  };
  for (const { participants, timeZone } of plans) {
    for (const { email, name, role } of participants) {
      const person = meet(email, name, timeZone);
      if (!person.roles.includes(role)) person.roles.push(role);
    }
  }
  for (const mail of mails) {
    for (const to of mail.to) {
      const person = meet(to, to, 'UTC');
      person.mails += 1;
      if (!opened.has(mail.id)) person.unread += 1;
    }
  }
  return [...people.values()].sort(
    (a, b) => Number(a.roles.length === 0) - Number(b.roles.length === 0) || (a.name < b.name ? -1 : 1),
  );
};

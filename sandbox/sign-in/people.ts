import { createHash } from 'node:crypto';

export type SandboxRole = 'hr' | 'manager' | 'auditor' | 'operator';

/** Somebody who can sign in to the sandbox. Nobody has a password. */
export interface SandboxPerson {
  /** How addresses and tests call them; of people beyond those below, their e-mail address. */
  key: string;
  name: string;
  /** Lower case. */
  email: string;
  /** Absent: signed in, and in no group, so that they are refused everything. */
  role?: SandboxRole;
}

const ROLE_WORDS: Readonly<Record<SandboxRole, string>> = {
  hr: 'HR',
  manager: 'manager',
  auditor: 'auditor',
  operator: 'operator',
};

export const roleInWords = ({ role }: Pick<SandboxPerson, 'role'>): string =>
  role ? ROLE_WORDS[role] : 'in no group';

/** One person for each role, and one who has none. */
export const PEOPLE: readonly SandboxPerson[] = [
  { key: 'hr', name: 'Harper Ellis', email: 'harper.ellis@agency.example', role: 'hr' },
  { key: 'manager', name: 'Morgan Reyes', email: 'morgan.reyes@agency.example', role: 'manager' },
  { key: 'auditor', name: 'Avery Lindqvist', email: 'avery.lindqvist@agency.example', role: 'auditor' },
  { key: 'operator', name: 'Oz Tanaka', email: 'oz.tanaka@agency.example', role: 'operator' },
  { key: 'no-group', name: 'Noor Haddad', email: 'noor.haddad@agency.example' },
];

const nameFrom = (email: string): string =>
  email
    .slice(0, email.indexOf('@'))
    .split(/[._+-]+/)
    .filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ') || email;

/**
 * One of these by key or address; anybody else by their e-mail address, as a manager: supervisors and reviewers of
 * plans sign in this way. `undefined` for what is neither.
 */
export const personFor = (wanted: string): SandboxPerson | undefined => {
  const asked = wanted.trim().toLowerCase();
  const known = PEOPLE.find(({ key, email }) => key === asked || email === asked);
  if (known) return known;
  if (asked.length > 254 || !/^[^\s@<>"',;]+@[^\s@<>"',;]+$/.test(asked)) return undefined;
  return { key: asked, name: nameFrom(asked), email: asked, role: 'manager' };
};

/** The id the provider knows somebody by: the same in every run, and not their address, as with Cognito. */
export const subjectOf = ({ email }: Pick<SandboxPerson, 'email'>): string =>
  createHash('sha256')
    .update(email)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');

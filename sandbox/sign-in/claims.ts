import { type SandboxPerson, subjectOf } from './people.ts';

/** Cognito leaves the claim out of the tokens of somebody in no group. */
const groupsOf = ({ role }: SandboxPerson) => (role ? { 'cognito:groups': [role] } : {});

/** What Cognito keeps about somebody, under the names it uses in tokens. */
export const claimsOf = (person: SandboxPerson) => ({
  sub: subjectOf(person),
  name: person.name,
  email: person.email,
  email_verified: true,
  ...groupsOf(person),
});

/** What an ID token says besides. */
export const idClaimsOf = (person: SandboxPerson) => ({
  ...claimsOf(person),
  'cognito:username': subjectOf(person),
  token_use: 'id',
});

/** What an access token of a person says besides; one of a program says the first two only. Cognito's name nobody. */
export const accessClaimsOf = (person: SandboxPerson | undefined) => ({
  token_use: 'access',
  version: 2,
  ...(person ? { sub: subjectOf(person), username: subjectOf(person), ...groupsOf(person) } : {}),
});

/** Which claims of an ID token each scope lets through. */
export const CLAIMS_BY_SCOPE = {
  openid: ['sub', 'cognito:groups', 'cognito:username', 'token_use'],
  profile: ['name'],
  email: ['email', 'email_verified'],
};

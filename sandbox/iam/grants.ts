import { matches } from './conditions.ts';
import type { Statement } from './policies.ts';

/** A pair of action and resource as a policy writes them; a statement about all but some is one about all. */
export interface Grant {
  action: string;
  resource: string;
  statement: Statement;
}

/** Every grant of these statements. */
export const grantsOf = (statements: readonly Statement[]): Grant[] =>
  statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) => {
      const resources = statement.notResources ? ['*'] : statement.resources;
      return (statement.notActions ? ['*'] : statement.actions).flatMap((action) =>
        resources.map((resource) => ({ action, resource, statement })),
      );
    });

export const caseless = (pattern: string, action: string): boolean =>
  matches(pattern.toLowerCase(), action.toLowerCase());

const isPattern = (text: string): boolean => /[*?]/.test(text);

/** The fewer texts it matches, the higher: no wildcard at all, else as many letters as are fixed. */
const narrowness = (pattern: string): number =>
  isPattern(pattern) ? pattern.replace(/[*?]/g, '').length : Number.POSITIVE_INFINITY;

const conditions = ({ statement }: Grant): number => Object.keys(statement.condition).length;

/** A number is not taken from another: two wildcard-free patterns would make that NaN. */
const compare = (a: number, b: number): number => (a === b ? 0 : a > b ? -1 : 1);

/**
 * The grant a call needs, of those that allow it: the most specific action, then resource, then the one under a
 * condition. The others could be taken away.
 */
export const narrowest = (grants: readonly Grant[]): Grant | undefined =>
  grants.toSorted(
    (a, b) =>
      compare(narrowness(a.action), narrowness(b.action)) ||
      compare(narrowness(a.resource), narrowness(b.resource)) ||
      compare(conditions(a), conditions(b)),
  )[0];

/** Which identity SES asks about, the address or its domain, depends on which one was verified. */
export const standsFor = (used: Grant, { action, resource, statement }: Grant): boolean =>
  action.startsWith('ses:Send') &&
  !isPattern(resource) &&
  used.statement === statement &&
  used.action === action;

import type { Identify } from './identity.ts';

/** How the sandbox takes one type of resource. Every property is either used, ignored with a reason, or refused. */
export interface SupportedType {
  identify: Identify;
  /** The property that holds the physical name, where it may be chosen. */
  nameProperty?: string;
  longestName?: number;
  used: string[];
  /** Properties without effect in the sandbox, each with why that is sound. */
  ignored?: Record<string, string>;
  /** Values of used properties that the sandbox does not do; answers why. */
  refuse?(properties: Record<string, unknown>): string | undefined;
}

/** Why a property may only have some values, when it has another; a list may hold nothing else. */
export const isNot = (
  properties: Record<string, unknown>,
  name: string,
  allowed: string[],
): string | undefined => {
  const value = properties[name];
  const given = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return given.every((one) => allowed.includes(`${one}`))
    ? undefined
    : `${name} ${JSON.stringify(value)} (supported: ${allowed.join(', ')})`;
};

import type { SandboxIam } from '../iam.ts';
import type { Iam } from '../types.ts';

/** Judges by the roles that are deployed now. */
export interface LiveIam extends Iam {
  /** From the next call on these roles count. Which of their grants are used is counted anew. */
  become(next: SandboxIam): void;
}

export const liveIam = (first: SandboxIam): LiveIam => {
  let current = first;
  let denied: ReturnType<Iam['denied']> = [];
  return {
    check: (caller, permission) => current.check(caller, permission),
    unused: () => current.unused(),
    denied: () => [...denied, ...current.denied()],
    become: (next) => {
      denied = [...denied, ...current.denied()];
      current = next;
    },
  };
};

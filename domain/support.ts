import { promisesAsked } from './check-ins.ts';
import type { Item, ParticipantId, Plan, RequestId, SupportAnswer } from './plan.ts';

/** What was promised for the day a support question is about, as far as this person can say: an owner says it of their own. */
export function promisesFor(plan: Plan, requestId: RequestId, by: ParticipantId) {
  const asked = promisesAsked(plan, requestId);
  return by === plan.draft.subject.participant ? asked : asked.filter(({ owner }) => owner === by);
}

export interface Undone {
  item: Item;
  what: string;
  owner: ParticipantId;
  /** `unconfirmed`: the person it was promised to was asked and did not say. */
  said: 'no' | 'partly' | 'unconfirmed';
}

/**
 * The promised support that the person it was promised to has not confirmed. What its owner says never overrides
 * them; what was not asked about yet is not listed.
 */
export function undeliveredSupport(plan: Plan): Undone[] {
  const asked = Object.values(plan.requests).filter(({ kind }) => kind === 'support');
  const words = asked.flatMap(({ respondents }) =>
    respondents.flatMap(({ participant, answer }) =>
      participant === plan.draft.subject.participant && answer?.kind === 'support' ? answer.promises : [],
    ),
  );
  return plan.draft.items.flatMap((item) =>
    item.support.flatMap(({ what, owner, due }): Undone[] => {
      const delivered = lastWord(words, item.id, what);
      if (delivered === 'yes') return [];
      if (delivered) return [{ item, what, owner, said: delivered }];
      return asked.some(({ date }) => date === due) ? [{ item, what, owner, said: 'unconfirmed' }] : [];
    }),
  );
}

const lastWord = (words: SupportAnswer['promises'], item: string, what: string) =>
  words.filter((promise) => promise.item === item && promise.what === what).at(-1)?.delivered;

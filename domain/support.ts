import { promisesAsked } from './check-ins.ts';
import type { Day, Item, ItemId, ParticipantId, Plan, Request, RequestId, SupportAnswer } from './plan.ts';

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
  /** Of what is unconfirmed: whether whoever promised it says that it was delivered. */
  ownerSaysSo?: true;
}

/**
 * The promised support that the person it was promised to has not confirmed. What its owner says never overrides
 * them; of a training they were silent about, that it was attended is enough. What was not asked about yet, or can
 * still be answered, is not listed as unconfirmed.
 */
export function undeliveredSupport(plan: Plan): Undone[] {
  const asked = Object.values(plan.requests).filter(({ kind }) => kind === 'support');
  const { own, owners } = saidBy(asked, plan.draft.subject.participant);
  return plan.draft.items.flatMap((item) =>
    item.support.flatMap(({ what, owner, due }): Undone[] => {
      const delivered = lastWord(own, item.id, what);
      if (delivered === 'yes') return [];
      if (delivered) return [{ item, what, owner, said: delivered }];
      // Nobody's silence makes a training undelivered that was attended.
      if (attendedOn(plan, item.id, what)) return [];
      if (!asked.some(({ date, status }) => date === due && status !== 'open')) return [];
      const isSaid = lastWord(owners, item.id, what) === 'yes';
      return [{ item, what, owner, said: 'unconfirmed', ...(isSaid ? { ownerSaysSo: true } : {}) }];
    }),
  );
}

/** The last day on which a promised training was attended, by what training systems or HR put on record. */
export const attendedOn = (plan: Plan, item: ItemId, what: string): Day | undefined =>
  plan.trainings
    .filter((training) => training.item === item && training.what === what)
    .map(({ on }) => on)
    .sort()
    .at(-1);

type Promises = SupportAnswer['promises'];

/** What the person it was promised to said of each promise, and what those said who made them. */
function saidBy(asked: Request[], subject: ParticipantId): { own: Promises; owners: Promises } {
  const answers = asked.flatMap(({ respondents }) =>
    respondents.flatMap(({ participant, answer }) =>
      answer?.kind === 'support' ? [{ participant, promises: answer.promises }] : [],
    ),
  );
  const of = (isOwn: boolean): Promises =>
    answers.flatMap(({ participant, promises }) => ((participant === subject) === isOwn ? promises : []));
  return { own: of(true), owners: of(false) };
}

const lastWord = (words: Promises, item: string, what: string) =>
  words.filter((promise) => promise.item === item && promise.what === what).at(-1)?.delivered;

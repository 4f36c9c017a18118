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
  due: Day;
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
    item.support.flatMap((promise): Undone[] => {
      const { what, owner, due } = promise;
      const delivered = lastWord(own, item, promise);
      if (delivered === 'yes') return [];
      if (delivered) return [{ item, what, owner, due, said: delivered }];
      // Nobody's silence makes a training undelivered that was attended.
      if (attendedOn(plan, item.id, promise)) return [];
      if (!asked.some(({ date, status }) => date === due && status !== 'open')) return [];
      const isSaid = lastWord(owners, item, promise) === 'yes';
      return [{ item, what, owner, due, said: 'unconfirmed', ...(isSaid ? { ownerSaysSo: true } : {}) }];
    }),
  );
}

/**
 * The last day on which this training was attended, by what training systems or HR put on record. One attendance keeps
 * one promise: of two with the same words, the one it was said of.
 */
export const attendedOn = (plan: Plan, item: ItemId, { what, due }: Promised): Day | undefined =>
  plan.trainings
    .filter((training) => training.item === item && training.what === what && training.due === due)
    .map(({ on }) => on)
    .sort()
    .at(-1);

type Promised = Pick<Item['support'][number], 'what' | 'due'>;

/** With the day that the question was about. */
type Promises = (SupportAnswer['promises'][number] & { on: Day | undefined })[];

/** What the person it was promised to said of each promise, and what those said who made them. */
function saidBy(asked: Request[], subject: ParticipantId): { own: Promises; owners: Promises } {
  const answers = asked.flatMap(({ date, respondents }) =>
    respondents.flatMap(({ participant, answer }) =>
      answer?.kind === 'support'
        ? [{ participant, promises: answer.promises.map((promise) => ({ ...promise, on: date })) }]
        : [],
    ),
  );
  const of = (isOwn: boolean): Promises =>
    answers.flatMap(({ participant, promises }) => ((participant === subject) === isOwn ? promises : []));
  return { own: of(true), owners: of(false) };
}

/** What was said of a promise; only where the item promises the same again does the day tell which is meant. */
const lastWord = (words: Promises, { id, support }: Item, { what, due }: Promised) => {
  const isAgain = support.filter((promise) => promise.what === what).length > 1;
  return words
    .filter((said) => said.item === id && said.what === what && (!isAgain || said.on === due))
    .at(-1)?.delivered;
};

import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  payload: AdapterPayload;
  /** Epoch milliseconds on the virtual clock. */
  until: number;
}

export interface Memory {
  adapter(model: string): Adapter;
  /** Forgets everybody who is signed in and everything under way. */
  clear(): void;
}

/** What a provider remembers, for as long as its thread lives. */
export const createMemory = (): Memory => {
  const kept = new Map<string, Kept>();

  const find = (wanted: (payload: AdapterPayload, key: string) => boolean): AdapterPayload | undefined => {
    for (const [key, { payload, until }] of kept) {
      if (until <= Date.now()) kept.delete(key);
      else if (wanted(payload, key)) return payload;
    }
    return undefined;
  };

  return {
    clear: () => kept.clear(),
    adapter: (model) => {
      const keyOf = (id: string) => `${model}:${id}`;
      return {
        upsert: async (id, payload, expiresIn) =>
          void kept.set(keyOf(id), {
            payload,
            until: expiresIn ? Date.now() + expiresIn * 1000 : Number.POSITIVE_INFINITY,
          }),
        find: async (id) => find((_, key) => key === keyOf(id)),
        findByUid: async (uid) => find((payload, key) => key.startsWith(`${model}:`) && payload.uid === uid),
        findByUserCode: async (code) => find((payload) => payload.userCode === code),
        consume: async (id) => {
          const found = kept.get(keyOf(id));
          if (found) found.payload.consumed = Math.floor(Date.now() / 1000);
        },
        destroy: async (id) => void kept.delete(keyOf(id)),
        revokeByGrantId: async (grantId) => {
          for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
        },
      };
    },
  };
};

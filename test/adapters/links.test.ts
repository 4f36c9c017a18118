import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newLinkId, newPlanId } from '../../adapters/ids.ts';
import type { LinkKeys } from '../../adapters/link-keys.ts';
import { COOKIE_SECONDS, createLinks, LinkRefused } from '../../adapters/links.ts';
import type { LinkRow } from '../../adapters/store.ts';

const NOW = '2026-12-01T15:00:00Z';
const later = (seconds: number): string =>
  `${new Date(Date.parse(NOW) + seconds * 1000).toISOString().slice(0, 19)}Z`;

const key = (letter: string): string => letter.repeat(32);
const under = (keys: LinkKeys) =>
  createLinks({ secret: async () => keys, baseUrl: 'https://pip.example.org/' });
const links = under({ current: 'a', keys: { a: key('a') } });

const planId = newPlanId();
const row: LinkRow = {
  link: newLinkId(planId),
  planId,
  participant: 'employee',
  purpose: 'answer',
  requestId: 'acknowledgement',
  seq: 3,
  generation: 1,
};
const find = async (linkId: string): Promise<LinkRow | undefined> => (linkId === row.link ? row : undefined);
const reissued = async (linkId: string) => (linkId === row.link ? { ...row, generation: 2 } : undefined);

const tokenOf = async (of = links): Promise<string> =>
  (await of.url(row.link, row.generation)).split('/l/')[1] as string;
const cookieOf = (): Promise<string> => links.cookie(row, NOW);
const ticketOf = (): Promise<string> => links.formTicket(row.link, row.requestId, 4, NOW);

describe('a link', () => {
  test('opens the stored link it was signed for', async () => {
    const url = await links.url(row.link, row.generation);

    expect(url).toMatch(new RegExp(`^https://pip\\.example\\.org/l/${row.link}\\.[A-Za-z0-9_-]{43}$`));
    expect(url.length).toBeLessThan(200);
    expect(await links.open(await tokenOf(), find)).toEqual(row);
  });

  test('is the same every time it is written', async () => {
    expect(await tokenOf()).toBe(await tokenOf());
  });

  test('no longer opens when it was issued anew', async () => {
    await expect(links.open(await tokenOf(), reissued)).rejects.toEqual(
      new LinkRefused('generation', row.link),
    );
  });

  test('that was never stored opens nothing', async () => {
    await expect(links.open(await tokenOf(), async () => undefined)).rejects.toEqual(
      new LinkRefused('unknown', row.link),
    );
  });

  test('opens under the old key while keys are rotated, and not after', async () => {
    const token = await tokenOf();
    const rotating = under({ current: 'b', keys: { a: key('a'), b: key('b') } });
    const rotated = under({ current: 'b', keys: { b: key('b') } });

    expect(await rotating.open(token, find)).toEqual(row);
    expect(await rotated.open(await tokenOf(rotating), find)).toEqual(row);
    await expect(rotated.open(token, find)).rejects.toEqual(new LinkRefused('signature', row.link));
  });
});

describe('whom a new link is for', () => {
  test('is known from any generation of the old one, whatever is current', async () => {
    const renewed = async (linkId: string) => (linkId === row.link ? { ...row, generation: 3 } : undefined);
    expect(await links.named(await tokenOf(), renewed)).toEqual({ ...row, generation: 3 });
    await expect(links.open(await tokenOf(), renewed)).rejects.toEqual(
      new LinkRefused('generation', row.link),
    );
  });

  test('is not known from a generation that was never handed out, nor from a forgery', async () => {
    const ahead = (await links.url(row.link, 2)).split('/l/')[1] as string;
    await expect(links.named(ahead, find)).rejects.toEqual(new LinkRefused('signature', row.link));
    await expect(links.named(`${row.link}.${'A'.repeat(43)}`, find)).rejects.toEqual(
      new LinkRefused('signature', row.link),
    );
    await expect(links.named('nonsense', find)).rejects.toEqual(new LinkRefused('malformed'));
  });
});

describe('a cookie', () => {
  test('opens the link for two hours', async () => {
    const cookie = await cookieOf();

    expect(cookie).toMatch(/^[a-z0-9.]+\.[A-Za-z0-9_-]{43}$/);
    expect(await links.openCookie(cookie, later(COOKIE_SECONDS - 1), find)).toEqual(row);
    await expect(links.openCookie(cookie, later(COOKIE_SECONDS), find)).rejects.toEqual(
      new LinkRefused('expired', row.link),
    );
  });

  test('ends with the link it was made from', async () => {
    await expect(links.openCookie(await cookieOf(), NOW, reissued)).rejects.toEqual(
      new LinkRefused('generation', row.link),
    );
    await expect(links.openCookie(await cookieOf(), NOW, async () => undefined)).rejects.toEqual(
      new LinkRefused('unknown', row.link),
    );
  });
});

describe('a form ticket', () => {
  test('says what the form was made for', async () => {
    expect(await links.readFormTicket(await ticketOf())).toEqual({
      linkId: row.link,
      requestId: 'acknowledgement',
      planVersion: 4,
      issuedAt: NOW,
    });
  });
});

const KINDS = [
  ['link', tokenOf, (text: string) => links.open(text, find)],
  ['cookie', cookieOf, (text: string) => links.openCookie(text, NOW, find)],
  ['form ticket', ticketOf, (text: string) => links.readFormTicket(text)],
] as const;

describe.each(KINDS)('every %s', (kind, make, open) => {
  test('is refused when any character of it is another', async () => {
    const right = await make();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(right.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        async (at, other) => {
          fc.pre(right[at] !== other);
          await expect(open(right.slice(0, at) + other + right.slice(at + 1))).rejects.toThrow(LinkRefused);
        },
      ),
    );
  });

  test('is refused when any bit of it is flipped', async () => {
    const right = Buffer.from(await make());
    for (let bit = 0; bit < right.length * 8; bit++) {
      const flipped = Buffer.from(right);
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      await expect(open(flipped.toString('latin1'))).rejects.toThrow(LinkRefused);
    }
  });

  test('is refused when it is cut short or goes on', async () => {
    const right = await make();
    for (let length = 0; length < right.length; length++) {
      await expect(open(right.slice(0, length))).rejects.toThrow(LinkRefused);
    }
    await expect(open(`${right}A`)).rejects.toThrow(LinkRefused);
    await expect(open(`${right}=`)).rejects.toThrow(LinkRefused);
  });

  test('is refused when it is anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 2_000 }), async (text) => {
        await expect(open(text)).rejects.toThrow(LinkRefused);
      }),
    );
  });

  test('is refused when it was made for another purpose', async () => {
    for (const [other, makeOther] of KINDS) {
      if (other !== kind) await expect(open(await makeOther())).rejects.toThrow(LinkRefused);
    }
  });

  test('is refused when its signature was made for another purpose', async () => {
    const [text] = splitLast(await make());
    for (const [other, makeOther] of KINDS) {
      const [, signature] = splitLast(await makeOther());
      if (other !== kind) await expect(open(`${text}.${signature}`)).rejects.toThrow(LinkRefused);
    }
  });

  test('is refused under a key that is not ours', async () => {
    const forger = under({ current: 'a', keys: { a: key('f') } });
    const forged = {
      link: () => tokenOf(forger),
      cookie: () => forger.cookie(row, NOW),
      'form ticket': () => forger.formTicket(row.link, row.requestId, 4, NOW),
    };

    await expect(open(await forged[kind]())).rejects.toThrow(LinkRefused);
  });
});

test('a signature for one purpose is none for another, even over the same text', async () => {
  const expires = String(Date.parse(later(60)) / 1000);
  // The text that this link signs is, letter for letter, that of a cookie for the row.
  const url = await links.url(`${row.link}.${row.generation}`, Number(expires));
  const asLink = splitLast(url)[1];

  await expect(
    links.openCookie(`${row.link}.${row.generation}.${expires}.${asLink}`, NOW, find),
  ).rejects.toEqual(new LinkRefused('signature'));
});

function splitLast(text: string): [string, string] {
  const dot = text.lastIndexOf('.');
  return [text.slice(0, dot), text.slice(dot + 1)];
}

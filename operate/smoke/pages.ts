import { type Site, visit } from './site.ts';

/** Throws with what was expected when it is not so. */
export function expectSo(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new NotSo(otherwise);
}

/** A page is not as it should be. */
export class NotSo extends Error {}

/** Every page of ours says these. */
const HEADERS: Record<string, RegExp> = {
  'content-security-policy': /default-src 'none'/,
  'cache-control': /no-store/,
  'referrer-policy': /same-origin|no-referrer/,
  'x-content-type-options': /nosniff/,
};

/** A link that nobody was sent opens nothing, says so in words, and gives nothing away. */
export async function unknownLink({ participants }: Site): Promise<void> {
  const reply = await visit(`${participants}/l/pln${'a'.repeat(20)}.${'b'.repeat(16)}.none`);
  expectSo(
    reply.status >= 400 && reply.status < 500,
    `a link that was never sent is answered ${reply.status}`,
  );
  expectSo(
    /text\/html/.test(reply.headers.get('content-type') ?? ''),
    'the page of a link that cannot be used is not a page',
  );
  const wrong = Object.entries(HEADERS).filter(([name, says]) => !says.test(reply.headers.get(name) ?? ''));
  expectSo(
    wrong.length === 0,
    `the page lacks ${wrong.map(([name]) => `${name} (${reply.headers.get(name) ?? 'none'})`).join(', ')}`,
  );
  expectSo(/<h1/.test(await reply.text()), 'the page of a link that cannot be used says nothing');
}

/** Nobody sees the admin site who has not signed in. */
export async function signInFirst({ admin }: Site): Promise<void> {
  const reply = await visit(`${admin}/admin/plans`);
  const location = reply.headers.get('location') ?? '';
  expectSo(
    reply.status >= 300 && reply.status < 400 && /sign-in|authorize/.test(location),
    `the admin site answers ${reply.status} ${location} to somebody who has not signed in`,
  );
}

/** The API takes nobody without a token; the sandbox does, and says who they are. */
export async function tokenFirst({ admin, isSandbox }: Site): Promise<void> {
  if (isSandbox) return;
  const reply = await visit(`${admin}/api/plans`);
  expectSo(reply.status === 401, `the API answers ${reply.status} to somebody without a token`);
}

/** Each of the two hosts answers for its own alone. */
export async function hostsApart({ participants, admin }: Site): Promise<void> {
  if (participants === admin) return;
  for (const address of [`${participants}/admin`, `${participants}/api/plans`, `${admin}/l/none`]) {
    const { status } = await visit(address);
    expectSo(status === 403 || status === 404, `${address} answers ${status}: it is the other host's`);
  }
}

import type { Page } from './page.ts';

/** Where a visit ended, and the status of every answer on the way there. */
export interface Visit extends Page {
  statuses: number[];
}

/** More turns than any link of ours takes. */
const MOST_TURNS = 5;

/** Follows an address as a browser does, which keeps the cookies it is given on the way. */
export async function visit(address: string, method: 'GET' | 'HEAD' = 'GET', cookie = ''): Promise<Visit> {
  const statuses: number[] = [];
  let kept = cookie;
  let url = address;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const reply = await fetch(url, { method, redirect: 'manual', headers: { cookie: kept } });
    const set = reply.headers.getSetCookie().map((each) => each.split(';')[0] ?? '');
    if (set.length > 0) kept = set.join('; ');
    statuses.push(reply.status);
    const location = reply.headers.get('location');
    if (!location) return { url, cookie: kept, html: await reply.text(), statuses };
    url = new URL(location, url).href;
  }
  throw new Error(`${new URL(address).origin} sends a visitor around in circles.`);
}

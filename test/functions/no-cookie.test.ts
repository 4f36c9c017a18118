import { beforeEach, expect, test } from 'vitest';
import { PAGE_HEADERS } from '../../functions/headers.ts';
import { PagesDoor, type Reply, ticketOf } from './pages-door.ts';

process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';
const SIGNED = { choice: 'sign', typedName: 'Jordan Reyes', reason: '', comment: '' };

let door: PagesDoor;
let base: string;
beforeEach(async () => {
  door = new PagesDoor();
  await door.launched(PLAN);
  base = `${await door.linkOf(PLAN, 'acknowledgement', 'employee')}/in`;
});

/** A browser that never sends a cookie back, whatever it is handed. */
const get = async (path: string): Promise<Reply> => {
  const reply = await door.send('GET', path);
  return reply.location === undefined ? reply : get(reply.location);
};

/** The addresses a page leads to, but for the contact's and its own parts. */
const addresses = ({ body }: Reply): string[] =>
  [...body.matchAll(/(?:href|action)="([^"]*)"/g)]
    .map(([, to]) => to ?? '')
    .filter((to) => /^\/[lp]\//.test(to));

test('without cookies a link leads to its page in place, and everything on it stays below the link', async () => {
  const page = await get(base.slice(0, -'/in'.length));
  expect(page.status).toBe(200);
  expect(addresses(page)).toContain(base);
  expect(addresses(page)).toContain(`${base}/adjustment`);
  for (const to of addresses(page)) expect(to.startsWith(base)).toBe(true);
  for (const [name, value] of Object.entries(PAGE_HEADERS))
    expect(page.headers[name.toLowerCase()]).toBe(value);
});

test('a whole answer works without cookies: form, error with everything kept, check, receipt', async () => {
  const form = await get(base);
  const wrong = await door.post(base, {
    ...SIGNED,
    typedName: '',
    comment: 'Kept as typed',
    ticket: ticketOf(form),
    do: 'check',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain('Kept as typed');
  expect(addresses(wrong)).toContain(base);
  const checked = await door.post(base, {
    ...SIGNED,
    comment: 'Kept as typed',
    ticket: ticketOf(wrong),
    do: 'check',
  });
  expect(checked.status).toBe(200);
  expect(checked.body).toContain('Kept as typed');
  expect((await door.store.load(PLAN)).requests.acknowledgement?.respondents[0]?.answer).toBeUndefined();
  const sent = await door.post(base, {
    ...SIGNED,
    comment: 'Kept as typed',
    ticket: ticketOf(checked),
    do: 'send',
  });
  expect(sent).toMatchObject({ status: 303, location: base, setCookie: undefined });
  const receipt = await get(sent.location ?? '');
  expect(receipt.status).toBe(200);
  expect(receipt.body).toContain('Kept as typed');
  expect((await door.store.load(PLAN)).requests.acknowledgement?.respondents[0]).toMatchObject({
    participant: 'employee',
    answer: { choice: 'sign', typedName: 'Jordan Reyes', comment: 'Kept as typed' },
  });
});

test('so do a request for an adjustment, and the word that the message was for somebody else', async () => {
  const asking = await get(`${base}/adjustment`);
  const asked = await door.post(`${base}/adjustment`, { ticket: ticketOf(asking), ask: 'yes' });
  expect(asked).toMatchObject({ status: 303, location: `${base}/adjustment` });
  expect((await get(asked.location ?? '')).body).toContain('You have asked for an adjustment.');
  const telling = await get(`${base}/wrong-person`);
  const fields = { ticket: ticketOf(telling), notMine: 'yes' };
  const told = await door.post(`${base}/wrong-person`, fields);
  expect(told.status).toBe(200);
  expect(told.body).toContain('Thank you for telling us');
  expect(await door.post(`${base}/wrong-person`, fields)).toEqual(told);
  expect((await get(base)).status).toBe(404);
});

test("a form is only taken at the address of its own link, and what was typed at another's is given back or not shown", async () => {
  const form = await get(base);
  const other = `${await door.linkOf(PLAN, 'acknowledgement', 'supervisor')}/in`;
  const before = door.rows.all();
  const fields = { ...SIGNED, comment: 'Mine', ticket: ticketOf(form), do: 'send' };
  expect((await door.post(other, fields)).status).toBe(404);
  const forged = await door.post('/l/nonsense/in', fields);
  expect(forged.status).toBe(403);
  expect(forged.body).toContain('Mine');
  expect(door.rows.all()).toEqual(before);
});

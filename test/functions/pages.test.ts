import { beforeEach, describe, expect, test } from 'vitest';
import { PAGE_HEADERS } from '../../functions/headers.ts';
import { dcDraft } from '../support/plans.ts';
import { capturedLogs } from './logs.ts';
import { PagesDoor, ticketOf } from './pages-door.ts';

capturedLogs();

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';
const OTHER = 'plnbbbbbbbbbbbbbbbbbbbb';
const SIGNED = { choice: 'sign', typedName: 'Jordan Reyes', reason: '', comment: '' };

let door: PagesDoor;
beforeEach(async () => {
  door = new PagesDoor();
  await door.launched(PLAN);
});

const answers = async () =>
  (await door.store.events(PLAN)).flatMap((event) => (event.type === 'RequestAnswered' ? [event] : []));

/** Opens the employee's acknowledgement and posts `fields` from its form. */
async function postFromPage(fields: Record<string, string> | [string, string][], who = 'employee') {
  const { cookie, page } = await door.open(PLAN, 'acknowledgement', who);
  const ticket: [string, string] = ['ticket', ticketOf(page)];
  const all = Array.isArray(fields) ? fields : Object.entries(fields);
  return { cookie, ticket, reply: await door.post('/p/acknowledgement', [ticket, ...all], { cookie }) };
}

describe('opening a link', () => {
  test('leads to a clean address with a short, narrow cookie', async () => {
    const link = await door.linkOf(PLAN, 'acknowledgement', 'employee');
    const reply = await door.send('GET', link);
    expect(reply).toMatchObject({ status: 303, location: `${link}/in`, body: '' });
    const cookie = reply.setCookie?.split(';')[0];
    const next = await door.send('GET', `${link}/in`, { cookie });
    expect(next).toMatchObject({ status: 303, location: '/p/acknowledgement', body: '' });
    expect(reply.setCookie).toMatch(
      /^__Host-plan=[\w.-]+; Max-Age=7200; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    );
  });

  test('shows the page of the question, every security header on it', async () => {
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    expect(page.status).toBe(200);
    expect(page.body).toContain('Please read this plan');
    for (const [name, value] of Object.entries(PAGE_HEADERS))
      expect(page.headers[name.toLowerCase()]).toBe(value);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('changes nothing, however often it is read and by whatever method', async () => {
    const link = await door.linkOf(PLAN, 'acknowledgement', 'employee');
    const before = door.rows.all();
    const { cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
    for (let time = 0; time < 10; time++) {
      for (const method of ['GET', 'HEAD']) {
        expect((await door.send(method, link)).status).toBe(303);
        expect((await door.send(method, '/p/acknowledgement', { cookie })).status).toBe(200);
      }
    }
    expect(door.rows.all()).toEqual(before);
  });

  test('answers HEAD as GET, without the body', async () => {
    const { cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
    expect(await door.send('HEAD', '/p/acknowledgement', { cookie })).toMatchObject({
      status: 200,
      body: '',
    });
  });

  test('says the same of forged, cut, malformed and unknown links', async () => {
    const link = await door.linkOf(PLAN, 'acknowledgement', 'employee');
    const last = link.at(-5) === 'A' ? 'B' : 'A';
    const bad = [
      `${link.slice(0, -5)}${last}${link.slice(-4)}`,
      link.slice(0, -3),
      link.slice(0, link.lastIndexOf('.')),
      '/l/nonsense',
      '/l/..',
      `/l/${'x'.repeat(5000)}`,
      `/l/${PLAN}.aaaaaaaaaaaaaaaa.${link.split('.').at(-1)}`,
    ];
    const [first, ...rest] = await Promise.all(bad.map((path) => door.send('GET', path)));
    expect(first?.status).toBe(404);
    expect(first?.body).toContain('This link does not open a page');
    for (const reply of rest) expect(reply).toEqual(first);
  });

  test.each([
    ['thirty days after a check-in closed', 'check-in-2026-12-18', '2027-01-14T15:00:00Z'],
    ['a year after the plan ended, for the plan itself', 'acknowledgement', '2027-12-15T15:00:00Z'],
  ])('stops working %s, and then says what to do', async (_, requestId, expires) => {
    await door.advance(PLAN, '2026-12-15T15:00:00Z');
    const link = await door.linkOf(PLAN, requestId, 'employee');
    await door.commit(PLAN, { type: 'WithdrawPlan', reason: 'Drafted in error.' });
    const read = async (now: string) => {
      door.now = now;
      const opened = await door.send('GET', link);
      return door.send('GET', `/p/${requestId}`, { cookie: opened.setCookie?.split(';')[0] });
    };
    expect((await read(expires.replace('15:00:00Z', '14:59:59Z'))).status).toBe(410);
    const reply = await read(expires);
    expect(reply.status).toBe(404);
    expect(reply.body).toContain('With a new link you can still read where things stood.');
    expect(reply.body).toContain('write to the contact below');
  });
});

describe('the plan behind the link of its acknowledgement', () => {
  const CONSEQUENCE = 'What can follow if the plan is not met';

  test('can be read again after answering', async () => {
    await postFromPage(SIGNED);
    await door.advance(PLAN, '2027-01-12T15:00:00Z');
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    expect(page.status).toBe(200);
    expect(page.body).toContain('Thank you. Your answer is recorded.');
    expect(page.body).toContain(CONSEQUENCE);
    expect(page.body).not.toContain('<form');
  });

  test('says that the plan was withdrawn, when it was', async () => {
    await postFromPage(SIGNED);
    await door.commit(PLAN, { type: 'WithdrawPlan', reason: 'Drafted in error.' });
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    expect(page.body).toContain('The plan has been withdrawn.');
    expect(page.body).toContain('Nothing more is asked of you for this plan.');
  });

  test('can be read again when the question closed without an answer', async () => {
    for (const day of ['04', '07', '08', '09']) await door.advance(PLAN, `2026-12-${day}T22:00:00Z`);
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    expect(page.status).toBe(410);
    expect(page.body).toContain('This question is closed');
    expect(page.body).toContain(CONSEQUENCE);
    expect(page.body).not.toContain('<form');
  });

  test('says that it was due while a late answer still counts', async () => {
    door.now = '2026-12-08T22:00:01Z';
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    expect(page.body).toMatch(
      /It was due by <strong>Tuesday, December 8[^<]+<\/strong>; you can still answer\./,
    );
  });
});

test('a name that is not their own is taken as it is, and said back', async () => {
  const { cookie, reply } = await postFromPage({ ...SIGNED, typedName: 'Somebody Else' });
  expect(reply.status).toBe(303);
  const receipt = await door.send('GET', '/p/acknowledgement', { cookie });
  expect(receipt.body).toContain(
    '<p>You typed the name Somebody Else; the name we have for you is Jordan Reyes.</p>',
  );
});

test('whoever issued the plan and chooses nothing is asked in their own words', async () => {
  const { reply } = await postFromPage({ typedName: 'Dana Whitfield' }, 'supervisor');
  expect(reply.status).toBe(422);
  expect(reply.body).toContain(
    '<a href="#choice">Choose whether you have issued and discussed this plan or decline to sign</a>',
  );
});

describe('the page behind the cookie', () => {
  test('asks to open the e-mail again without a cookie, after two hours, or with a forged one', async () => {
    const { cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
    const missing = await door.send('GET', '/p/acknowledgement');
    expect(missing.status).toBe(403);
    expect(missing.body).toContain('Open the link in your e-mail again');
    expect(await door.send('GET', '/p/acknowledgement', { cookie: `${cookie}x` })).toEqual(missing);
    door.now = '2026-12-01T17:00:01Z';
    expect(await door.send('GET', '/p/acknowledgement', { cookie })).toEqual(missing);
  });

  test("opens only the link's own question", async () => {
    const { cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
    const forged = await door.send('GET', '/l/nonsense');
    for (const path of ['/p/decision', '/p/check-in-2026-12-18', `/p/${PLAN}`]) {
      expect(await door.send('GET', path, { cookie })).toEqual(forged);
    }
  });

  test('has no other addresses', async () => {
    expect((await door.send('GET', '/')).status).toBe(404);
    expect((await door.send('POST', '/l/token')).status).toBe(404);
    expect((await door.send('DELETE', '/p/acknowledgement')).status).toBe(404);
  });

  test('serves its stylesheet', async () => {
    const reply = await door.send('GET', '/assets/style.css');
    expect(reply.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(reply.headers['cache-control']).toBe('public, max-age=3600');
    expect(reply.body).toContain(':focus-visible');
  });
});

describe('posting an answer', () => {
  test('records it for the person of the link and shows a receipt', async () => {
    const { cookie, reply } = await postFromPage({ ...SIGNED, comment: ' First\r\nsecond ' });
    expect(reply).toMatchObject({ status: 303, location: '/p/acknowledgement' });
    expect(await answers()).toMatchObject([
      {
        actor: { kind: 'participant', id: 'employee' },
        requestId: 'acknowledgement',
        by: 'employee',
        answer: {
          kind: 'acknowledgement',
          choice: 'sign',
          typedName: 'Jordan Reyes',
          comment: 'First\nsecond',
        },
      },
    ]);
    const receipt = await door.send('GET', '/p/acknowledgement', { cookie });
    expect(receipt.status).toBe(200);
    expect(receipt.body).toContain(`${PLAN} / acknowledgement / employee`);
    expect(receipt.body).toContain('First\nsecond');
    expect(receipt.body).toContain('We are still waiting for Dana Whitfield.');
  });

  test('twice gives one record and the same receipt', async () => {
    const { cookie, ticket, reply } = await postFromPage(SIGNED);
    const receipt = await door.send('GET', '/p/acknowledgement', { cookie });
    const before = door.rows.all();
    door.now = '2026-12-01T15:30:00Z';
    const again = await door.post('/p/acknowledgement', [ticket, ...Object.entries(SIGNED)], { cookie });
    expect({ ...again, setCookie: '' }).toEqual({ ...reply, setCookie: '' });
    expect(door.rows.all()).toEqual(before);
    expect(await door.send('GET', '/p/acknowledgement', { cookie })).toEqual(receipt);
  });

  test('with nothing filled in is an error that records nothing', async () => {
    const before = door.rows.all();
    const { reply } = await postFromPage({ choice: '', typedName: '  ', reason: '', comment: 'Kept' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('<title>Error: ');
    expect(reply.body).toContain('<a href="#choice">Choose whether you have received this plan');
    expect(reply.body).toContain('<a href="#typedName">Type your full name</a>');
    expect(reply.body).toContain('>\nKept</textarea>');
    expect(ticketOf(reply)).not.toBe('');
    expect(door.rows.all()).toEqual(before);
  });

  test('works when the cookie is gone but the form is younger than a day', async () => {
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    door.now = '2026-12-02T14:59:59Z';
    const reply = await door.post('/p/acknowledgement', { ...SIGNED, ticket: ticketOf(page) });
    expect(reply).toMatchObject({ status: 303, location: '/p/acknowledgement' });
    const cookie = reply.setCookie?.split(';')[0];
    expect((await door.send('GET', '/p/acknowledgement', { cookie })).body).toContain(
      'Your answer is recorded',
    );
  });

  test('from a form older than a day shows the form again with everything in it', async () => {
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    door.now = '2026-12-02T15:00:01Z';
    const fields = { ...SIGNED, comment: 'Long thought about', ticket: ticketOf(page) };
    const alone = await door.post('/p/acknowledgement', fields);
    expect(alone.status).toBe(403);
    expect(alone.body).toContain('Long thought about');
    const { cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
    const reply = await door.post('/p/acknowledgement', fields, { cookie });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('This form was open for more than a day.');
    expect(reply.body).toContain('>\nLong thought about</textarea>');
    expect(await answers()).toEqual([]);
    const third = await door.post('/p/acknowledgement', { ...fields, ticket: ticketOf(reply) }, { cookie });
    expect(third.status).toBe(303);
  });

  test('from a form that shows an older version of the plan asks to read it again, and keeps every word', async () => {
    await door.advance(PLAN, '2026-12-15T15:00:00Z');
    const id = 'check-in-2026-12-18';
    const { cookie, page } = await door.open(PLAN, id, 'employee');
    const items = dcDraft().items.filter((item) => item.id !== 'communication');
    const changes = { items: items.map((item) => ({ ...item, desiredOutcome: 'Better.' })) };
    await door.commit(PLAN, { type: 'AmendPlan', reason: 'Less at once.', changes });
    const fields = {
      meeting: 'held',
      'progress-accuracy': 'near',
      'progress-timeliness': 'near',
      'progress-communication': 'below',
      'note-accuracy': 'The checklist helps.',
      'note-communication': 'The phone was broken.',
    };
    const reply = await door.post(`/p/${id}`, { ...fields, ticket: ticketOf(page) }, { cookie });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('The plan has changed since you opened this page.');
    expect(reply.body).toContain('>\nThe checklist helps.</textarea>');
    expect(reply.body).toContain('The phone was broken.');
    expect(await answers()).toEqual([]);
    const { 'progress-communication': _, 'note-communication': __, ...left } = fields;
    const again = await door.post(`/p/${id}`, { ...left, ticket: ticketOf(reply) }, { cookie });
    expect(again.status).toBe(303);
    const repeated = await door.post(`/p/${id}`, { ...left, ticket: ticketOf(reply) }, { cookie });
    expect(repeated.status).toBe(303);
  });

  test('without a ticket, or with a forged one, records nothing and gives the words back', async () => {
    const { cookie, page } = await door.open(PLAN, 'acknowledgement', 'employee');
    for (const ticket of ['', 'a.b', `${ticketOf(page)}x`]) {
      const reply = await door.post(
        '/p/acknowledgement',
        { ...SIGNED, comment: 'My words', ticket },
        { cookie },
      );
      expect(reply.status).toBe(403);
      expect(reply.body).toContain('My words');
    }
    expect(await answers()).toEqual([]);
  });

  test('from another site is refused', async () => {
    const { cookie, page } = await door.open(PLAN, 'acknowledgement', 'employee');
    const fields = { ...SIGNED, ticket: ticketOf(page) };
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': undefined as unknown as string, origin: 'https://evil.example' },
      { 'sec-fetch-site': undefined as unknown as string, origin: 'null' },
      {
        'sec-fetch-site': undefined as unknown as string,
        origin: undefined as unknown as string,
        referer: 'https://evil.example/p/acknowledgement',
      },
    ];
    for (const headers of foreign) {
      expect((await door.post('/p/acknowledgement', fields, { cookie, headers })).status).toBe(403);
    }
    expect(await answers()).toEqual([]);
  });

  test('goes where its form came from, even when the cookie belongs to another tab', async () => {
    await door.launched(OTHER, dcDraft({ title: 'Another plan' }));
    const first = await door.open(PLAN, 'acknowledgement', 'supervisor');
    const second = await door.open(OTHER, 'acknowledgement', 'supervisor');
    const fields = { ...SIGNED, typedName: 'Dana Whitfield', ticket: ticketOf(first.page) };
    const reply = await door.post('/p/acknowledgement', fields, { cookie: second.cookie });
    expect(reply.status).toBe(303);
    expect(await answers()).toHaveLength(1);
    expect((await door.store.events(OTHER)).some(({ type }) => type === 'RequestAnswered')).toBe(false);
    const receipt = await door.send('GET', '/p/acknowledgement', { cookie: reply.setCookie?.split(';')[0] });
    expect(receipt.body).toContain(`${PLAN} / acknowledgement / supervisor`);
  });

  test('to an address that is not the one of the form is refused', async () => {
    const { cookie, page } = await door.open(PLAN, 'acknowledgement', 'employee');
    const reply = await door.post('/p/decision', { ...SIGNED, ticket: ticketOf(page) }, { cookie });
    expect(reply.status).toBe(404);
    expect(await answers()).toEqual([]);
  });

  test('after the question closed is not recorded, and the words are given back', async () => {
    const { cookie, page } = await door.open(PLAN, 'acknowledgement', 'employee');
    await door.advance(PLAN, '2026-12-01T16:00:00Z');
    await door.commit(PLAN, { type: 'WithdrawPlan', reason: 'Drafted in error.' });
    const before = door.rows.all();
    const ticket = ticketOf(page);
    for (const fields of [{ ...SIGNED, comment: 'Too late?' }, { comment: 'Too late?' }]) {
      const reply = await door.post('/p/acknowledgement', { ...fields, ticket }, { cookie });
      expect(reply.status).toBe(410);
      expect(reply.body).toContain('This question is closed');
      expect(reply.body).toContain('The plan has been withdrawn: nothing more is asked of you about it.');
      expect(reply.body).toContain('What you wrote has not been recorded.');
      expect(reply.body).toContain('Too late?');
    }
    expect(door.rows.all()).toEqual(before);
  });

  test('of more than 64 KB is refused before anything is read', async () => {
    const { reply } = await postFromPage({ ...SIGNED, comment: 'x'.repeat(64 * 1024) });
    expect(reply.status).toBe(413);
    expect(reply.body).toContain('shorten them and send them again');
    expect(await answers()).toEqual([]);
  });

  test('that is no form at all records nothing', async () => {
    const { cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
    const reply = await door.post('/p/acknowledgement', SIGNED, {
      cookie,
      headers: { 'content-type': 'application/json' },
    });
    expect(reply.status).toBe(403);
    expect(await answers()).toEqual([]);
  });

  test('cannot smuggle in markup or header lines', async () => {
    const name = 'Jo\r\nSet-Cookie: x=1\r\n\r\n<script>alert(1)</script>';
    const { cookie, reply } = await postFromPage({ ...SIGNED, typedName: name, comment: '"><img src=x>' });
    expect(reply.status).toBe(303);
    expect(Object.values(reply.headers).join()).not.toContain('x=1');
    const receipt = await door.send('GET', '/p/acknowledgement', { cookie });
    expect(receipt.body).toContain('Jo Set-Cookie: x=1 &lt;script>alert(1)&lt;/script>');
    expect(receipt.body).not.toMatch(/<script|<img/);
  });
});

describe('a decision', () => {
  const REASONS = { 'reason-accuracy': 'a', 'reason-timeliness': 'b', 'reason-communication': 'c' };

  async function decisionPage(who: string) {
    await door.advance(PLAN, '2027-02-05T15:00:00Z');
    if (who === 'reviewer') await door.advance(PLAN, '2027-02-19T22:01:00Z');
    const opened = await door.open(PLAN, 'decision', who);
    const post = (fields: Record<string, string>) =>
      door.post('/p/decision', { ticket: ticketOf(opened.page), ...fields }, { cookie: opened.cookie });
    return { ...opened, post };
  }

  test('that breaks rules of the pack comes back with each at its field', async () => {
    const { post } = await decisionPage('reviewer');
    const fields = {
      outcome: 'extend',
      typedName: 'Morgan Ellis',
      servesAsNotice: 'yes',
      'reason-timeliness': 'b',
    };
    const reply = await post(fields);
    expect(reply.status).toBe(422);
    const summary = [...reply.body.matchAll(/<li><a href="#([^"]+)">([^<]+)</g)].map(([, id, said]) => [
      id,
      said,
    ]);
    expect(summary).toEqual([
      ['reason-accuracy', 'Give your reasons for “1. Job Knowledge”'],
      ['reason-communication', 'Give your reasons for “3. Communication”'],
      ['extendTo', 'Choose the new last day'],
      ['absenceReason', 'Say why somebody else decides'],
      ['servesAsNotice', 'Clear this box, or choose an outcome that may serve as notice'],
    ]);
  });

  test('asked for while a check-in is still open says so until that is answered', async () => {
    const said =
      /Jordan Reyes and Dana Whitfield have until [^.]+ to answer the check-in of Friday, January 29, 2027\./;
    const { page } = await decisionPage('supervisor');
    expect(page.body).toMatch(said);
    for (const who of ['employee', 'supervisor']) {
      const { cookie, page: form } = await door.open(PLAN, 'check-in-2027-01-29', who);
      const fields = Object.fromEntries(
        ['accuracy', 'timeliness', 'communication'].map((item) => [`progress-${item}`, 'near']),
      );
      const ticket = ticketOf(form);
      const reply = await door.post(
        '/p/check-in-2027-01-29',
        { ticket, meeting: 'held', ...fields },
        { cookie },
      );
      expect(reply.status).toBe(303);
    }
    const { page: later } = await door.open(PLAN, 'decision', 'supervisor');
    expect(later.body).toContain('Some answers can still come in');
    expect(later.body).not.toMatch(said);
  });

  test('to extend is recorded, and everybody concerned can read a copy', async () => {
    const { cookie, post } = await decisionPage('supervisor');
    const reply = await post({
      ...REASONS,
      outcome: 'extend',
      extendTo: '2027-03-06',
      summary: '',
      typedName: 'Dana Whitfield',
    });
    expect(reply.status).toBe(303);
    expect((await door.send('GET', '/p/decision', { cookie })).body).toContain('Saturday, March 6, 2027');
    const plan = await door.store.load(PLAN);
    expect(plan.status).toBe('active');
    const link = plan.decisions[0]?.copies.find(({ participant }) => participant === 'employee')?.link ?? '';
    const { page: copy } = await door.visit(new URL(await door.links.url(link, 1)).pathname);
    expect(copy.status).toBe(200);
    expect(copy.body).toContain('This is your copy of the decision about your plan.');
    expect(copy.body).not.toContain('<form');
  });

  test('answered by one closes the question for the other, who loses nothing', async () => {
    const reviewer = await decisionPage('reviewer');
    const supervisor = await door.open(PLAN, 'decision', 'supervisor');
    const met = { outcome: 'met', typedName: 'Dana Whitfield', ticket: ticketOf(supervisor.page) };
    expect((await door.post('/p/decision', met, { cookie: supervisor.cookie })).status).toBe(303);
    const late = await reviewer.post({ outcome: 'met', typedName: 'Morgan Ellis', absenceReason: 'Away.' });
    expect(late.status).toBe(410);
    expect(late.body).toContain('Away.');
    expect((await door.send('GET', '/p/decision', { cookie: reviewer.cookie })).status).toBe(410);
  });
});

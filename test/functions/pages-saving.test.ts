import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryRows } from '../../adapters/memory-rows.ts';
import { keepScenario } from '../support/keep-scenario.ts';
import { dcDraft } from '../support/plans.ts';
import * as lived from '../views/lived.ts';
import { capturedLogs } from './logs.ts';
import { PagesDoor, ticketOf } from './pages-door.ts';

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';
const CHECK_IN = 'check-in-2026-12-18';
const AT = `/p/${CHECK_IN}`;
const MARKER = 'Unfinished-marker-words';
const HALF = { meeting: 'held', 'progress-accuracy': 'near', 'note-accuracy': MARKER };
const REST = { 'progress-timeliness': 'near', 'progress-communication': 'below' };

const logs = capturedLogs();
let door: PagesDoor;
beforeEach(async () => {
  door = new PagesDoor();
  await door.launched(PLAN);
  await door.advance(PLAN, '2026-12-07T05:00:00Z');
  await door.advance(PLAN, '2026-12-15T14:00:00Z');
});

const answers = async () => (await door.store.events(PLAN)).filter(({ type }) => type === 'RequestAnswered');
const drafts = () => door.rows.all().filter(({ sk }) => sk.startsWith('DRAFT#'));

async function opened(who = 'employee', id = CHECK_IN) {
  const { cookie, page } = await door.open(PLAN, id, who);
  const ticket = ticketOf(page);
  const press = (step: string, fields: Record<string, string>) =>
    door.post(`/p/${id}`, { ticket, ...fields, do: step }, { cookie });
  return { cookie, page, ticket, press };
}

async function saved(fields: Record<string, string> = HALF) {
  const first = await opened();
  const reply = await first.press('save', fields);
  expect(reply).toMatchObject({ status: 303, location: `${AT}/saved` });
  return first;
}

/** Every form of a page as something without hands would send it: what stands in it, and one of its buttons. */
const buttonsOf = (html: string): string[] => [
  ...new Set([...html.matchAll(/name="do" value="([a-z]+)"/g)].map(([, step = '']) => step)),
];

describe('saving an unfinished answer', () => {
  test('outlasts asking for an adjustment from the same page', async () => {
    const { cookie } = await saved();
    const ask = await door.send('GET', `${AT}/adjustment`, { cookie });
    const asked = await door.post(`${AT}/adjustment`, { ask: 'yes', ticket: ticketOf(ask) }, { cookie });
    expect(asked.status).toBe(303);
    expect((await door.store.load(PLAN)).requests['accommodation-1']?.status).toBe('open');
    expect((await opened()).page.body).toContain(`>\n${MARKER}</textarea>`);
  });

  test('keeps it, right or wrong, and says until when it can be sent and how to come back', async () => {
    const { cookie } = await saved();
    const page = await door.send('GET', `${AT}/saved`, { cookie });
    expect(page.status).toBe(200);
    expect(page.body).toContain('Saved. Nothing has been sent yet.');
    expect(page.body).toContain(
      '<dt>Please send it by</dt><dd class="kept">Friday, December 18, 2026 at 5:00 PM Eastern Standard Time</dd>',
    );
    expect(page.body).toContain('Open the link in your message again, on this device or another one.');
    expect(page.body).toContain('Nobody else can see what you saved');
    expect(page.body).not.toContain(MARKER);
    expect(await answers()).toEqual([]);
  });

  test('is found again behind the same link, on any device, with nothing sent', async () => {
    await saved();
    const { page } = await opened();
    expect(page.body).toContain('You saved this earlier');
    expect(page.body).toContain('You saved this on Tuesday, December 15, 2026 at 9:00 AM');
    expect(page.body).toMatch(/name="progress-accuracy" value="near" checked/);
    expect(page.body).toContain(`>\n${MARKER}</textarea>`);
    expect(page.body).toMatch(/type="checkbox" id="again"[^>]*>/);
    expect(page.body).not.toMatch(/id="again"[^>]*checked/);
  });

  test('is seen by nobody else: not on their pages, not in the record, not in a log', async () => {
    await saved();
    const other = await door.open(PLAN, CHECK_IN, 'supervisor');
    expect(other.page.body).not.toContain(MARKER);
    expect(other.page.body).not.toContain('You saved this');
    expect(JSON.stringify(await door.store.events(PLAN))).not.toContain(MARKER);
    await opened();
    expect(logs()).not.toContain(MARKER);
  });

  test('never keeps the name of a signature', async () => {
    const { press, cookie } = await opened('employee', 'acknowledgement');
    expect((await press('save', { typedName: 'Jordan Reyes', comment: 'Later.' })).status).toBe(303);
    expect(JSON.stringify(drafts())).toContain('Later.');
    expect(JSON.stringify(drafts())).not.toContain('Jordan');
    const page = await door.send('GET', '/p/acknowledgement', { cookie });
    expect(page.body).toContain('>\nLater.</textarea>');
  });

  test.each([
    ['nothing', {}],
    ['only spaces', { comment: ' \r\n ' }],
    ['only a name', { typedName: 'Jordan Reyes' }],
    ['only ticks of the form itself', { again: 'yes', discard: 'yes' }],
  ])('with %s filled in saves nothing, and says so', async (_, fields) => {
    const { press } = await opened();
    const reply = await press('save', fields);
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('There is nothing to save yet.');
    expect(drafts()).toEqual([]);
  });

  test('again in another tab: the last one counts', async () => {
    const [one, two] = [await opened(), await opened()];
    await one.press('save', { comment: 'First tab.' });
    door.now = '2026-12-15T15:00:00Z';
    await two.press('save', { comment: 'Second tab.' });
    const { page } = await opened();
    expect(page.body).toContain('>\nSecond tab.</textarea>');
    expect(page.body).not.toContain('First tab.');
  });

  test('of a form that was open for more than a day still keeps the words', async () => {
    const { ticket } = await opened();
    door.now = '2026-12-16T15:00:00Z';
    const { cookie } = await opened();
    const reply = await door.post(AT, { ticket, ...HALF, do: 'save' }, { cookie });
    expect(reply.status).toBe(303);
    expect(drafts()).toHaveLength(1);
  });

  test('after the question closed gives the words back instead', async () => {
    const { press } = await opened();
    await door.commit(PLAN, { type: 'WithdrawPlan', reason: 'Drafted in error.' });
    const reply = await press('save', HALF);
    expect(reply.status).toBe(410);
    expect(reply.body).toContain(MARKER);
    expect(drafts()).toEqual([]);
  });

  test('and nothing saved: its page leads back to the question', async () => {
    const { cookie } = await opened();
    const reply = await door.send('GET', `${AT}/saved`, { cookie });
    expect(reply).toMatchObject({ status: 303, location: AT });
  });

  test('says of a late answer that it was due, and can still be sent', async () => {
    door.now = '2026-12-18T22:00:01Z';
    const { cookie, press } = await opened();
    await press('save', HALF);
    const { body } = await door.send('GET', `${AT}/saved`, { cookie });
    expect(body).toContain('<dt>It was due by</dt>');
    expect(body).toContain('Eastern Standard Time; you can still send it.');
  });
});

describe('coming back to what was saved', () => {
  test('goes on only with a tick that says it was read again, at every step', async () => {
    await saved({ ...HALF, ...REST });
    const { page, press } = await opened();
    expect(buttonsOf(page.body)).toEqual(['check', 'save', 'discard']);
    for (const step of ['check', 'send']) {
      const reply = await press(step, { ...HALF, ...REST });
      expect(reply.status).toBe(422);
      expect(reply.body).toContain('<a href="#again">Tick the box if you have read this again');
      expect(reply.body).toContain(`>\n${MARKER}</textarea>`);
    }
    expect(await answers()).toEqual([]);
    const shown = await press('check', { ...HALF, ...REST, again: 'yes' });
    expect(shown.status).toBe(200);
    expect(shown.body).toContain('<input type="hidden" name="again" value="yes"/>');
    const sent = await press('send', { ...HALF, ...REST, again: 'yes' });
    expect(sent.status).toBe(303);
    expect(await answers()).toHaveLength(1);
  });

  test('by something that presses every button and types nothing changes no row at all', async () => {
    await saved({ ...HALF, ...REST });
    const before = door.rows.all();
    door.now = '2026-12-16T14:00:00Z';
    const { page, press } = await opened();
    for (const step of buttonsOf(page.body)) {
      const reply = await press(step, { ...HALF, ...REST });
      expect([step, reply.status]).toEqual([step, step === 'save' ? 303 : 422]);
      for (const next of buttonsOf(reply.body)) await press(next, { ...HALF, ...REST });
    }
    expect(door.rows.all()).toEqual(before);
  });

  test('a form from before it was saved needs no such tick: its words were typed in it', async () => {
    const early = await opened();
    door.now = '2026-12-15T15:00:00Z';
    await saved();
    expect((await early.press('send', { ...HALF, ...REST })).status).toBe(303);
  });

  test('it is gone once the answer is in', async () => {
    await saved();
    const { press, cookie } = await opened();
    expect((await press('send', { ...HALF, ...REST, again: 'yes' })).status).toBe(303);
    expect(drafts().map(({ words }) => words)).toEqual([undefined]);
    expect((await door.send('GET', AT, { cookie })).body).toContain('Your answer is recorded');
  });

  test('it is deleted by a button of its own, and only with its tick', async () => {
    await saved();
    const { press, cookie } = await opened();
    const refused = await press('discard', HALF);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(
      '<a href="#discard">Tick the box if you want to delete what you saved</a>',
    );
    expect(refused.body).toMatch(/<details class="screen" open/);
    expect((await door.send('GET', AT, { cookie })).body).toContain(MARKER);
    expect(await press('discard', { ...HALF, discard: 'yes' })).toMatchObject({ status: 303, location: AT });
    const { body } = await door.send('GET', AT, { cookie });
    expect(body).not.toContain(MARKER);
    expect(body).not.toContain('You saved this earlier');
    expect(body).not.toContain('id="again"');
  });

  test('after the plan has changed says so, and keeps what was typed on a point that is gone', async () => {
    await saved({ ...HALF, 'note-communication': 'The phone was broken.' });
    const items = dcDraft().items.filter((item) => item.id !== 'communication');
    await door.commit(PLAN, { type: 'AmendPlan', reason: 'Less at once.', changes: { items } });
    const { page, press } = await opened();
    expect(page.status).toBe(200);
    expect(page.body).toContain('The plan has changed since you saved this.');
    expect(page.body).toContain(`>\n${MARKER}</textarea>`);
    expect(page.body).toContain('The phone was broken.');
    const before = door.rows.all();
    expect((await press('save', HALF)).status).toBe(303);
    expect(door.rows.all()).toEqual(before);
  });

  test('too late gives it back to be copied', async () => {
    await saved();
    await door.commit(PLAN, { type: 'WithdrawPlan', reason: 'Drafted in error.' });
    const { page } = await opened();
    expect(page.status).toBe(410);
    expect(page.body).toContain('What you wrote has not been recorded.');
    expect(page.body).toContain(MARKER);
  });
});

test('nothing but an unfinished answer is ever left to the table to remove', async () => {
  const rows = createMemoryRows();
  await keepScenario(lived.everything(), 'plnbbbbbbbbbbbbbbbbbbbb', rows);
  expect(rows.all().length).toBeGreaterThan(100);
  expect(rows.all().filter((row) => 'ttl' in row)).toEqual([]);
});

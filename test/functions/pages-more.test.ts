import { beforeEach, describe, expect, test } from 'vitest';
import type { Command, Plan } from '../../domain/index.ts';
import { rated } from '../support/answers.ts';
import { capturedLogs } from './logs.ts';
import { PagesDoor, ticketOf } from './pages-door.ts';

capturedLogs();

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';
const CHECK_IN = 'check-in-2026-12-18';
const ASK = '/p/acknowledgement/adjustment';

let door: PagesDoor;
beforeEach(async () => {
  door = new PagesDoor();
  await door.launched(PLAN);
});

const types = async (): Promise<string[]> => (await door.store.events(PLAN)).map(({ type }) => type);

/** Past the start, with the first check-in open. */
async function untilCheckIn(): Promise<Plan> {
  await door.advance(PLAN, '2026-12-07T05:00:00Z');
  return door.advance(PLAN, '2026-12-15T14:00:00Z');
}

/** The page of the check-in as somebody meets it when it opens. */
async function untilCheckInPage(who: string) {
  await untilCheckIn();
  return door.open(PLAN, CHECK_IN, who);
}

const answerAs = (by: string): Command => ({
  type: 'AnswerRequest',
  requestId: CHECK_IN,
  by,
  answer: rated('near', { comment: `Said by ${by}.` }),
});

describe('asking for an adjustment', () => {
  const open = async (who: string) => {
    const { cookie, page } = await door.open(PLAN, 'acknowledgement', who);
    return { cookie, page, form: await door.send('GET', ASK, { cookie }) };
  };

  test('is offered on every page of the person the plan is about, and of nobody else', async () => {
    const employee = await open('employee');
    expect(employee.page.body).toContain(`<a href="${ASK}">Ask for an adjustment</a>`);
    expect((await open('supervisor')).page.body).not.toContain('/adjustment');
    await untilCheckIn();
    expect((await door.open(PLAN, CHECK_IN, 'employee')).page.body).toContain(`/p/${CHECK_IN}/adjustment`);
    await door.commit(PLAN, answerAs('employee'));
    expect((await door.open(PLAN, CHECK_IN, 'employee')).page.body).toContain(`/p/${CHECK_IN}/adjustment`);
    await door.commit(PLAN, { type: 'WithdrawPlan', reason: 'Drafted in error.' });
    expect((await door.open(PLAN, CHECK_IN, 'employee')).page.body).not.toContain('/adjustment');
  });

  test('says who is told, asks for nothing, and changes nothing by being read', async () => {
    const before = door.rows.all();
    const { cookie, form } = await open('employee');
    expect(form.status).toBe(200);
    expect(form.body).toContain('Only Human Resources is told. Your manager is not told that you asked.');
    expect(form.body.match(/<(input|textarea|select)\b/g)).toEqual(['<input', '<input']);
    expect((await door.send('HEAD', ASK, { cookie })).status).toBe(200);
    expect(door.rows.all()).toEqual(before);
  });

  test('tells HR, once, and shows that it did', async () => {
    const { cookie, form } = await open('employee');
    const reply = await door.post(ASK, { ticket: ticketOf(form), ask: 'yes' }, { cookie });
    expect(reply).toMatchObject({ status: 303, location: ASK });
    const again = await door.post(ASK, { ticket: ticketOf(form), ask: 'yes' }, { cookie });
    expect(again).toMatchObject({ status: 303, location: ASK });
    expect((await types()).filter((type) => type === 'AccommodationRequested')).toHaveLength(1);
    const plan = await door.store.load(PLAN);
    expect(plan.requests['accommodation-1']?.respondents.map(({ participant }) => participant)).toEqual([
      'hr',
    ]);
    const receipt = await door.send('GET', ASK, { cookie });
    expect(receipt.status).toBe(200);
    expect(receipt.body).toContain('You have asked for an adjustment.');
    expect(receipt.body).toContain('Priya Raman');
    expect(receipt.body).not.toContain('<form');
  });

  test('exists for nobody else, whether it was asked for or not', async () => {
    const { cookie, form } = await open('supervisor');
    const forged = await door.send('GET', '/l/nonsense');
    expect(form).toEqual(forged);
    const own = await open('employee');
    await door.post(ASK, { ticket: ticketOf(own.form), ask: 'yes' }, { cookie: own.cookie });
    expect(await door.send('GET', ASK, { cookie })).toEqual(forged);
    const { page } = await door.open(PLAN, 'acknowledgement', 'supervisor');
    expect(await door.post(ASK, { ticket: ticketOf(page), ask: 'yes' }, { cookie })).toEqual(forged);
    expect((await types()).filter((type) => type === 'AccommodationRequested')).toHaveLength(1);
  });

  test('is seen by nobody but HR on any page of the plan', async () => {
    const own = await open('employee');
    await door.post(ASK, { ticket: ticketOf(own.form), ask: 'yes' }, { cookie: own.cookie });
    const hr = await door.open(PLAN, 'accommodation-1', 'hr');
    expect(hr.page.body).toContain('Jordan Reyes asked for an adjustment.');
    const reply = await door.post(
      '/p/accommodation-1',
      { ticket: ticketOf(hr.page), choice: 'pause' },
      { cookie: hr.cookie },
    );
    expect(reply.status).toBe(303);
    const { page } = await door.open(PLAN, 'acknowledgement', 'supervisor');
    // The rule that everybody reads on the plan says the word of everybody alike.
    const body = page.body.replace('once help or an adjustment is asked for', '');
    expect(body).not.toMatch(/adjust|accommod/i);
  });

  test('needs its own ticket, and the cookie of its own link to be read', async () => {
    const { cookie } = await open('employee');
    expect((await door.post(ASK, {}, { cookie })).status).toBe(403);
    expect((await door.send('GET', ASK)).status).toBe(403);
    expect((await door.send('GET', '/p/decision/adjustment', { cookie })).status).toBe(404);
    expect(await types()).not.toContain('AccommodationRequested');
  });

  test('with a form older than a day shows the page again', async () => {
    const { form } = await open('employee');
    door.now = '2026-12-02T15:00:01Z';
    const { cookie } = await open('employee');
    const reply = await door.post(ASK, { ticket: ticketOf(form), ask: 'yes' }, { cookie });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('This form was open for more than a day.');
    expect(await types()).not.toContain('AccommodationRequested');
  });

  test('is over with the plan, and says where to turn', async () => {
    const { cookie, form } = await open('employee');
    await door.commit(PLAN, { type: 'WithdrawPlan', reason: 'Drafted in error.' });
    for (const reply of [
      await door.send('GET', ASK, { cookie }),
      await door.post(ASK, { ticket: ticketOf(form), ask: 'yes' }, { cookie }),
    ]) {
      expect(reply.status).toBe(410);
      expect(reply.body).toContain('You can still write to the contact below at any time.');
    }
  });
});

describe('what the others said on a check-in', () => {
  beforeEach(async () => {
    await untilCheckIn();
    await door.commit(PLAN, answerAs('employee'));
  });

  test('is shown to nobody before all have answered', async () => {
    const supervisor = await door.open(PLAN, CHECK_IN, 'supervisor');
    expect(supervisor.page.body).toContain('Nobody sees what you say before everybody has answered');
    expect(supervisor.page.body).not.toContain('Said by employee.');
    const employee = await door.open(PLAN, CHECK_IN, 'employee');
    expect(employee.page.body).not.toContain('What each of you said');
    expect(employee.page.body).not.toContain('<form');
  });

  test('is shown side by side once they have, with a form to respond', async () => {
    await door.commit(PLAN, answerAs('supervisor'));
    for (const who of ['employee', 'supervisor']) {
      const { page } = await door.open(PLAN, CHECK_IN, who);
      expect(page.body).toMatch(/<th scope="col">Jordan Reyes<\/th><th scope="col">Dana Whitfield<\/th>/);
      const said = [...page.body.matchAll(/<td class="kept"[^>]*>(Said by \w+\.)<\/td>/g)].map(
        ([, words]) => words,
      );
      expect(said).toEqual(['Said by employee.', 'Said by supervisor.']);
      expect(page.body).toContain(`action="/p/${CHECK_IN}/response"`);
    }
  });
});

describe('a response to a check-in', () => {
  const RESPOND = `/p/${CHECK_IN}/response`;
  const TEXT = 'I see it differently.\nHere is why: <b>look</b>.';
  beforeEach(async () => {
    await untilCheckIn();
    await door.commit(PLAN, answerAs('employee'));
    await door.commit(PLAN, answerAs('supervisor'));
  });

  const responses = async () => (await door.store.load(PLAN)).responses;

  test('is kept word for word, and both read it', async () => {
    const { cookie, page } = await door.open(PLAN, CHECK_IN, 'employee');
    const reply = await door.post(RESPOND, { ticket: ticketOf(page), text: TEXT }, { cookie });
    expect(reply).toMatchObject({ status: 303, location: `/p/${CHECK_IN}` });
    expect(await responses()).toEqual([{ at: door.now, by: 'employee', regarding: CHECK_IN, text: TEXT }]);
    const other = await door.open(PLAN, CHECK_IN, 'supervisor');
    expect(other.page.body).toContain('I see it differently.\nHere is why: &lt;b>look&lt;/b>.</blockquote>');
  });

  test('sent twice is one response', async () => {
    const { cookie, page } = await door.open(PLAN, CHECK_IN, 'employee');
    for (let time = 0; time < 2; time++) {
      expect((await door.post(RESPOND, { ticket: ticketOf(page), text: TEXT }, { cookie })).status).toBe(303);
    }
    expect(await responses()).toHaveLength(1);
  });

  test.each([
    ['without words', { text: '  ' }, 'text', 'Write your response'],
    ['too long', { text: 'x'.repeat(4001) }, 'text', 'Shorten this'],
    ['with a field of another form', { text: 'Kept.', outcome: 'met' }, 'answer', 'does not ask for'],
  ])('%s is shown again with what is wrong', async (_, fields, at, says) => {
    const { cookie, page } = await door.open(PLAN, CHECK_IN, 'employee');
    const reply = await door.post(RESPOND, { ticket: ticketOf(page), ...fields }, { cookie });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatch(new RegExp(`<a href="#${at}">[^<]*${says}`));
    expect(reply.body).toContain(fields.text.trim());
    expect(await responses()).toEqual([]);
  });

  test('that comes too late is given back', async () => {
    const { page } = await door.open(PLAN, CHECK_IN, 'employee');
    door.now = '2027-01-05T15:00:00Z';
    const { cookie } = await door.open(PLAN, CHECK_IN, 'employee');
    const reply = await door.post(RESPOND, { ticket: ticketOf(page), text: TEXT }, { cookie });
    expect(reply.status).toBe(410);
    expect(reply.body).toContain('What you wrote has not been recorded.');
    expect(reply.body).toContain('I see it differently.');
    expect(await responses()).toEqual([]);
  });

  test('belongs to check-ins alone', async () => {
    const { cookie, page } = await door.open(PLAN, 'acknowledgement', 'employee');
    const fields = { ticket: ticketOf(page), text: TEXT };
    expect((await door.post('/p/acknowledgement/response', fields, { cookie })).status).toBe(404);
    expect((await door.post(RESPOND, fields, { cookie })).status).toBe(404);
    expect((await door.send('GET', RESPOND, { cookie })).status).toBe(404);
    expect((await door.send('GET', `/p/${CHECK_IN}/other`, { cookie })).status).toBe(404);
    expect((await door.send('GET', `${ASK}/more`, { cookie })).status).toBe(404);
    expect(await responses()).toEqual([]);
  });
});

test('a check-in of a plan that stands still takes no answer, and loses nothing that was typed', async () => {
  await untilCheckIn();
  const { cookie, page } = await door.open(PLAN, CHECK_IN, 'employee');
  await door.commit(PLAN, { type: 'PausePlan', from: '2026-12-15', reason: 'approved_absence' });
  const fields = {
    ticket: ticketOf(page),
    meeting: 'held',
    'progress-accuracy': 'near',
    'progress-timeliness': 'near',
    'progress-communication': 'near',
    comment: 'Typed before I knew.',
  };
  const reply = await door.post(`/p/${CHECK_IN}`, fields, { cookie });
  expect(reply.status).toBe(422);
  expect(reply.body).toMatch(/<a href="#answer">[^<]*stands still/);
  expect(reply.body).toContain('The plan stands still. Nothing is due');
  expect(reply.body).toContain('>\nTyped before I knew.</textarea>');
  expect(await types()).not.toContain('RequestAnswered');
});

test('the link of somebody who has left the plan opens nothing, and their name stays', async () => {
  await door.commit(PLAN, {
    type: 'AnswerRequest',
    requestId: 'acknowledgement',
    by: 'supervisor',
    answer: { kind: 'acknowledgement', choice: 'sign', typedName: 'Dana Whitfield' },
  });
  const { cookie, page } = await door.open(PLAN, 'acknowledgement', 'supervisor');
  const reviewing = ticketOf((await untilCheckInPage('supervisor')).page);
  const link = await door.linkOf(PLAN, 'acknowledgement', 'supervisor');
  expect(page.body).toContain('Permit reviews: accuracy and timeliness');
  await door.commit(PLAN, {
    type: 'ChangeManager',
    supervisor: { id: 'newcomer', role: 'supervisor', name: 'Robin Ash', email: 'robin.ash@agency.example' },
    reason: 'Dana moved to another unit.',
  });
  const first = await door.send('GET', link);
  const reply = await door.send('GET', '/p/acknowledgement', { cookie: first.setCookie?.split(';')[0] });
  expect(reply.status).toBe(404);
  expect(reply.body).toContain('This is no longer yours to open');
  expect(reply.body).not.toContain('where things stood');
  const posted = { ticket: reviewing, meeting: '', comment: 'Typed on the last day.' };
  const late = await door.post(`/p/${CHECK_IN}`, posted, { cookie });
  expect(late.status).toBe(404);
  expect(late.body).toContain('Typed on the last day.');
  expect(late.body).not.toContain('Permit reviews');
  const plan = await door.store.load(PLAN);
  expect(plan.former.map(({ name }) => name)).toEqual(['Dana Whitfield']);
});

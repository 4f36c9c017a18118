import { beforeEach, describe, expect, test } from 'vitest';
import { PagesDoor, type Reply, ticketOf } from './pages-door.ts';

process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';
const AT = '/p/acknowledgement';
const SIGNED = { choice: 'sign', typedName: 'Jordan Reyes', comment: 'First\r\n<b>second</b>' };

let door: PagesDoor;
beforeEach(async () => {
  door = new PagesDoor();
  await door.launched(PLAN);
});

const answers = async () =>
  (await door.store.events(PLAN)).flatMap((event) => (event.type === 'RequestAnswered' ? [event] : []));

/** Every hidden field of a page, as the browser would send it. */
const hiddenOf = ({ body }: Reply): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [
        name,
        value.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      ],
    ),
  );

async function opened(who = 'employee') {
  const { cookie, page } = await door.open(PLAN, 'acknowledgement', who);
  const ticket = ticketOf(page);
  const press = (step: string | undefined, fields: Record<string, string>) =>
    door.post(AT, { ticket, ...fields, do: step ?? '' }, { cookie });
  return { cookie, page, ticket, press };
}

describe('the form', () => {
  test('leads on with its first button, which the Enter key presses too, and can be saved', async () => {
    const { page } = await opened();
    expect(
      [...page.body.matchAll(/<button type="submit"([^>]*)>([^<]+)</g)].map(([, , says]) => says),
    ).toEqual(['Continue', 'Save and come back later']);
    expect(page.body).toMatch(/name="do" value="check"[^>]*>Continue</);
    expect(page.body).toMatch(/name="do" value="save"[^>]*>Save and come back later</);
  });

  test.each([
    ['employee', 'You, Dana Whitfield, and Priya Raman; and whoever decides if Dana Whitfield does not.'],
    ['supervisor', 'You, Jordan Reyes, and Priya Raman; and whoever decides if you do not.'],
  ])('says to the %s who will see the answer', async (who, names) => {
    const { page } = await opened(who);
    expect(page.body).toContain(`<strong>Who will see your answer:</strong> ${names}`);
  });
});

describe('checking an answer', () => {
  test.each([['check'], [''], ['nonsense']])(
    'with “%s” shows it in words and records nothing',
    async (step) => {
      const { press } = await opened();
      const before = await door.store.events(PLAN);
      const shown = await press(step, SIGNED);
      expect(shown.status).toBe(200);
      expect(shown.body).toContain('Check your answer before you send it');
      expect(shown.body).toContain('<dt>Answer</dt><dd class="kept">I have received and read this plan</dd>');
      expect(shown.body).toContain('<dt>Comment</dt><dd class="kept">First\n&lt;b>second&lt;/b></dd>');
      expect(shown.body).toContain('<dt>Name typed</dt><dd class="kept">Jordan Reyes</dd>');
      expect(shown.body).toContain('you get a receipt');
      expect(await door.store.events(PLAN)).toEqual(before);
    },
  );

  test('holds every word in the page, so that sending it records just that', async () => {
    const { cookie, ticket, press } = await opened();
    const shown = await press('check', SIGNED);
    const hidden = hiddenOf(shown);
    expect(hidden).toEqual({ ticket, ...SIGNED, comment: 'First\n<b>second</b>' });
    const reply = await door.post(AT, { ...hidden, do: 'send' }, { cookie });
    expect(reply).toMatchObject({ status: 303, location: AT });
    expect((await answers()).map(({ answer }) => answer)).toEqual([
      {
        kind: 'acknowledgement',
        choice: 'sign',
        typedName: 'Jordan Reyes',
        comment: 'First\n<b>second</b>',
      },
    ]);
  });

  test('and changing it gives the form back with everything in it', async () => {
    const { cookie, press } = await opened();
    const hidden = hiddenOf(await press('check', SIGNED));
    const form = await door.post(AT, { ...hidden, do: 'change' }, { cookie });
    expect(form.status).toBe(200);
    expect(form.body).not.toContain('<title>Error');
    expect(form.body).toMatch(/name="choice" value="sign" checked/);
    expect(form.body).toContain('>\nFirst\n&lt;b>second&lt;/b></textarea>');
    expect(form.body).toContain('value="Jordan Reyes"');
    expect(await answers()).toEqual([]);
  });

  test('of an empty form is an error at its fields, at every step', async () => {
    const { press } = await opened();
    for (const step of ['check', 'send']) {
      const reply = await press(step, { comment: 'Kept' });
      expect(reply.status).toBe(422);
      expect(reply.body).toContain('<title>Error: ');
      expect(reply.body).toContain('<a href="#choice">');
      expect(reply.body).toContain('<a href="#typedName">');
      expect(reply.body).toContain('>\nKept</textarea>');
    }
    expect(await answers()).toEqual([]);
  });

  test('says so when the name typed is not the one we have', async () => {
    const { press } = await opened();
    const shown = await press('check', { ...SIGNED, typedName: 'J. Smith' });
    expect(shown.body).toContain('You typed the name J. Smith; the name we have for you is Jordan Reyes.');
    expect((await press('check', SIGNED)).body).not.toContain('the name we have for you');
  });

  test('holds it against the rules, so that sending it does not fail', async () => {
    await door.advance(PLAN, '2027-02-05T15:00:00Z');
    const { cookie, page } = await door.open(PLAN, 'decision', 'supervisor');
    const fields = { ticket: ticketOf(page), outcome: 'extend', typedName: 'Dana Whitfield' };
    const reply = await door.post('/p/decision', { ...fields, do: 'check' }, { cookie });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('<a href="#extendTo">Choose the new last day</a>');
    const met = await door.post('/p/decision', { ...fields, outcome: 'met', do: 'check' }, { cookie });
    expect(met.status).toBe(200);
    expect(met.body).toContain('cannot be changed on this page');
    expect(met.body).toMatch(/name="do" value="send"[^>]*>Record this decision</);
  });

  test('of a plan that has changed meanwhile asks to read it again, and keeps every word', async () => {
    const { cookie, press } = await opened();
    const hidden = hiddenOf(await press('check', SIGNED));
    await door.commit(PLAN, { type: 'AmendPlan', reason: 'Shorter.', changes: { title: 'Permits' } });
    const open = Object.values((await door.store.load(PLAN)).requests).find(
      ({ status }) => status === 'open',
    );
    for (const step of ['check', 'send', 'change']) {
      const reply = await door.post(AT, { ...hidden, do: step }, { cookie });
      expect([step, reply.status]).toEqual([step, open?.id === 'acknowledgement' ? 422 : 410]);
      expect(reply.body).toContain('&lt;b>second&lt;/b>');
    }
    expect(await answers()).toEqual([]);
  });

  test('drops signs that nobody types from what the page holds', async () => {
    const { press } = await opened();
    const shown = await press('check', { ...SIGNED, comment: 'a\u0000b\u001bc' });
    expect(hiddenOf(shown).comment).toBe('abc');
  });
});

describe('an answer that is in', () => {
  const sent = async () => {
    const before = await opened();
    expect((await before.press('send', SIGNED)).status).toBe(303);
    return before;
  };

  test.each(['send', 'check'])('and comes once more with “%s” leads to the same receipt', async (step) => {
    const { cookie, press } = await sent();
    const receipt = await door.send('GET', AT, { cookie });
    expect(await press(step, SIGNED)).toMatchObject({ status: 303, location: AT });
    expect(await door.send('GET', AT, { cookie })).toEqual(receipt);
    expect(await answers()).toHaveLength(1);
  });

  const CHANGED = { ...SIGNED, choice: 'decline', comment: 'On second thought.' };

  test.each(['send', 'check'])(
    'and comes changed with “%s” is shown beside what it takes the place of, and recorded only from there',
    async (step) => {
      const { cookie, press } = await sent();
      const shown = await press(step, CHANGED);
      expect(shown.status).toBe(200);
      expect(shown.body).toContain('You answered this on Tuesday, December 1, 2026 at 10:00 AM');
      expect(shown.body).toContain('What you said first stays in the record.');
      expect(await answers()).toHaveLength(1);
      expect((await door.post(AT, { ...hiddenOf(shown), do: 'send' }, { cookie })).status).toBe(303);
      expect(await answers()).toMatchObject([{ answer: { choice: 'sign' } }, { answer: CHANGED }]);
    },
  );

  test('is not replaced by a page that was made before somebody replaced it', async () => {
    const { cookie, press } = await sent();
    const one = await press('check', CHANGED);
    const two = await press('check', { ...SIGNED, comment: 'A third thing.' });
    door.now = '2026-12-01T15:05:00Z';
    expect((await door.post(AT, { ...hiddenOf(one), do: 'send' }, { cookie })).status).toBe(303);
    const reply = await door.post(AT, { ...hiddenOf(two), do: 'send' }, { cookie });
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('at 10:05 AM');
    expect(await answers()).toHaveLength(2);
  });

  test('can be said otherwise from its receipt, on the form as it was filled in, until everybody has answered', async () => {
    const { cookie } = await sent();
    const receipt = await door.send('GET', AT, { cookie });
    expect(receipt.body).toContain(`<a href="${AT}/change">Change my answer</a>`);
    const form = await door.send('GET', `${AT}/change`, { cookie });
    expect(form.body).toContain('You answered this on Tuesday, December 1, 2026');
    expect(form.body).toContain('>\nFirst\n&lt;b>second&lt;/b></textarea>');
    expect(form.body).not.toContain('value="Jordan Reyes"');
    expect((await door.post(AT, { ...hiddenOf(form), do: 'check' }, { cookie })).status).toBe(422);

    const supervisor = await door.open(PLAN, 'acknowledgement', 'supervisor');
    const signed = { choice: 'sign', typedName: 'Dana Whitfield', ticket: ticketOf(supervisor.page) };
    await door.post(AT, signed, { cookie: supervisor.cookie });
    expect((await door.send('GET', AT, { cookie })).body).not.toContain('Change my answer');
    expect((await door.send('GET', `${AT}/change`, { cookie })).body).toContain('Thank you');
    const late = await door.post(AT, { ...hiddenOf(form), ...CHANGED, do: 'check' }, { cookie });
    expect(late.status).toBe(409);
    expect(late.body).toContain('On second thought.');
    expect(late.body).toContain('write it to the contact below');
    expect(await answers()).toHaveLength(2);
  });

  test.each(['save', 'discard'])('takes no “%s”: the words are given back', async (step) => {
    const { press } = await sent();
    const reply = await press(step, CHANGED);
    expect(reply.status).toBe(409);
    expect(reply.body).toContain('<title>Your answer was recorded before');
    expect([...reply.body.matchAll(/<h1[^>]*>([^<]+)/g)].map(([, said]) => said)).toEqual([
      'Your answer was recorded before',
    ]);
    expect(reply.body).toContain('<h2>The answer that stands</h2>');
    expect(reply.body).toContain('On second thought.');
    expect(door.rows.all().filter(({ sk }) => sk.startsWith('DRAFT#'))).toEqual([]);
  });
});

test('a receipt has a short reference, the moment, and can be printed', async () => {
  const { cookie, press } = await opened();
  await press('send', SIGNED);
  const { body } = await door.send('GET', AT, { cookie });
  expect(body).toMatch(/<dt>Reference<\/dt><dd class="kept">[2-9A-Z]{4}-[2-9A-Z]{4}<\/dd>/);
  expect(body).toContain('Tuesday, December 1, 2026 at 10:00 AM Eastern Standard Time');
  expect(body).toContain('You can print this page');
});

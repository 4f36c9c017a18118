import { parse } from 'node-html-parser';
import { beforeEach, describe, expect, test } from 'vitest';
import { PagesDoor, type Reply, ticketOf } from './pages-door.ts';

process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';
const AT = '/p/acknowledgement';
const STEPS = ['check', 'send', 'save', 'change'] as const;

/** What people, and others, type; and what of it is kept. */
const TYPED: Record<string, [typed: string, kept: string]> = {
  emoji: ['👍🏽 merci 🙏', '👍🏽 merci 🙏'],
  'a right-to-left override': ['see \u202eexe.txt\u2066 now', 'see exe.txt now'],
  'letters that run from right to left': ['שלום Jordan', 'שלום Jordan'],
  'a script tag': ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  'the end of a text area': [
    '</textarea><img src=x onerror=alert(1)>',
    '</textarea><img src=x onerror=alert(1)>',
  ],
  'the end of an attribute': [`"><a href='javascript:alert(1)'>`, `"><a href='javascript:alert(1)'>`],
  'character references': ['&lt;b&gt; &amp;quot; &#60;', '&lt;b&gt; &amp;quot; &#60;'],
  'line breaks of every sort': ['a\r\nb\rc\nd\u2028e', 'a\nb\nc\nd\ne'],
  'control characters': ['a\u0000b\u0007c\u001b[31md', 'abc[31md'],
  'words that look like a template': ['{{7*7}} #{7*7} %s', '{{7*7}} #{7*7} %s'],
};

let door: PagesDoor;
beforeEach(async () => {
  door = new PagesDoor();
  await door.launched(PLAN);
});

const answers = async () =>
  (await door.store.events(PLAN)).flatMap((event) =>
    event.type === 'RequestAnswered' ? [event.answer] : [],
  );

async function opened() {
  const { cookie, page } = await door.open(PLAN, 'acknowledgement', 'employee');
  const ticket = ticketOf(page);
  return {
    cookie,
    press: (step: string, fields: Record<string, string>, sent = {}) =>
      door.post(AT, { ticket, ...fields, do: step }, { cookie, ...sent }),
  };
}

/** Nothing on the page that was not put there by us: no script, no handler, no address of another kind. */
function harmless({ body, headers }: Reply): void {
  const page = parse(body);
  expect(page.querySelectorAll('script, img, iframe, object')).toEqual([]);
  const attributes = page.querySelectorAll('*').flatMap((each) => Object.entries(each.attributes));
  expect(attributes.filter(([name]) => /^on/i.test(name))).toEqual([]);
  expect(attributes.filter(([, value]) => /^javascript:/i.test(value))).toEqual([]);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
}

/** What stands in a field of a page: typed into it, or held by it. */
function heldIn({ body }: Reply, name: string): string | undefined {
  const field = parse(body, { blockTextElements: { textarea: true } }).querySelector(`[name="${name}"]`);
  if (field?.rawTagName === 'textarea') {
    const inside = new RegExp(`<textarea[^>]*name="${name}"[^>]*>\\n([\\s\\S]*?)</textarea>`).exec(body)?.[1];
    return inside === undefined ? undefined : parse(`<p>${inside}</p>`).text;
  }
  return field?.getAttribute('value');
}

describe.each(Object.entries(TYPED))('%s', (_, [typed, kept]) => {
  test('in a text is shown again as it is, on the form and on the page that checks it', async () => {
    const { press } = await opened();
    const wrong = await press('check', { comment: typed });
    expect(wrong.status).toBe(422);
    harmless(wrong);
    expect(heldIn(wrong, 'comment')).toBe(kept);
    const shown = await press('check', { choice: 'sign', typedName: 'Jordan Reyes', comment: typed });
    expect(shown.status).toBe(200);
    harmless(shown);
    expect(heldIn(shown, 'comment')).toBe(kept);
    const said = parse(shown.body)
      .querySelectorAll('dd')
      .map((each) => each.text);
    expect(said).toContain(kept);
    expect(await answers()).toEqual([]);
  });

  test('in a text is recorded as it is, and stands on the receipt', async () => {
    const { cookie, press } = await opened();
    const sent = await press('send', { choice: 'sign', typedName: 'Jordan Reyes', comment: typed });
    expect(sent.status).toBe(303);
    expect(await answers()).toMatchObject([{ comment: kept }]);
    const receipt = await door.send('GET', AT, { cookie });
    harmless(receipt);
    expect(
      parse(receipt.body)
        .querySelectorAll('dd')
        .map((each) => each.text),
    ).toContain(kept);
  });

  test('in a text is saved, and comes back', async () => {
    const { cookie, press } = await opened();
    expect((await press('save', { comment: typed })).status).toBe(303);
    harmless(await door.send('GET', `${AT}/saved`, { cookie }));
    const back = await door.send('GET', AT, { cookie });
    harmless(back);
    expect(heldIn(back, 'comment')).toBe(kept);
  });

  test('in a name becomes one line, in no header', async () => {
    const { cookie, press } = await opened();
    const sent = await press('send', { choice: 'sign', typedName: `Jordan ${typed}` });
    expect(sent.status).toBe(303);
    expect(Object.values(sent.headers).join('\n')).not.toContain('Jordan');
    const [answer] = await answers();
    expect(answer).toMatchObject({ typedName: `Jordan ${kept.replaceAll('\n', ' ')}` });
    harmless(await door.send('GET', AT, { cookie }));
  });
});

describe('more than 64 kB', () => {
  const tooMuch = { choice: 'sign', typedName: 'Jordan Reyes', comment: 'x'.repeat(100_000) };

  test.each(STEPS)('with “%s” is not read: the page says where the words still are', async (step) => {
    const { press } = await opened();
    const before = door.rows.all();
    const reply = await press(step, tooMuch);
    expect(reply.status).toBe(413);
    expect(reply.body).toContain('Go back with your browser, where your words are still in place');
    expect(door.rows.all()).toEqual(before);
  });
});

test('more than a field takes is an error at the field, with every word in it, and can be saved', async () => {
  const { cookie, press } = await opened();
  const comment = 'y'.repeat(5_000);
  const reply = await press('check', { choice: 'sign', typedName: 'Jordan Reyes', comment });
  expect(reply.status).toBe(422);
  expect(reply.body).toContain('<a href="#comment">Shorten this to 4,000 characters or fewer</a>');
  expect(heldIn(reply, 'comment')).toBe(comment);
  expect((await press('save', { comment })).status).toBe(303);
  expect(heldIn(await door.send('GET', AT, { cookie }), 'comment')).toBe(comment);
  expect(await answers()).toEqual([]);
});

describe('a form that is no longer what it was', () => {
  const TEXT = 'Long thought about, & <i>meant</i>.';
  const SHOWN = 'Long thought about, &amp; &lt;i>meant&lt;/i>.';
  const fields = { choice: 'sign', typedName: 'Jordan Reyes', comment: TEXT };

  test.each(STEPS)('open for more than a day, with no cookie: “%s” gives the words back', async (step) => {
    const { press } = await opened();
    door.now = '2026-12-02T15:00:01Z';
    const reply = await press(step, fields);
    expect(reply.status).toBe(403);
    expect(reply.body).toContain(SHOWN);
    harmless(reply);
    expect(await answers()).toEqual([]);
  });

  test.each(STEPS)('of a question that closed while they typed: “%s” gives the words back', async (step) => {
    const { press } = await opened();
    await door.commit(PLAN, { type: 'WithdrawPlan', reason: 'Drafted in error.' });
    const reply = await press(step, fields);
    expect(reply.status).toBe(410);
    expect(reply.body).toContain(SHOWN);
    expect(await answers()).toEqual([]);
    expect(door.rows.all().filter(({ sk }) => sk.startsWith('DRAFT#'))).toEqual([]);
  });

  test.each(STEPS)('from another site: “%s” does nothing', async (step) => {
    const { press } = await opened();
    const before = door.rows.all();
    const reply = await press(step, fields, { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(reply.status).toBe(403);
    expect(door.rows.all()).toEqual(before);
  });

  test('after an amendment: nothing is recorded before it was read again, and nothing is lost', async () => {
    await door.advance(PLAN, '2026-12-07T05:00:00Z');
    await door.advance(PLAN, '2026-12-15T14:00:00Z');
    const id = 'check-in-2026-12-18';
    const { cookie, page } = await door.open(PLAN, id, 'employee');
    const rated = {
      meeting: 'held',
      'progress-accuracy': 'near',
      'progress-timeliness': 'near',
      'progress-communication': 'near',
      comment: TEXT,
    };
    await door.commit(PLAN, {
      type: 'AmendPlan',
      reason: 'Clearer.',
      changes: { title: 'Permit reviews' },
    });
    for (const step of ['check', 'send', 'change']) {
      const reply = await door.post(`/p/${id}`, { ...rated, ticket: ticketOf(page), do: step }, { cookie });
      expect([step, reply.status]).toEqual([step, 422]);
      expect(reply.body).toContain('The plan has changed since you opened this page.');
      expect(reply.body).toContain(`>\n${SHOWN}</textarea>`);
    }
    const saved = await door.post(`/p/${id}`, { ...rated, ticket: ticketOf(page), do: 'save' }, { cookie });
    expect(saved.status).toBe(303);
    expect(await answers()).toEqual([]);
    const { page: back } = await door.open(PLAN, id, 'employee');
    expect(back.body).toContain('The plan has changed since you saved this.');
    expect(back.body).toContain(`>\n${SHOWN}</textarea>`);
  });
});

test('two tabs and the back button: one answer, one receipt, and no second is taken by mistake', async () => {
  const [one, two] = [await opened(), await opened()];
  const mine = { choice: 'sign', typedName: 'Jordan Reyes', comment: 'Mine.' };
  expect((await one.press('send', mine)).status).toBe(303);
  const receipt = await door.send('GET', AT, { cookie: one.cookie });
  for (const step of ['check', 'send']) {
    expect((await two.press(step, mine)).status).toBe(303);
    const other = await two.press(step, { ...mine, comment: 'Something else.' });
    expect(other.status).toBe(200);
    expect(other.body).toContain('Check your answer before you send it');
    expect(other.body).toContain('You answered this on Tuesday, December 1, 2026');
    expect(other.body).toContain('Something else.');
  }
  expect(await answers()).toHaveLength(1);
  expect(await door.send('GET', AT, { cookie: two.cookie })).toEqual(receipt);
});

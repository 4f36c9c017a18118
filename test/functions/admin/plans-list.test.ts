import { beforeEach, describe, expect, test } from 'vitest';
import { countWaits } from '../../support/count-waits.ts';
import { checkIn, listedPlan, type Made, planIdAt } from '../../support/listed-plans.ts';
import { PEOPLE } from '../../support/signed-in-as.ts';
import { capturedLogs } from '../logs.ts';
import { type SiteAnswer, SiteDoor } from '../site/site-door.ts';

let door: SiteDoor;
capturedLogs();
beforeEach(() => {
  door = new SiteDoor();
  door.world.now = '2026-12-20T15:00:00Z';
});

const LATE = checkIn('2026-12-18T22:00:00Z');

async function made(...plans: Made[]): Promise<void> {
  for (const [n, one] of plans.entries())
    for (const row of listedPlan(n, one)) await door.world.rows.put(row, {});
}
const show = (query: Record<string, string> = {}, as = PEOPLE.hr, at = '/admin/plans') =>
  door.call(`GET ${at}`, { query, as });
const shown = ({ body }: SiteAnswer): string[] => [
  ...new Set([...body.matchAll(/href="\/admin\/plans\/(pln[a-z2-7]{20})"/g)].map(([, id]) => id as string)),
];
const linksIn = ({ body }: SiteAnswer, text: string): string[] =>
  [...body.matchAll(/<a[^>]*href="([^"]*)"[^>]*>((?:(?!<\/a>).)*)<\/a>/gs)]
    .filter(([, , inside]) => inside?.replaceAll(/<[^>]+>/g, '').includes(text))
    .map(([, href]) => (href as string).replaceAll('&amp;', '&'));

describe('the list of plans', () => {
  test('shows who, what, the status, whom it waits for since when, and what is due', async () => {
    await made({ status: 'active', waiting: LATE, decisionDueAt: '2026-12-23T22:00:00Z', bounced: true });

    const { status, body } = await show();
    expect(status).toBe(200);
    const text = body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      'Jordan Reyes 0 Permit reviews: accuracy and timeliness Under way Mail did not arrive',
    );
    expect(text).toContain('Jordan Reyes 0 and Dana Whitfield Check-in, since Tue, Dec 1, 2026');
    expect(text).toContain('Fri, Dec 18, 2026, 5:00 PM Overdue Wed, Dec 23, 2026, 5:00 PM');
  });

  test('counts what there is to look after, each number with the filter that shows it', async () => {
    await made({ status: 'draft' }, { status: 'active', waiting: LATE }, { status: 'paused', bounced: true });

    const page = await show();
    const counted = async (text: string) => {
      const [href = ''] = linksIn(page, text);
      return shown(await show(Object.fromEntries(new URLSearchParams(href.split('?')[1]))));
    };
    expect(await counted('1 Overdue')).toEqual([planIdAt(1)]);
    expect(await counted('1 Mail did not arrive')).toEqual([planIdAt(2)]);
    expect(await counted('1 Drafts (not approved)')).toEqual([planIdAt(0)]);
    expect((await counted('2 Live')).sort()).toEqual([planIdAt(1), planIdAt(2)].sort());
    expect(await counted('0 Decision due in 5 business days')).toEqual([]);
  });

  test('waits for the table twice, counts and saved views among it', async () => {
    await made({ status: 'active', waiting: LATE }, {});
    const waits = countWaits(door.world.rows);
    for (const query of [{}, { overdue: 'true' }, { q: 'jordan' }, { status: 'live', bounced: 'true' }]) {
      await show(query);
      expect([query, waits() <= 2]).toEqual([query, true]);
    }
  });

  test('goes on with the same filter on the next page, and back', async () => {
    await made(...Array.from({ length: 60 }, (): Made => ({ status: 'active' })));

    const first = await show({ status: 'active', q: '' });
    expect(shown(first)).toHaveLength(50);
    const [next = ''] = linksIn(first, 'Next plans');
    const query = Object.fromEntries(new URLSearchParams(next.split('?')[1]));
    expect(Object.keys(query)).toEqual(['status', 'cursor']);
    const second = await show(query);
    expect(shown(second)).toHaveLength(10);
    expect(linksIn(second, 'Next plans')).toEqual([]);
    expect(linksIn(second, 'Back to the first')).toEqual(['/admin/plans?status=active']);
  });

  test('says what was asked wrongly at its field, and looks for nothing', async () => {
    await made({});
    const page = await show({ waitingOn: '<b>boss</b>', decisionWithinDays: '99' });

    expect(page.status).toBe(422);
    expect(shown(page)).toEqual([]);
    expect(page.body).toContain('Use a whole number of business days from 1 to 60.');
    expect(page.body).toContain('value="&lt;b>boss&lt;/b>"');
    expect(linksIn(page, 'Give an e-mail address')).toEqual(['#waitingOn']);
  });

  test('tells where nothing matches which filter to leave out, and where there is nothing how to begin', async () => {
    expect(linksIn(await show(), 'Begin a plan')).toEqual(['/admin/drafts']);
    await made({});
    const page = await show({ q: 'zebra', status: 'paused' });
    expect(linksIn(page, 'Without the words “zebra”')).toEqual(['/admin/plans?status=paused']);
    expect(linksIn(page, 'Without the status “Paused”')).toEqual(['/admin/plans?q=zebra']);
    expect(linksIn(await show(), 'Begin a plan')).toEqual([]);
  });

  test('opens an address that a mail program added something to', async () => {
    await made({});
    expect(shown(await show({ utm_source: 'mail', status: 'closed' }))).toEqual([planIdAt(0)]);
  });
});

describe('who sees what', () => {
  const MINE = { supervisor: 'Morgan.Reyes@agency.example', status: 'active' } as const;

  test('managers see their own plans, without counts, views, lost mail or anything to do', async () => {
    const hrs = { ...LATE[0], requestId: 'accommodation-1', kind: 'accommodation', for: ['hr'] };
    await made({ ...MINE, waiting: [hrs as never], bounced: true }, {});
    const page = await show({}, PEOPLE.manager);

    expect(shown(page)).toEqual([planIdAt(0)]);
    for (const hidden of ['Saved views', 'planId', 'Mail did not arrive', 'adjustment', 'Priya Raman']) {
      expect([hidden, page.body.includes(hidden)]).toEqual([hidden, false]);
    }
    expect((await show({ bounced: 'true' }, PEOPLE.manager)).status).toBe(422);
    const { body } = await show({}, PEOPLE.manager, '/admin/plans.csv');
    expect(body).toContain(planIdAt(0));
    expect(body).not.toContain(planIdAt(1));
    expect(body).not.toContain(',yes');
  });

  test('auditors see everything and can change nothing', async () => {
    await made(MINE, {});
    const page = await show({ status: 'active' }, PEOPLE.auditor);

    expect(shown(page)).toEqual([planIdAt(0)]);
    expect(page.body).not.toContain('name="planId"');
    expect(page.body).not.toContain('Save for everybody');
    const refused = await door.post(
      'POST /admin/plan-views',
      { name: 'Mine', query: 'overdue=true' },
      { as: PEOPLE.auditor },
    );
    expect(refused.status).toBe(403);
  });

  test('HR can choose plans, for one command to many', async () => {
    await made({});
    const { body } = await show();
    expect(body).toContain('<form method="post" action="/admin/bulk">');
    expect(body).toContain(`name="planId" value="${planIdAt(0)}"`);
  });
});

describe('saved views', () => {
  const save = (name: string, query: string) => door.post('POST /admin/plan-views', { name, query });

  test('are kept for everybody, opened by name, and removed', async () => {
    await made({ status: 'active', waiting: LATE });
    const saved = await save('Late ones', 'overdue=true&cursor=x&status=active');
    expect([saved.status, saved.headers.Location]).toEqual([
      303,
      '/admin/plans?status=active&overdue=true&view=saved',
    ]);

    const page = await show({}, PEOPLE.auditor);
    expect(linksIn(page, 'Late ones')).toEqual(['/admin/plans?status=active&overdue=true']);
    const [view] = await door.world.ports.views.list();
    expect(view).toMatchObject({ name: 'Late ones', by: 'harper.ellis@agency.example', at: door.world.now });
    const removed = await door.post(
      'POST /admin/plan-views/{viewId}/remove',
      {},
      { params: { viewId: view?.id ?? '' } },
    );
    expect(removed.headers.Location).toBe('/admin/plans?view=removed');
    expect(await door.world.ports.views.list()).toEqual([]);
  });

  test('of one name are one view, and there are fifty at most', async () => {
    await save('Late', 'overdue=true');
    await save('LATE ', 'status=draft');
    expect((await door.world.ports.views.list()).map(({ query }) => query)).toEqual(['status=draft']);
    for (let n = 1; n < 50; n++) await save(`View ${n}`, 'overdue=true');
    expect((await save('One more', 'overdue=true')).headers.Location).toContain('view=many');
    expect((await save('late', 'status=closed')).headers.Location).toContain('view=saved');
  });

  test.each([
    ['words of a name', 'q=Jordan+Reyes'],
    ['an address', 'status=active&waitingOn=jordan.reyes%40agency.example'],
  ])('are not kept with %s: they would name people for ever', async (_, query) => {
    const answer = await save('Theirs', query);
    expect(answer.headers.Location).toContain('view=names');
    expect(await door.world.ports.views.list()).toEqual([]);
    const values = Object.fromEntries(new URLSearchParams(query));
    const { body } = await show({ ...values, view: 'names' });
    expect(body).toContain('a saved view is kept when the record it was about is deleted');
    expect(body).toContain('Bookmark or share the address of this page instead.');
    expect(body).not.toContain('Save for everybody');
    expect((await save('Whoever supervises', 'waitingOn=supervisor')).headers.Location).toContain(
      'view=saved',
    );
  });

  test.each([
    ['without a name', ' ', 'overdue=true', 303],
    ['with a name on two lines', 'a\nb', 'overdue=true', 303],
    ['of no filter', 'All', '', 303],
    ['of what cannot be looked for', 'Odd', 'status=happy', 422],
  ])('are not kept %s', async (_, name, query, status) => {
    expect((await save(name, query)).status).toBe(status);
    expect(await door.world.ports.views.list()).toEqual([]);
  });
});

describe('exports', () => {
  test('hold what the filter finds, with nothing that a spreadsheet would take for a formula', async () => {
    await made({ status: 'active', title: '=HYPERLINK("https://evil.example","Open")', waiting: LATE }, {});
    const { headers, body } = await show({ status: 'active', cursor: 'x' }, PEOPLE.hr, '/admin/plans.csv');

    expect(headers).toMatchObject({
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="plans.csv"',
    });
    expect(body).toBe(
      '\ufeffplanId,who,title,supervisor,status,outcome,waitingOn,waitingSince,nextDue,decisionDue,mailDidNotArrive\r\n' +
        `${planIdAt(0)},Jordan Reyes 0,"'=HYPERLINK(""https://evil.example"",""Open"")",Dana Whitfield,active,,` +
        'Jordan Reyes 0; Dana Whitfield,2026-12-01T14:00:00Z,2026-12-18T22:00:00Z,,no\r\n',
    );
  });

  test('are the same for programs, in pages of a hundred behind them', async () => {
    await made(...Array.from({ length: 130 }, (): Made => ({ status: 'draft' })));
    const { body } = await show({ status: 'draft' }, PEOPLE.hr, '/admin/plans.json');
    const { plans, isCut } = JSON.parse(body) as { plans: { planId: string }[]; isCut: boolean };

    expect([plans.length, new Set(plans.map(({ planId }) => planId)).size, isCut]).toEqual([130, 130, false]);
  });

  test('with long texts are cut before they are too large to be answered, and say where the rest is', async () => {
    // Longer than titles are, so that few plans do; in an answer each quote takes four bytes.
    const title = '"'.repeat(11_000);
    await made(...Array.from({ length: 130 }, (): Made => ({ status: 'draft', title })));
    const idsIn = (text: string) => [...new Set([...text.matchAll(/pln[a-z2-7]{20}/g)].map(([id]) => id))];
    for (const path of ['/admin/plans.csv', '/admin/plans.json']) {
      const found: string[] = [];
      let query: Record<string, string> = { status: 'draft' };
      for (let files = 1; ; files++) {
        const { body } = await show(query, PEOPLE.hr, path);
        expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(6_000_000);
        found.push(...idsIn(body));
        const [, rest] = /The rest: [^"\s]*\?([^"\s]+)/.exec(body) ?? [];
        expect([path, files, rest !== undefined]).toEqual([path, files, files === 1]);
        if (!rest) break;
        expect(body).toContain('plans: one file holds no more. The rest: ');
        query = Object.fromEntries(new URLSearchParams(rest));
      }
      expect([path, found.length, new Set(found).size]).toEqual([path, 130, 130]);
    }
  });
});

import { beforeEach, expect, test } from 'vitest';
import { report } from '../../../../functions/api/report.ts';
import type { ApiRequest } from '../../../../functions/http.ts';
import { ReportShape } from '../../../../functions/openapi/record-answers.ts';
import { keepCards } from '../../../support/kept-cards.ts';
import { PEOPLE } from '../../../support/signed-in-as.ts';
import { capturedLogs } from '../../logs.ts';
import { SiteDoor } from '../../site/site-door.ts';

let door: SiteDoor;
capturedLogs();
beforeEach(async () => {
  door = new SiteDoor();
  door.world.now = '2028-03-10T15:00:00Z';
  await keepCards(door.world.rows);
});

const PERIOD = { from: '2027-Q1', to: '2027-Q4' };
const show = (query: Record<string, string> = PERIOD, as = PEOPLE.hr) =>
  door.call('GET /admin/reports', { query, as });
const file = async (table: string) =>
  (await door.call('GET /admin/reports.csv', { query: { ...PERIOD, table } })).body.split('\r\n');

test('HR and auditors read the reports; managers and operators do not', async () => {
  expect((await show(PERIOD, PEOPLE.auditor)).status).toBe(200);
  expect((await show(PERIOD, PEOPLE.manager)).status).toBe(403);
  expect((await show(PERIOD, PEOPLE.operator)).status).toBe(403);
});

test('every picture has its table, and every table its file', async () => {
  const { body } = await show();
  const pictures = body.match(/<svg /g)?.length ?? 0;
  expect(pictures).toBe(5);
  expect(body.match(/<caption>/g)?.length).toBeGreaterThanOrEqual(pictures);
  const files = [...body.matchAll(/href="(\/admin\/reports\.csv\?table=([a-z-]+)[^"]*)"/g)].map(
    ([, , name]) => name,
  );
  expect(files).toEqual(['decisions', 'outcomes', 'missed', 'check-ins', 'groups']);
});

test('a small group is not in the page, nor in its file', async () => {
  const row = (await file('groups')).find((line) => line.includes('Licensing'));
  expect(row).toBe('Agency,Licensing,,,,,,,');
  const { body } = await show();
  expect(body).toMatch(/>Licensing<\/th>(<td data-label="[^"]+" class="numeric">left out<\/td>){6}/);
});

test('a rate below four fifths is marked, with what that says and what it does not', async () => {
  expect(await file('groups')).toContain("Agency,'=Water,17,17,9,0.529,9,75.9,yes");
  const { body } = await show();
  expect(body).toContain('below four fifths: a first look, no proof</span>');
  expect(body).toContain('=Water met 9 of 17; Buildings met 14 of 16.');
  expect(body).toContain('It is no finding and proves nothing. The numbers are small');
  expect(body).toContain('Which group met its plans most often cannot be said: at least one is left out.');
});

test('outcomes and groups are shown of a whole year that is over alone, and the page says why', async () => {
  const quarter = { from: '2027-Q1', to: '2027-Q1' };
  const { body } = await show(quarter);
  expect(
    body.match(/one whole calendar year that is over, and for no other period: two periods/g),
  ).toHaveLength(2);
  expect(body).not.toContain('Licensing');
  expect(body).toContain('href="/admin/reports?from=2027-Q1&amp;to=2027-Q4"');
  const groups = await door.call('GET /admin/reports.csv', { query: { ...quarter, table: 'groups' } });
  expect(groups.body.trim().split('\r\n')).toHaveLength(1);
});

test('the page says by what a manager is counted, and that a missed check-in is nobody’s before HR has said', async () => {
  const { body } = await show();
  expect(body).toContain('Each is counted for whoever was asked as the supervisor at the time.');
  expect(body).toContain('until then it is nobody’s');
});

test('the shape in the reference holds what is answered of a year with groups', async () => {
  const query = { ...PERIOD };
  const { json } = await report({ query } as unknown as ApiRequest, door.world.ports);
  expect(json).toMatchObject({ isYearOver: true, groups: [{ grouping: 'agency' }] });
  expect(ReportShape.safeParse(JSON.parse(JSON.stringify(json))).error).toBeUndefined();
});

test('the files hold what the page shows, and no formulas', async () => {
  expect((await file('missed')).slice(0, 3)).toEqual([
    '\ufeffwhose doing,check-ins',
    'manager,9',
    'employee,8',
  ]);
  expect((await file('decisions')).slice(1, 2)).toEqual(['plnaaaaaaaaaaaaaaaaaabn,2027-02-19T22:00:00Z,263']);
  expect((await file('check-ins')).slice(1, 3)).toEqual([
    'Grant Hollis,grant@agency.example,9,27,27,9,9,9,0,0.333',
    'Denise Okoro,denise@agency.example,8,32,24,16,8,0,0,0.667',
  ]);
});

test('without a period it shows the present quarter and three before it', async () => {
  door.world.now = '2027-03-10T15:00:00Z';
  expect((await show({})).body).toContain('42 launched plans have a last day in Q2 2026 to Q1 2027.');
  expect((await show({ from: '2026-Q1', to: '2026-Q1' })).body).toContain('No decision has come due');
});

test('a period that cannot be is said to be wrong', async () => {
  expect((await show({ from: '2027-Q2', to: '2027-Q1' })).status).toBe(422);
  expect((await show({ from: 'spring' })).status).toBe(422);
});

test('the reference of the API is there for everybody who is signed in, and for nobody else', async () => {
  // A program that only brings something in is nobody who signs in.
  const { recorder: _, ...people } = PEOPLE;
  for (const as of Object.values(people)) {
    const { status, body } = await door.call('GET /api/docs', { as });
    expect(status).toBe(200);
    expect(body).toContain('<h3 id="commandPlan">Move or change a plan</h3>');
  }
  const { status, headers } = await door.call('GET /api/docs', { as: null });
  expect([status, headers.Location]).toEqual([303, '/admin/sign-in?to=%2Fapi%2Fdocs']);
});

test('the reference shows each request as a command line that a shell reads as it is meant', async () => {
  const { body } = await door.call('GET /api/docs');
  expect(body).toContain(
    'curl &quot;$BASE_URL/api/packs?limit=1&quot; \\\n  -H &quot;Authorization: Bearer $TOKEN&quot;',
  );
});

test('the reference shows code as code', async () => {
  const { body } = await door.call('GET /api/docs');
  expect(body).toContain('Training systems send <code>training_completed</code>, whatever');
  expect(body.replaceAll(/<pre>[\s\S]*?<\/pre>/g, '')).not.toContain('`');
});

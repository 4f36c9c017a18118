import { parse } from 'csv-parse/sync';
import { parse as parseHtml } from 'node-html-parser';
import { expect, test } from 'vitest';
import { templateCsv } from '../../../../functions/admin/import/template.ts';
import { resultCsv } from '../../../../functions/admin/jobs/result-csv.ts';
import type { RowResult } from '../../../../functions/jobs/job.ts';
import { planFile } from '../../../support/plan-file.ts';
import { PEOPLE } from '../../../support/signed-in-as.ts';
import { type SiteAnswer, SiteDoor } from '../../site/site-door.ts';

const text = (html: string): string =>
  (parseHtml(html).querySelector('main')?.structuredText ?? '').replaceAll(/\s+/g, ' ');

/** Chooses a file on the page, as a browser without scripts sends it. */
function choose(door: SiteDoor, name: string, content: string | Buffer): Promise<SiteAnswer> {
  const head = `--edge\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--edge--\r\n')]);
  return door.call('POST /admin/import', {
    headers: { 'content-type': 'multipart/form-data; boundary=edge', 'sec-fetch-site': 'same-origin' },
    body: body.toString('base64'),
    base64: true,
  });
}

const jobIn = ({ status, headers }: SiteAnswer): string => {
  expect(status).toBe(303);
  return String(headers.Location).replace('/admin/jobs/', '');
};

const page = (door: SiteDoor, jobId: string, rest = '') =>
  door.call(`GET /admin/jobs/{jobId}${rest}`, { params: { jobId } });

test('a file is chosen, checked row by row, and only then imported', async () => {
  const door = new SiteDoor();
  const jobId = jobIn(
    await choose(
      door,
      'plans.csv',
      planFile(3, (row) => row === 2),
    ),
  );
  const dry = await page(door, jobId);
  expect(dry.status).toBe(200);
  expect(text(dry.body)).toContain('3 plans checked, nothing imported yet. Good: 2. To be corrected: 1.');
  expect(text(dry.body)).toContain('The plan ends before it starts: move one of the two days.');
  expect(text(dry.body)).toContain('Import the 2 good plans');
  expect(door.world.rows.all(({ sk }) => sk === 'PLAN')).toEqual([]);

  const start = await door.post('POST /admin/jobs/{jobId}/start', { upTo: 'approve' }, { params: { jobId } });
  expect([start.status, start.headers.Location]).toEqual([303, `/admin/jobs/${jobId}`]);
  const done = text((await page(door, jobId)).body);
  expect(done).toContain('All 2 plans are imported.');
  expect(done).toContain('1 plan of the file that broke rules');
  expect(door.world.rows.all(({ sk }) => sk === 'PLAN').map(({ status }) => status)).toEqual([
    'approved',
    'approved',
  ]);
});

test('all that is wrong with one plan stands in one row, each at its column, in whole sentences', async () => {
  const door = new SiteDoor();
  const [header = '', good = ''] = planFile(1).split('\n');
  const row = good
    .replace('Priya Raman,priya.raman@agency.example', ',')
    .replace(',yes,yes,yes,', ',yes,perhaps,yes,')
    .replace('percent,60,', 'percent,,');
  const jobId = jobIn(await choose(door, 'plans.csv', `${header}\n${row}\n`));
  const { body } = await page(door, jobId);
  const rows = parseHtml(body).querySelectorAll('#bad ~ div tbody tr');
  const said = rows.map((one) => one.querySelectorAll('li').map((li) => li.structuredText.trim()));
  expect(said).toHaveLength(1);
  expect(said[0]).toEqual(
    expect.arrayContaining([
      'helpGiven: This is neither yes nor no: write one of the two.',
      'baseline: This is empty: write a number.',
      expect.stringMatching(/^hr: The plan has 0 participants with the role hr: name at least 1\./),
    ]),
  );
});

test('a plan whose start is past is good as a draft, and said to be too late to launch', async () => {
  const door = new SiteDoor();
  door.world.now = '2027-01-12T15:00:00Z';
  const jobId = jobIn(await choose(door, 'plans.csv', planFile(1)));
  expect(text((await page(door, jobId)).body)).toContain(
    'It starts on 2027-01-11, which is past: it could be kept as a draft, and not be launched any more.',
  );
  door.world.now = '2027-01-11T15:00:00Z';
  const inTime = jobIn(await choose(door, 'plans.csv', planFile(2)));
  expect(text((await page(door, inTime)).body)).not.toContain('which is past');
});

test('what came out is listed plan by plan, each with its page', async () => {
  const door = new SiteDoor();
  const jobId = jobIn(await choose(door, 'plans.csv', planFile(2)));
  await door.post('POST /admin/jobs/{jobId}/start', { upTo: 'draft' }, { params: { jobId } });
  const { body } = await page(door, jobId);
  const rows = parseHtml(body).querySelectorAll('#plans ~ table tbody tr');
  expect(rows.map((row) => row.structuredText.replaceAll(/\s+/g, ' ').trim())).toEqual([
    'Case notes 1 done',
    'Case notes 2 done',
  ]);
  expect(
    rows.every((row) => row.querySelector('a')?.getAttribute('href')?.startsWith('/admin/plans/pln')),
  ).toBe(true);
});

test('the result is a file with one line for everything there is to say, and no formulas', async () => {
  const door = new SiteDoor();
  const file = planFile(2, (row) => row === 1).replace('Case notes 1,', '=1+1,');
  const jobId = jobIn(await choose(door, 'plans.csv', file));
  const { headers, body } = await page(door, jobId, '/result.csv');
  expect(headers).toMatchObject({
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${jobId}-check.csv"`,
  });
  expect(parse(body, { bom: true })).toEqual([
    ['row', 'line', 'plan', 'outcome', 'plan id', 'at line', 'column', 'what', 'rule', 'citation'],
    [
      ...['1', '2', "'=1+1", 'bad', '', '2', 'endDate'],
      'The plan ends before it starts: move one of the two days.',
      ...['product', 'What every plan needs'],
    ],
    ['2', '3', 'Case notes 2', 'good', '', '', '', '', '', ''],
  ]);
});

test('a result that is too large for one file is cut, and says where the rest is', async () => {
  // A hundred rows with much to say of each: as much as a part keeps at most.
  const rows = Array.from({ length: 100 }, (_, row): RowResult => {
    const faults = Array.from({ length: 30 }, () => ({
      message: 'Ж'.repeat(30),
      rule: 'shape',
      citation: '',
    }));
    return { row, outcome: 'bad', title: '"'.repeat(120), faults };
  });
  const jobs = {
    async *results(_: string, from = 0) {
      for (let part = from; part < 4; part++) yield { part, rows };
    },
  };
  let from: number | undefined = 0;
  let lines = 0;
  const starts: number[] = [];
  while (from !== undefined) {
    starts.push(from);
    const csv = await resultCsv('jobaaaaaaaaaaaaaaaaaaaa', 'check', jobs, from);
    expect(Buffer.byteLength(JSON.stringify(csv))).toBeLessThan(6_000_000);
    lines += csv.split('\r\n').filter((line) => line.includes('shape')).length;
    const [, rest] = /The rest: \/admin\/jobs\/job\w+\/result\.csv\?phase=check&from=(\d+)/.exec(csv) ?? [];
    from = rest === undefined ? undefined : Number(rest);
  }
  expect(starts.length).toBeGreaterThan(1);
  expect(lines).toBe(4 * 100 * 30);
});

test('the rest of a result is asked for by its part', async () => {
  const door = new SiteDoor();
  const jobId = jobIn(await choose(door, 'plans.csv', planFile(120)));
  const query = { phase: 'check', from: '1' };
  const { headers, body } = await door.call('GET /admin/jobs/{jobId}/result.csv', {
    params: { jobId },
    query,
  });
  expect(headers['Content-Disposition']).toBe(`attachment; filename="${jobId}-check-from-1.csv"`);
  expect(parse(body, { bom: true }).map(([row]: string[]) => row)).toEqual([
    'row',
    ...Array.from({ length: 20 }, (_, index) => String(101 + index)),
  ]);
});

test('what browsers with scripts send in slices comes to the same', async () => {
  const door = new SiteDoor();
  const begun = await door.post('POST /admin/import/begin', { name: 'C:\\files\\plans.csv', format: 'csv' });
  const { jobId } = JSON.parse(begun.body) as { jobId: string };
  const file = Buffer.from(planFile(2).replace('Person 1', 'Jörg Müller'));
  const cut = file.indexOf('ö') + 2;
  const send = (part: string, bytes: Buffer) =>
    door.call('POST /admin/import/{jobId}/parts/{part}', {
      params: { jobId, part },
      headers: { 'content-type': 'text/csv', 'sec-fetch-site': 'same-origin' },
      body: bytes.toString('utf8'),
    });
  expect((await send('0', file.subarray(0, cut))).status).toBe(204);
  const parts = await door.call('GET /admin/import/{jobId}/parts', { params: { jobId } });
  expect(JSON.parse(parts.body)).toEqual({ have: [0], open: true });
  await send('1', file.subarray(cut));
  jobIn(await door.post('POST /admin/import/{jobId}/check', {}, { params: { jobId } }));
  const shown = text((await page(door, jobId)).body);
  expect(shown).toContain('Import of plans.csv');
  expect(shown).toContain('Good: 2. To be corrected: 0.');
});

test('the template can be downloaded, and imported as it is', async () => {
  const door = new SiteDoor();
  const { headers, body } = await door.call('GET /admin/import/template.csv');
  expect(headers['Content-Disposition']).toBe('attachment; filename="plans-template.csv"');
  expect(body).toBe(templateCsv());
  const jobId = jobIn(await choose(door, 'plans-template.csv', body));
  expect(text((await page(door, jobId)).body)).toContain('Good: 2. To be corrected: 0.');
});

test.each([
  ['nothing', '', 'Choose a file that is not empty.'],
  ['too much', 'x'.repeat(4_100_000), 'The file has more than 4 MB.'],
])('%s chosen is said beside the field', async (_, content, message) => {
  const answer = await choose(new SiteDoor(), 'plans.csv', content);
  expect([413, 422]).toContain(answer.status);
  expect(text(answer.body)).toContain(message);
});

test('a file from Excel in the old encoding, or in UTF-16, is refused with what to save it as', async () => {
  const door = new SiteDoor();
  const latin = Buffer.from(planFile(1).replace('Person 1', 'Jörg'), 'latin1');
  const wide = Buffer.from(planFile(1), 'utf16le');
  for (const bytes of [latin, wide]) {
    const shown = text((await page(door, jobIn(await choose(door, 'plans.csv', bytes)))).body);
    expect(shown).toContain('The file cannot be read. Nothing was imported.');
    expect(shown).toContain('save it as "CSV UTF-8"');
    expect(shown).toContain('Choose another file');
  }
});

test('a JSON file is known by its name', async () => {
  const door = new SiteDoor();
  const jobId = jobIn(await choose(door, 'plans.jsonl', '{"title":"Notes"}\n'));
  const shown = text((await page(door, jobId)).body);
  expect(shown).toContain('Good: 0. To be corrected: 1.');
  expect(shown).toContain('/participants');
});

test('work of all kinds is listed, newest first, and a list without any says how to begin', async () => {
  const door = new SiteDoor();
  expect(text((await door.call('GET /admin/jobs')).body)).toContain('Nothing yet');
  await choose(
    door,
    'plans.csv',
    planFile(2, (row) => row === 1),
  );
  door.world.now = '2026-12-01T16:00:00Z';
  await door.world.ports.jobs.create({
    kind: 'commands',
    title: 'Hold three plans',
    form: { type: 'hold', values: { '/reason': 'A claim was made.' } },
    planIds: ['plnaaaaaaaaaaaaaaaaaaaa'],
    by: PEOPLE.hr,
  });
  const rows = parseHtml((await door.call('GET /admin/jobs')).body).querySelectorAll('tbody tr');
  expect(rows.map((row) => row.structuredText.replaceAll(/\s+/g, ' ').trim())).toEqual([
    expect.stringContaining('Hold three plans done 1 row, 1 refused Harper Ellis'),
    expect.stringContaining('Import of plans.csv checked 2 rows, 1 bad Harper Ellis'),
  ]);
});

const OMAR = {
  id: 'u-omar',
  name: 'Omar Haddad',
  email: 'omar.haddad@agency.example',
  roles: ['hr'],
} as const;

test('the page says who began it and who started it, and each plan is the work of whoever started it', async () => {
  const door = new SiteDoor();
  const jobId = jobIn(await choose(door, 'plans.csv', planFile(1)));
  await door.post('POST /admin/jobs/{jobId}/start', { upTo: 'draft' }, { params: { jobId }, as: OMAR });
  const shown = text((await page(door, jobId)).body);
  expect(shown).toContain(
    'Begun Tuesday, December 1, 2026 at 10:00 AM Eastern Standard Time by Harper Ellis',
  );
  expect(shown).toContain('10:00 AM Eastern Standard Time by Harper Ellis: the check');
  expect(shown).toContain('10:00 AM Eastern Standard Time by Omar Haddad: the work');
  const [plan] = door.world.rows.all(({ sk }) => sk === 'PLAN');
  const [drafted] = await door.world.ports.store.events(String(plan?.planId));
  expect(drafted).toMatchObject({ actor: { id: 'omar.haddad@agency.example' } });
});

test('another person of HR is not offered to go on with an upload, and cannot', async () => {
  const door = new SiteDoor();
  const { body } = await door.post('POST /admin/import/begin', { name: 'plans.csv', format: 'csv' });
  const { jobId } = JSON.parse(body) as { jobId: string };
  const shown = text((await door.call('GET /admin/jobs/{jobId}', { params: { jobId }, as: OMAR })).body);
  expect(shown).toContain('Harper Ellis began it, and only they can upload the file.');
  expect(shown).not.toContain('Go on with the upload');
  const parts = await door.call('GET /admin/import/{jobId}/parts', { params: { jobId }, as: OMAR });
  expect(JSON.parse(parts.body)).toEqual({ have: [], open: false });
  const sent = await door.call('POST /admin/import/{jobId}/parts/{part}', {
    params: { jobId, part: '0' },
    headers: { 'content-type': 'text/csv', 'sec-fetch-site': 'same-origin' },
    body: planFile(1),
    as: OMAR,
  });
  expect(sent.status).toBe(403);
  expect(await door.world.ports.jobs.slices(jobId)).toEqual([]);
});

test('auditors read it and are offered nothing to do; a job that is not there is said to be none', async () => {
  const door = new SiteDoor();
  const jobId = jobIn(await choose(door, 'plans.csv', planFile(1)));
  const seen = await door.call('GET /admin/jobs/{jobId}', { params: { jobId }, as: PEOPLE.auditor });
  expect(seen.status).toBe(200);
  expect(parseHtml(seen.body).querySelectorAll('main form')).toEqual([]);
  const gone = await page(door, 'jobaaaaaaaaaaaaaaaaaaaa');
  expect(gone.status).toBe(404);
  expect(text(gone.body)).toContain('There is no bulk work with this id.');
});

test.each([
  ['plans.CSV', '', 'csv'],
  ['plans.ndjson', '', 'json'],
  ['plans.txt', 'text/plain', 'csv'],
  ['plans', 'application/json', 'json'],
])('%s (%s) is read as %s, whichever way it comes up', async (name, type, format) => {
  const door = new SiteDoor();
  const begun = await door.post('POST /admin/import/begin', { name, type });
  const { jobId } = JSON.parse(begun.body) as { jobId: string };
  expect((await door.world.ports.jobs.get(jobId))?.file?.format).toBe(format);
});

test('the very same file again is imported only when that is ticked', async () => {
  const door = new SiteDoor();
  const [first, second] = [
    jobIn(await choose(door, 'plans.csv', planFile(1))),
    jobIn(await choose(door, 'again.csv', planFile(1))),
  ];
  const start = (jobId: string, form: Record<string, string> = {}) =>
    door.post('POST /admin/jobs/{jobId}/start', form, { params: { jobId } });
  const plans = () => door.world.rows.all(({ sk }) => sk === 'PLAN').length;
  expect((await start(first)).status).toBe(303);
  const refused = await start(second);
  expect([refused.status, plans()]).toEqual([409, 1]);
  expect(refused.body).toContain(`href="/admin/jobs/${first}"`);
  const tick = parseHtml(refused.body).querySelector('input[name=again]');
  expect([tick?.getAttribute('type'), tick?.hasAttribute('checked')]).toEqual(['checkbox', false]);
  expect([(await start(second, { again: 'yes' })).status, plans()]).toEqual([303, 2]);
});

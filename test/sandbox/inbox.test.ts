import MailComposer from 'nodemailer/lib/mail-composer';
import { expect, test } from 'vitest';
import { linksIn } from '../../sandbox/inbox/links-in.ts';
import { createInbox } from '../../sandbox/inbox.ts';
import { createMeter } from '../../sandbox/meter.ts';
import { START } from './doors-world.ts';

const open = () => {
  let now = START;
  const meter = createMeter();
  const later = () => {
    now += 60_000;
  };
  const inbox = createInbox({ clock: { now: () => now }, meter });
  return { inbox, meter, later };
};

const raw = () =>
  new MailComposer({
    from: 'PIP Follow-Up <no-reply@pip.example.org>',
    to: ['Dana Whitfield <dana@example.org>'],
    cc: 'hr@example.org',
    subject: 'Prüfung',
    text: 'Open https://pip.example.org/l/one.',
    html: '<a href="https://pip.example.org/l/one">Open</a> <a href=\'https://pip.example.org/l/two?a=1&amp;b=2\'>b</a>',
    headers: { 'X-Plan': 'pln2' },
    attachments: [{ filename: 'a.txt', content: 'hello', contentType: 'text/plain' }],
  })
    .compile()
    .build();

test('a mail is kept as its reader sees it, and as it was sent', async () => {
  const { inbox, meter } = open();
  const source = await raw();
  const { raw: kept, headers, ...mail } = await inbox.accept({ raw: source, tags: { plan: 'pln1' } });
  expect(kept).toBe(source.toString());
  expect(headers).toMatchObject({
    'x-plan': 'pln2',
    to: 'Dana Whitfield <dana@example.org>',
    cc: 'hr@example.org',
  });
  expect(mail).toEqual({
    id: 'sandbox-000001',
    at: '2027-01-04T14:00:00Z',
    from: '"PIP Follow-Up" <no-reply@pip.example.org>',
    to: ['dana@example.org', 'hr@example.org'],
    subject: 'Prüfung',
    text: 'Open https://pip.example.org/l/one.',
    html: expect.stringContaining('<a href="https://pip.example.org/l/one">Open</a>'),
    attachments: [
      { name: 'a.txt', contentType: 'text/plain', content: Buffer.from('hello').toString('base64') },
    ],
    links: ['https://pip.example.org/l/one', 'https://pip.example.org/l/two?a=1&b=2'],
    tags: { plan: 'pln1' },
    bounced: false,
    complained: false,
    rejected: false,
    delayed: false,
  });
  expect(meter.read()).toEqual({ mails: 1 });
});

test('filters by person, by plan (tag or header) and by moment', async () => {
  const { inbox, later } = open();
  const source = await raw();
  await inbox.accept({ raw: source, to: ['dana@example.org'], tags: { plan: 'pln1' } });
  later();
  await inbox.accept({ raw: source, to: ['marcus@example.org'] });
  const found = (filter: object) => inbox.list(filter).map(({ id }) => id.at(-1));
  expect(found({})).toEqual(['1', '2']);
  expect(found({ to: 'Dana@Example.org' })).toEqual(['1']);
  expect(found({ to: 'dana' })).toEqual([]);
  expect(found({ plan: 'pln1' })).toEqual(['1']);
  expect(found({ plan: 'pln2' })).toEqual(['1', '2']);
  expect(found({ since: START + 60_000 })).toEqual(['2']);
  inbox.clear();
  expect(found({})).toEqual([]);
});

test('keeps the order of acceptance when two are parsed at once', async () => {
  const { inbox } = open();
  const long = Buffer.concat([await raw(), Buffer.alloc(1_000_000, 'x')]);
  await Promise.all([inbox.accept({ raw: long }), inbox.accept({ raw: await raw() })]);
  expect(inbox.list().map(({ id }) => id)).toEqual(['sandbox-000001', 'sandbox-000002']);
});

test('finds links in brackets and at the end of a sentence, once each', () => {
  expect(linksIn('(https://a.org/x) <https://a.org/y>, https://a.org/x. mailto:a@b.org', '')).toEqual([
    'https://a.org/x',
    'https://a.org/y',
  ]);
});

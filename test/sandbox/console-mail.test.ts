import { afterEach, describe, expect, test } from 'vitest';
import { checkMail } from '../../sandbox/console/mail/check.ts';
import { contrast } from '../../sandbox/console/mail/contrast.ts';
import { invitesIn } from '../../sandbox/console/mail/invite.ts';
import type { Mail } from '../../sandbox/inbox.ts';
import { openHome, PLAN } from './console-world.ts';

let home: Awaited<ReturnType<typeof openHome>>;
afterEach(() => home?.doors.close());

const textOf = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const MAIL = '/_sandbox/ui/mail';

const mailWith = (parts: Partial<Mail>): Mail => ({
  id: 'one',
  at: '2027-01-04T14:00:00Z',
  from: 'a@example.org',
  to: ['b@example.org'],
  subject: 'One',
  text: 'One.',
  html: '',
  headers: {},
  attachments: [],
  links: [],
  tags: {},
  bounced: false,
  complained: false,
  rejected: false,
  delayed: false,
  raw: '',
  ...parts,
});

describe('the mail client', () => {
  test('shows the mail of one person, newest first, and finds words in it', async () => {
    home = await openHome([{ ...PLAN }]);
    await home.mail('dana@example.org', 'Please sign');
    await home.mail('marcus@example.org', 'Please confirm');
    await home.mail('dana@example.org', 'Reminder');
    const subjects = async (query: string) =>
      [...(await home.page(`${MAIL}?${query}`)).matchAll(/class="subject">([^<]*)</g)].map(([, one]) => one);
    expect(await subjects('')).toEqual(['Reminder', 'Please confirm', 'Please sign']);
    expect(await subjects('to=DANA@example.org')).toEqual(['Reminder', 'Please sign']);
    expect(await subjects('q=please+sign')).toEqual(['Please sign']);
    const nothing = textOf(await home.page(`${MAIL}?to=dana@example.org&q=zebra`));
    expect(nothing).toContain('No mail matches. Show all of it');
  });

  test('a mail is unread until it is opened; the others can be marked as read at once', async () => {
    home = await openHome([{ ...PLAN }]);
    for (const subject of ['One', 'Two', 'Three']) await home.mail('dana@example.org', subject);
    expect(textOf(await home.page('/'))).toContain('Dana Whitfield 3 unread');
    await home.page(`${MAIL}/sandbox-000001`);
    expect(textOf(await home.page('/'))).toContain('Dana Whitfield 2 unread');
    const { to } = await home.submit(MAIL, { to: 'dana@example.org', back: `${MAIL}?to=dana%40example.org` });
    expect(to).toBe(`${MAIL}?to=dana%40example.org`);
    expect(textOf(await home.page('/'))).toContain('Dana Whitfield employee');
  });

  test('shows text, source and headers, and the HTML in a frame that can do nothing', async () => {
    home = await openHome();
    await home.mail('dana@example.org', 'Please sign');
    const html = await home.page(`${MAIL}/sandbox-000001`);
    expect(html).toContain(
      `sandbox="allow-popups allow-popups-to-escape-sandbox" src="${MAIL}/sandbox-000001/html"`,
    );
    const view = async (name: string) => textOf(await home.page(`${MAIL}/sandbox-000001?view=${name}`));
    expect(await view('text')).toContain('Please answer: https://pip.example.org/l/dana.mac');
    expect(await view('source')).toContain('Content-Type: multipart/alternative');
    expect(await view('headers')).toContain('subject Please sign');
    const frame = await fetch(`${home.doors.url}${MAIL}/sandbox-000001/html`);
    expect(frame.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    );
    // A link of the app opens on this machine, in a tab of its own.
    expect(await frame.text()).toContain(
      '<base target="_blank"><p style="font: 16px sans-serif">Hello, please <a href="/l/dana.mac">',
    );
  });

  test('hands out what is attached, and the source', async () => {
    home = await openHome();
    const raw = Buffer.from(
      [
        'From: a@example.org',
        'To: b@example.org',
        'Subject: Notes',
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b\r\nContent-Type: text/plain\r\n\r\nSee the notes.',
        '--b\r\nContent-Type: text/csv; name=notes.csv\r\nContent-Disposition: attachment; filename=notes.csv\r\n\r\na,b',
        '--b--',
      ].join('\r\n'),
    );
    await home.doors.inbox.accept({ raw });
    expect(textOf(await home.page(`${MAIL}/sandbox-000001?view=attachments`))).toContain(
      'notes.csv text/csv, 3 bytes',
    );
    const file = await fetch(`${home.doors.url}${MAIL}/sandbox-000001/files/0`);
    expect([file.headers.get('content-disposition'), await file.text()]).toEqual([
      'attachment; filename="notes.csv"',
      'a,b',
    ]);
    const source = await fetch(`${home.doors.url}${MAIL}/sandbox-000001/source.eml`);
    expect(await source.text()).toBe(raw.toString());
    expect((await home.ask(`${MAIL}/sandbox-000001/files/7`)).status).toBe(404);
  });
});

describe('the preview of an invitation', () => {
  const calendar = (lines: string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
  const attached = (name: string, text: string) => ({
    name,
    contentType: 'text/calendar; method=REQUEST',
    content: Buffer.from(text).toString('base64'),
  });
  const INVITE = calendar([
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:pln1-check-in',
    'SEQUENCE:2',
    'SUMMARY:Check-in',
    'DTSTART;VALUE=DATE:20270119',
    'DTEND;VALUE=DATE:20270120',
    'ORGANIZER:mailto:hr@example.org',
    'ATTENDEE:mailto:dana@example.org',
    'END:VEVENT',
  ]);

  test('says what, when, from whom, with whom, and whether it invites or takes back; the same calendar once', () => {
    const mail = mailWith({ attachments: [attached('a.ics', INVITE), attached('b.ics', INVITE)] });
    expect(invitesIn(mail)).toEqual({
      invites: [
        {
          method: 'REQUEST',
          summary: 'Check-in',
          begins: '2027-01-19, the whole day',
          ends: '2027-01-20, the whole day',
          uid: 'pln1-check-in',
          sequence: '2',
          status: '',
          organizer: 'hr@example.org',
          attendees: ['dana@example.org'],
          location: '',
          description: '',
        },
      ],
      unreadable: [],
    });
  });

  test('says of a calendar that cannot be read that it cannot', () => {
    const { invites, unreadable } = invitesIn(
      mailWith({ attachments: [attached('bad.ics', 'BEGIN:NOTHING')] }),
    );
    expect([invites, unreadable.map(({ name }) => name)]).toEqual([[], ['bad.ics']]);
  });
});

describe('the accessibility check of a mail', () => {
  const found = (html: string, text = 'One.') =>
    checkMail(mailWith({ html, text })).flatMap(({ what, findings }) =>
      findings.map((one) => `${what}: ${one}`),
    );
  const GOOD =
    '<html lang="en"><head><title>One</title></head><body><h1>One</h1><p>See <a href="https://a.example/x">your plan</a>.</p></body></html>';

  test('finds nothing in a mail that is in order', () => expect(found(GOOD)).toEqual([]));

  test('says everything that is not', () => {
    const bad =
      '<html><body onload="x()"><h2>Two</h2><img src="a.png"><a href="/x">here</a><a href="https://a.example"></a>' +
      '<table><tr><td>a</td></tr></table><p style="color:#999;background:#fff">Pale</p><p style="font-size:9px">Tiny</p><script>1</script></body></html>';
    expect(found(bad, ' ')).toEqual([
      'Language: <html> does not say in which language the mail is.',
      'Title: There is no <title>.',
      'Headings: There is not exactly one <h1>.',
      'Headings: “Two” is of level 2, after one of level 0.',
      'Images: An image has no alternative text: a.png',
      'Links: “here” does not say where it leads.',
      'Links: “here” leads nowhere outside the mail: /x',
      'Links: A link has no text: https://a.example',
      'Tables: A table has no header cells, and does not say that it is there for its looks (role="presentation").',
      'Contrast: “Pale” has a contrast of 2.8, and needs 4.5.',
      'Size: “Tiny” is 9 pixels high.',
      'Active content: There is a <script>.',
      'Active content: <body> has an event handler.',
      'Plain text: There is no part in plain text.',
    ]);
  });

  test('large text may be paler, and text that nobody sees is not looked at', () => {
    const grey = (style: string) => `<p style="color:#888;${style}">Text</p>`;
    const contrasts = (html: string) => found(html).filter((one) => one.startsWith('Contrast'));
    expect(contrasts(grey('font-size:24px'))).toEqual([]);
    expect(contrasts(grey('font-size:23px'))).toEqual([
      'Contrast: “Text” has a contrast of 3.5, and needs 4.5.',
    ]);
    expect(contrasts(grey('display:none'))).toEqual([]);
  });

  test('black on white is 21', () => expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21));
});

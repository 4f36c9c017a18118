import { SESv2Client } from '@aws-sdk/client-sesv2';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMailer, type Mail, type Mailer } from '../../adapters/mailer.ts';
import { mimeOf } from '../../adapters/mime.ts';
import { recipientsIn } from '../../adapters/recipients.ts';
import { type CannedServer, cannedServer } from './canned-server.ts';

const FROM = { name: 'Agency HR', address: 'plans@agency.example' };
const REPLY_TO = 'hr@agency.example';
const MAIL: Mail = {
  to: { name: 'Zoë Reyes', address: 'zoe.reyes@agency.example' },
  subject: 'A check-in is requested – Friday',
  text: 'Hello Zoë,\n\nhttps://pip.example.org/l/plnabc.defg\n',
  html: '<!doctype html><html lang="en"><body><p>Hello Zoë</p></body></html>\n',
  planId: 'plnabc',
  outboxKey: '000004-mail-employee',
  now: '2026-12-01T15:00:00Z',
};

describe('a mail', () => {
  test('SES-11: is read by a mail program as it was written: text and HTML, answers to a person, none from a machine', async () => {
    const parsed = await simpleParser(await mimeOf(MAIL, FROM, REPLY_TO));

    expect({
      from: parsed.from?.value,
      to: [parsed.to].flat().flatMap((to) => to?.value ?? []),
      replyTo: parsed.replyTo?.value,
      subject: parsed.subject,
      date: parsed.date,
      text: parsed.text,
      html: parsed.html,
      attachments: parsed.attachments,
      headers: Object.fromEntries(
        parsed.headerLines.map(({ key, line }) => [key, line.slice(key.length + 2)]),
      ),
    }).toEqual({
      from: [FROM],
      to: [MAIL.to],
      replyTo: [{ name: '', address: REPLY_TO }],
      subject: MAIL.subject,
      date: new Date(MAIL.now),
      text: MAIL.text,
      html: MAIL.html,
      attachments: [],
      headers: {
        'auto-submitted': 'auto-generated',
        'x-auto-response-suppress': 'All',
        from: 'Agency HR <plans@agency.example>',
        to: '=?UTF-8?Q?Zo=C3=AB_Reyes?= <zoe.reyes@agency.example>',
        'reply-to': REPLY_TO,
        subject: expect.stringMatching(/^=\?UTF-8\?/),
        'message-id': expect.stringMatching(/^<[0-9a-f]{32}@agency\.example>$/),
        date: 'Tue, 01 Dec 2026 15:00:00 +0000',
        'mime-version': '1.0',
        'content-type': expect.stringMatching(/^multipart\/alternative;/),
      },
    });
  });

  test('is the same bytes every time, and others for another outbox row', async () => {
    const bytes = await mimeOf(MAIL, FROM, REPLY_TO);

    expect(await mimeOf(MAIL, FROM, REPLY_TO)).toEqual(bytes);
    expect(await mimeOf({ ...MAIL, outboxKey: '000005-mail-employee' }, FROM, REPLY_TO)).not.toEqual(bytes);
  });

  test('takes no header from a name, a subject or an address', async () => {
    const evil = '\r\nBcc: thief@evil.example\r\n\r\nhi\u0000';
    const mail = { ...MAIL, subject: `Hello${evil}`, to: { name: `Zoë${evil}`, address: MAIL.to.address } };

    const parsed = await simpleParser(
      await mimeOf(mail, { ...FROM, name: `HR${evil}` }, `${REPLY_TO}${evil}`),
    );

    expect(parsed.headerLines.map(({ key }) => key).sort()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'reply-to',
      'subject',
      'to',
      'x-auto-response-suppress',
    ]);
    expect(parsed.subject).toBe('Hello Bcc: thief@evil.example hi');
    expect(parsed.text).toBe(MAIL.text);
  });
});

describe('the mailer', () => {
  let server: CannedServer;
  let mailer: Mailer;
  const mailerOn = (client: SESv2Client): Mailer =>
    createMailer({ client, from: FROM, replyTo: REPLY_TO, configurationSet: 'pip-follow-up-test' });

  beforeAll(async () => {
    server = await cannedServer();
    mailer = mailerOn(new SESv2Client(server.client));
  });
  afterAll(() => server.close());

  const takes = (messageId: string) => server.json({ MessageId: messageId });
  const refuses = (status: number, code: string, message = 'no') =>
    server.answer({
      status,
      headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
      body: JSON.stringify({ message }),
    });

  test('SES-3, SES-4: hands one raw message to SES, tagged with where it belongs, and followed by nobody', async () => {
    takes('m-1');

    expect(await mailer.send(MAIL)).toEqual({ outcome: 'sent', messageId: 'm-1' });

    const [sent, ...more] = server.seen.map(({ body }) => JSON.parse(body));
    const { Content, ...rest } = sent;
    expect(more).toEqual([]);
    expect(rest).toEqual({
      FromEmailAddress: 'plans@agency.example',
      Destination: { ToAddresses: ['zoe.reyes@agency.example'] },
      EmailTags: [
        { Name: 'plan', Value: 'plnabc' },
        { Name: 'outbox', Value: '000004-mail-employee' },
      ],
      ConfigurationSetName: 'pip-follow-up-test',
      ConfigurationOverrides: {
        Tracking: { OpenTrackingEnabled: 'DISABLED', ClickTrackingEnabled: 'DISABLED' },
      },
    });
    expect(Buffer.from(Content.Raw.Data, 'base64')).toEqual(await mimeOf(MAIL, FROM, REPLY_TO));
  });

  test.each([
    [400, 'BadRequestException', 'The address is not valid.', 'message'],
    [429, 'TooManyRequestsException', 'Maximum sending rate exceeded.', 'rate'],
    [429, 'TooManyRequestsException', 'Daily message quota exceeded.', 'quota'],
    [400, 'LimitExceededException', 'Maximum sending rate exceeded.', 'rate'],
    [400, 'LimitExceededException', 'Daily message quota exceeded.', 'quota'],
    [400, 'ThrottlingException', 'Daily sending quota exceeded.', 'quota'],
    [400, 'SendingPausedException', 'Email sending is disabled.', 'paused'],
    [400, 'AccountSuspendedException', 'The account is suspended.', 'paused'],
    [400, 'MailFromDomainNotVerifiedException', 'no', 'account'],
    [400, 'MessageRejected', 'Email address is not verified.', 'account'],
    [404, 'NotFoundException', 'Configuration set <x> does not exist.', 'account'],
    [403, 'AccessDeniedException', 'no', 'account'],
    [403, 'ExpiredTokenException', 'no', 'account'],
    [400, 'SomethingOfTheAccountThatIsNewToUs', 'no', 'account'],
  ])('SES-4: knows that %i %s (%s) sent nothing, because of: %s', async (status, name, message, because) => {
    refuses(status, name, message);

    const code = because === 'quota' ? 'DailyQuota' : name;
    expect(await mailer.send(MAIL)).toEqual({ outcome: 'refused', because, code });
    expect(server.seen).toHaveLength(1);
  });

  test.each([500, 502, 503, 504])('does not know what %i did, and does not try again', async (status) => {
    refuses(status, 'InternalServiceErrorException');

    expect(await mailer.send(MAIL)).toMatchObject({ outcome: 'unknown' });
    expect(server.seen).toHaveLength(1);
  });

  test('does not know what became of a call that was never answered', async () => {
    server.answer({ status: 200, body: '', hang: true });
    const impatient = mailerOn(
      new SESv2Client({
        ...server.client,
        requestHandler: { requestTimeout: 100, throwOnRequestTimeout: true },
      }),
    );

    expect(await impatient.send(MAIL)).toEqual({ outcome: 'unknown', code: 'TimeoutError' });
    expect(server.seen).toHaveLength(1);
  });

  test('does not take an answer without a message id for a sent mail', async () => {
    server.json({});

    expect(await mailer.send(MAIL)).toMatchObject({ outcome: 'unknown' });
  });

  test('knows that nothing was sent where nobody listens', async () => {
    const nobody = mailerOn(new SESv2Client({ ...server.client, endpoint: 'http://127.0.0.1:1' }));

    expect(await nobody.send(MAIL)).toEqual({
      outcome: 'refused',
      because: 'account',
      code: 'ECONNREFUSED',
    });
  });

  test('knows that nothing was sent without credentials', async () => {
    const credentials = () =>
      Promise.reject(Object.assign(new Error('none'), { name: 'CredentialsProviderError' }));
    const anonymous = mailerOn(new SESv2Client({ ...server.client, credentials }));
    takes('m-1');

    expect(await anonymous.send(MAIL)).toEqual({
      outcome: 'refused',
      because: 'account',
      code: 'CredentialsProviderError',
    });
    expect(server.seen).toEqual([]);
  });

  describe('an address that was confirmed', () => {
    const sendAnew = (recipients?: { domains: string[]; insteadTo: string }) =>
      createMailer({
        client: new SESv2Client(server.client),
        from: FROM,
        replyTo: REPLY_TO,
        recipients,
      }).send({ ...MAIL, givenAnew: true });
    const RELEASED = 'DELETE /v2/email/suppression/addresses/zoe.reyes%40agency.example';
    const SENT = 'POST /v2/email/outbound-emails';

    test('is taken off the account’s list before its mail goes out', async () => {
      takes('m-1');
      expect(await sendAnew()).toEqual({ outcome: 'sent', messageId: 'm-1' });
      expect(server.seen.map(({ call }) => call)).toEqual([RELEASED, SENT]);
    });

    test('need not be on it: its mail goes out all the same', async () => {
      refuses(404, 'NotFoundException');
      await sendAnew();
      expect(server.seen.map(({ call }) => call)).toEqual([RELEASED, SENT]);
    });

    test('SES-13: on a stage that may not write to it is left there, and so is the one that stands in', async () => {
      takes('m-1');
      await sendAnew({ domains: [], insteadTo: 'tests@agency.example' });
      expect(server.seen.map(({ call }) => call)).toEqual([SENT]);
    });
  });

  describe('SES-13: on a stage for trying things out', () => {
    const sentTo = async (address: string, domains: string[]) => {
      takes('m-1');
      const recipients = { domains, insteadTo: 'tests@agency.example' };
      const careful = createMailer({
        client: new SESv2Client(server.client),
        from: FROM,
        replyTo: REPLY_TO,
        recipients,
      });
      await careful.send({ ...MAIL, to: { name: 'Zoë Reyes', address } });
      const { Destination, Content } = JSON.parse(server.seen[0]?.body ?? '{}');
      const parsed = await simpleParser(Buffer.from(Content.Raw.Data, 'base64'));
      return {
        envelope: Destination.ToAddresses,
        to: [parsed.to].flat().flatMap((to) => to?.value ?? []),
        subject: parsed.subject,
        meantFor: parsed.headers.get('x-meant-for'),
      };
    };

    test('mail to whoever the stage may not write to goes to the address that stands in, and says so', async () => {
      const instead = {
        envelope: ['tests@agency.example'],
        to: [{ name: 'Zoë Reyes', address: 'tests@agency.example' }],
      };
      expect(await sentTo('zoe@elsewhere.example', ['agency.example'])).toEqual({
        ...instead,
        subject: `[for zoe@elsewhere.example] ${MAIL.subject}`,
        meantFor: 'zoe@elsewhere.example',
      });
      expect(await sentTo('zoe@notagency.example', ['agency.example'])).toMatchObject(instead);
      expect(await sentTo('zoe@agency.example', [])).toMatchObject(instead);
    });

    test.each(['zoe@agency.example', 'Zoe@Agency.Example', 'zoe@hr.agency.example'])(
      'mail to %s, whose domain it may write to, goes there as it is',
      async (address) =>
        expect(await sentTo(address, ['agency.example'])).toEqual({
          envelope: [address],
          to: [{ name: 'Zoë Reyes', address: address.replace('Agency.Example', 'agency.example') }],
          subject: MAIL.subject,
          meantFor: undefined,
        }),
    );

    test('its settings are read as they are deployed: none at all is everybody, no domain nobody', () => {
      expect(recipientsIn(undefined, undefined)).toBeUndefined();
      expect(recipientsIn('', 'tests@agency.example')).toEqual({
        domains: [],
        insteadTo: 'tests@agency.example',
      });
      expect(recipientsIn('Agency.example, b.example', 'tests@agency.example')).toEqual({
        domains: ['agency.example', 'b.example'],
        insteadTo: 'tests@agency.example',
      });
    });
  });
});

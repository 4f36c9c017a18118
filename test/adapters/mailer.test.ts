import { SESClient } from '@aws-sdk/client-ses';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMailer, type Mail, type Mailer } from '../../adapters/mailer.ts';
import { mimeOf } from '../../adapters/mime.ts';
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
  test('is read by a mail program as it was written', async () => {
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
  const mailerOn = (client: SESClient): Mailer => createMailer({ client, from: FROM, replyTo: REPLY_TO });

  beforeAll(async () => {
    server = await cannedServer();
    mailer = mailerOn(new SESClient(server.client));
  });
  afterAll(() => server.close());

  const xml = { 'content-type': 'text/xml' };
  const takes = (messageId: string) =>
    server.answer({
      status: 200,
      headers: xml,
      body: `<SendRawEmailResponse><SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult></SendRawEmailResponse>`,
    });
  const refuses = (status: number, code: string) =>
    server.answer({
      status,
      headers: xml,
      body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
    });

  test('hands one raw message to SES, tagged with where it belongs', async () => {
    takes('m-1');

    expect(await mailer.send(MAIL)).toEqual({ outcome: 'sent', messageId: 'm-1' });

    const sent = server.seen.map(({ body }) => Object.fromEntries(new URLSearchParams(body)));
    const { 'RawMessage.Data': raw, ...rest } = sent[0] ?? {};
    expect(sent).toHaveLength(1);
    expect(rest).toEqual({
      Action: 'SendRawEmail',
      Version: '2010-12-01',
      Source: 'plans@agency.example',
      'Destinations.member.1': 'zoe.reyes@agency.example',
      'Tags.member.1.Name': 'plan',
      'Tags.member.1.Value': 'plnabc',
      'Tags.member.2.Name': 'outbox',
      'Tags.member.2.Value': '000004-mail-employee',
    });
    expect(Buffer.from(raw as string, 'base64')).toEqual(await mimeOf(MAIL, FROM, REPLY_TO));
  });

  test.each([
    [400, 'InvalidParameterValue', false],
    [400, 'ValidationError', false],
    [400, 'MessageRejected', true],
    [400, 'Throttling', true],
    [400, 'ThrottlingException', true],
    [400, 'LimitExceededException', true],
    [400, 'AccountSendingPausedException', true],
    [400, 'ConfigurationSetSendingPausedException', true],
    [400, 'ConfigurationSetDoesNotExist', true],
    [400, 'InvalidConfigurationSet', true],
    [400, 'MailFromDomainNotVerifiedException', true],
    [400, 'SomethingOfTheAccountThatIsNewToUs', true],
    [403, 'AccessDenied', true],
    [403, 'ExpiredToken', true],
  ])('knows that %i %s sent nothing; retryable: %s', async (status, code, retryable) => {
    refuses(status, code);

    expect(await mailer.send(MAIL)).toMatchObject({ outcome: 'refused', retryable });
    expect(server.seen).toHaveLength(1);
  });

  test.each([500, 502, 503, 504])('does not know what %i did, and does not try again', async (status) => {
    refuses(status, 'InternalFailure');

    expect(await mailer.send(MAIL)).toMatchObject({ outcome: 'unknown' });
    expect(server.seen).toHaveLength(1);
  });

  test('does not know what became of a call that was never answered', async () => {
    server.answer({ status: 200, body: '', hang: true });
    const impatient = mailerOn(
      new SESClient({
        ...server.client,
        requestHandler: { requestTimeout: 100, throwOnRequestTimeout: true },
      }),
    );

    expect(await impatient.send(MAIL)).toEqual({ outcome: 'unknown', code: 'TimeoutError' });
    expect(server.seen).toHaveLength(1);
  });

  test('does not take an answer without a message id for a sent mail', async () => {
    server.answer({ status: 200, headers: xml, body: '<SendRawEmailResponse></SendRawEmailResponse>' });

    expect(await mailer.send(MAIL)).toMatchObject({ outcome: 'unknown' });
  });

  test('knows that nothing was sent where nobody listens', async () => {
    const nobody = mailerOn(new SESClient({ ...server.client, endpoint: 'http://127.0.0.1:1' }));

    expect(await nobody.send(MAIL)).toEqual({ outcome: 'refused', retryable: true, code: 'ECONNREFUSED' });
  });

  test('knows that nothing was sent without credentials', async () => {
    const credentials = () =>
      Promise.reject(Object.assign(new Error('none'), { name: 'CredentialsProviderError' }));
    const anonymous = mailerOn(new SESClient({ ...server.client, credentials }));
    takes('m-1');

    expect(await anonymous.send(MAIL)).toEqual({
      outcome: 'refused',
      retryable: true,
      code: 'CredentialsProviderError',
    });
    expect(server.seen).toEqual([]);
  });
});

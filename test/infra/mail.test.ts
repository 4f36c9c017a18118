import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../infra/config.ts';
import { DataStack } from '../../infra/data-stack.ts';
import type { Config } from '../../infra/settings.ts';
import { all, data, doorOf, type Json, only, service } from './templates.ts';

const prod = loadConfig('config/prod.json');
const env = { region: 'eu-west-1' };
const withConfig = (config: Config): Template =>
  Template.fromStack(new DataStack(new App(), 'data', { config, env }));
const inZone = withConfig(prod);
const existing = withConfig({ ...prod, sender: { ...prod.sender, identity: 'existing' } });

const records = (template: Template) =>
  all(template, 'AWS::Route53::RecordSet').map(([, { Properties }]) => ({
    name: Properties.Name,
    type: Properties.Type,
    values: Properties.ResourceRecords,
    zone: Properties.HostedZoneId,
  }));
const outputs = (template: Template): Record<string, Json> =>
  Object.fromEntries(
    Object.entries<Json>(template.toJSON().Outputs).map(([name, { Value }]) => [name, Value]),
  );
const mailer = () => {
  const [, found] = all(service, 'AWS::Lambda::Function').find(([, one]) => doorOf(one) === 'mailer') ?? [];
  return found as Json;
};

describe('the domain that mail comes from', () => {
  test('CDK-12, SES-1: is signed with keys of 2048 bits, has a domain of its own for bounces, and goes out with the set', () => {
    const [set] = only(data, 'AWS::SES::ConfigurationSet');
    const [, { Properties }] = only(data, 'AWS::SES::EmailIdentity');
    expect(Properties).toEqual({
      EmailIdentity: 'agency.example.org',
      ConfigurationSetAttributes: { ConfigurationSetName: { Ref: set } },
      DkimSigningAttributes: { NextSigningKeyLength: 'RSA_2048_BIT' },
      FeedbackAttributes: { EmailForwardingEnabled: false },
      MailFromAttributes: {
        MailFromDomain: 'bounce.agency.example.org',
        BehaviorOnMxFailure: 'USE_DEFAULT_VALUE',
      },
      Tags: expect.any(Array),
    });
  });

  test('SES-1: has all its DNS records written where its zone is at hand', () => {
    const [identity] = only(inZone, 'AWS::SES::EmailIdentity');
    const zone = 'Z0123456789EXAMPLE';
    const token = (part: string) => ({ 'Fn::GetAtt': [identity, `DkimDNSToken${part}`] });
    expect(records(inZone)).toEqual([
      ...[1, 2, 3].map((number) => ({
        name: { 'Fn::Join': ['', [token(`Name${number}`), '.']] },
        type: 'CNAME',
        values: [token(`Value${number}`)],
        zone,
      })),
      {
        name: 'bounce.agency.example.org.',
        type: 'MX',
        values: ['10 feedback-smtp.eu-west-1.amazonses.com'],
        zone,
      },
      {
        name: 'bounce.agency.example.org.',
        type: 'TXT',
        values: ['"v=spf1 include:amazonses.com ~all"'],
        zone,
      },
    ]);
  });

  test('SES-1: the one record that somebody may have made stricter is named and never written', () => {
    expect(JSON.stringify(all(inZone, 'AWS::Route53::RecordSet'))).not.toContain('_dmarc');
    const named = Object.entries(outputs(inZone)).filter(([name]) => name.startsWith('MailRecord'));
    expect(named).toEqual([['MailRecordDmarc', '_dmarc.agency.example.org TXT v=DMARC1; p=none']]);
    expect(inZone.toJSON().Outputs.MailRecordDmarc.Description).toMatch(
      /only where neither .* has a DMARC policy/,
    );
  });

  test('SES-1: identity and records outlive their stack, unless the deployment that made them failed', () => {
    const kept = [...all(inZone, 'AWS::SES::EmailIdentity'), ...all(inZone, 'AWS::Route53::RecordSet')];
    expect(kept).toHaveLength(6);
    for (const [id, { DeletionPolicy, UpdateReplacePolicy }] of kept)
      expect([DeletionPolicy, UpdateReplacePolicy], id).toEqual(['RetainExceptOnCreate', 'Retain']);
  });

  test('SES-1: names every record to be written, where its zone is kept elsewhere', () => {
    expect(records(data)).toEqual([]);
    const [identity] = only(data, 'AWS::SES::EmailIdentity');
    const dkim = (number: number) => ({
      'Fn::Join': [
        '',
        [
          { 'Fn::GetAtt': [identity, `DkimDNSTokenName${number}`] },
          ' CNAME ',
          { 'Fn::GetAtt': [identity, `DkimDNSTokenValue${number}`] },
        ],
      ],
    });
    expect(outputs(data)).toMatchObject({
      MailRecordDkim1: dkim(1),
      MailRecordDkim2: dkim(2),
      MailRecordDkim3: dkim(3),
      MailRecordBounceMx: 'bounce.agency.example.org MX 10 feedback-smtp.us-east-1.amazonses.com',
      MailRecordBounceSpf: 'bounce.agency.example.org TXT v=spf1 include:amazonses.com ~all',
      MailRecordDmarc: '_dmarc.agency.example.org TXT v=DMARC1; p=none',
    });
    const elsewhere = withConfig({ ...prod, zone: { id: 'Z1', name: 'cy.example.org' } });
    expect(records(elsewhere)).toEqual([]);
  });

  test('SES-1: is left alone where it was verified before; the configuration set is made all the same', () => {
    expect(all(existing, 'AWS::SES::EmailIdentity')).toEqual([]);
    expect(records(existing)).toEqual([]);
    expect(all(existing, 'AWS::SES::ConfigurationSet')).toHaveLength(1);
    expect(outputs(existing)).toMatchObject({ SenderIdentity: 'agency.example.org' });
  });

  test('commands find both by the outputs of the stack', () => {
    const [set] = only(data, 'AWS::SES::ConfigurationSet');
    const [identity] = only(data, 'AWS::SES::EmailIdentity');
    expect(outputs(data)).toMatchObject({
      ConfigurationSet: { Ref: set },
      SenderIdentity: { Ref: identity },
    });
  });
});

describe('the configuration set', () => {
  test('CDK-11, SES-2: mail crosses the net encrypted or not at all, reputation is measured, dead addresses are kept', () => {
    const [, { Properties }] = only(data, 'AWS::SES::ConfigurationSet');
    expect(Properties).toEqual({
      Name: 'pip-follow-up-dev',
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
      Tags: expect.any(Array),
    });
  });

  test('CDK-11, SES-3: it tells the default bus seven things, and never who opened a mail or followed a link', () => {
    const [set] = only(data, 'AWS::SES::ConfigurationSet');
    const [, { Properties }] = only(data, 'AWS::SES::ConfigurationSetEventDestination');
    const { EventDestination, ConfigurationSetName } = Properties;
    expect(ConfigurationSetName).toEqual({ Ref: set });
    expect(EventDestination.Enabled).toBe(true);
    expect(JSON.stringify(EventDestination.EventBridgeDestination)).toMatch(/:event-bus\/default"/);
    expect([...EventDestination.MatchingEventTypes].sort()).toEqual([
      'bounce',
      'complaint',
      'delivery',
      'deliveryDelay',
      'reject',
      'renderingFailure',
      'send',
    ]);
  });
});

describe('the mailer', () => {
  const sending = () =>
    all(service, 'AWS::IAM::Role')
      .filter(([, role]) => doorOf(role) === 'mailer')
      .flatMap(([, { Properties }]) => Properties.Policies)
      .flatMap((policy: Json) => policy.PolicyDocument.Statement)
      .filter(({ Action }: Json) => JSON.stringify(Action).includes('ses:Send'));

  test('SES-9: may send from the one address, by its identity and its set, and in no other way', () => {
    const ses = (on: string) => ({
      'Fn::Join': ['', ['arn:aws:ses:us-east-1:', { Ref: 'AWS::AccountId' }, `:${on}`]],
    });
    expect(sending()).toEqual([
      {
        Effect: 'Allow',
        Action: ['ses:SendEmail', 'ses:SendRawEmail'],
        Resource: [ses('configuration-set/pip-follow-up-dev'), ses('identity/agency.example.org')],
        Condition: { StringEquals: { 'ses:FromAddress': 'follow-up@agency.example.org' } },
      },
    ]);
  });

  test('SES-3, SES-13: knows the set it sends with, and whom this stage may write to', () => {
    expect(mailer().Properties.Environment.Variables).toMatchObject({
      MAIL_CONFIGURATION_SET: 'pip-follow-up-dev',
      RECIPIENT_DOMAINS: 'example,example.org,example.com,example.net',
      RECIPIENT_INSTEAD: 'tests@agency.example.org',
    });
  });

  test('SES-7: has one worker for each shard of the stream', () => {
    const feeds = all(service, 'AWS::Lambda::EventSourceMapping');
    expect(feeds.map(([, { Properties }]) => Properties.ParallelizationFactor)).toEqual([1, 1]);
  });

  test('SES-4: has time for several calls to SES, each of which is given up well before its own is over', () => {
    expect(mailer().Properties.Timeout).toBe(60);
  });
});

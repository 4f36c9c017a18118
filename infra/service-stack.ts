import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Bundler } from './bundles.ts';
import type { Accounts } from './constructs/accounts.ts';
import { BulkWork } from './constructs/bulk-work.ts';
import { Door } from './constructs/door.ts';
import { Front } from './constructs/front.ts';
import { MailFeedback } from './constructs/mail-feedback.ts';
import { OutboxFeed } from './constructs/outbox-feed.ts';
import { PlanLifecycle } from './constructs/plan-lifecycle.ts';
import { SignIn } from './constructs/sign-in.ts';
import { SweepSchedule } from './constructs/sweep-schedule.ts';
import { Undelivered } from './constructs/undelivered.ts';
import { Watch } from './constructs/watch.ts';
import type { DoorName } from './doors.ts';
import {
  keyMeanings,
  type Meanings,
  senderMeaning,
  statementsFor,
  tableMeanings,
  workflowMeanings,
} from './grants.ts';
import { configurationSetName } from './sender.ts';
import type { Config } from './settings.ts';

export interface ServiceStackProps extends StackProps {
  config: Config;
  bundle: Bundler;
  key: IKey;
  table: Table;
  linkSecret: Secret;
  sessionSecret: Secret;
  /** Keys that CloudFront shows, where it stands before the API. */
  originSecret?: Secret;
  accounts?: Accounts;
}

/** Everything that can be deployed anew from nothing without losing a plan. */
export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, given: ServiceStackProps) {
    const { config, bundle, key, table, linkSecret, sessionSecret, originSecret, accounts, ...props } = given;
    super(scope, id, props);
    const logRetention = config.logRetentionDays;
    const code = bundle(config.packs);
    const record = { ...tableMeanings(table), ...keyMeanings(this, key) };
    const stream = table.tableStreamArn as string;
    const links = { 'link secret': { arns: [linkSecret.secretArn] } };
    const functions = {} as Record<DoorName, Lambda>;
    const door = (
      name: DoorName,
      id: string,
      meanings: Meanings,
      environment: Record<string, string>,
    ): Lambda => {
      const { lambda } = new Door(this, id, {
        name,
        code: code[name],
        rights: statementsFor(name, { ...record, ...meanings }),
        logRetention,
        environment: { TABLE_NAME: table.tableName, ...environment },
      });
      functions[name] = lambda;
      return lambda;
    };

    const origin = { 'origin secret': { arns: originSecret ? [originSecret.secretArn] : [] } };
    const throughTheEdge: Record<string, string> = originSecret
      ? { ORIGIN_SECRET_ARN: originSecret.secretArn }
      : {};
    const front = new Front(this, 'Front', { config });
    const { baseUrl, adminUrl } = front;
    const defaults = { DEFAULT_PACK: config.defaultPack, DEFAULT_TIME_ZONE: config.timeZone };
    const people = {
      ORGANISATION: config.organisation,
      CONTACT_EMAIL: config.contactEmail,
      DEFAULT_LANGUAGE: config.language,
    };
    const linking = { LINK_SECRET_ARN: linkSecret.secretArn, BASE_URL: baseUrl };

    const signIn = new SignIn(this, 'SignIn', { adminUrl, accounts, settings: config.signIn });
    front.take(signIn);
    front.open(
      'pages',
      door(
        'pages',
        'Pages',
        { ...links, ...origin },
        { ...linking, ...people, ...defaults, ...throughTheEdge },
      ),
    );

    const { machine } = new PlanLifecycle(this, 'Workflow', {
      lifecycle: door('lifecycle', 'Lifecycle', {}, defaults),
      key,
      logRetention,
    });

    const { machine: bulk } = new BulkWork(this, 'BulkWork', {
      worker: door('jobs', 'Jobs', {}, defaults),
      key,
      logRetention,
    });
    const bulkWork = workflowMeanings(this, bulk, 'bulk');
    const starting = { BULK_STATE_MACHINE_ARN: bulk.stateMachineArn };
    const { GROUPS_CLAIM = '', ROLE_GROUPS = '', EMAILS_VOUCHED_FOR = '' } = signIn.environment;
    front.open(
      'api',
      door(
        'api',
        'Api',
        { ...bulkWork, ...origin },
        {
          ...defaults,
          ...starting,
          ...throughTheEdge,
          GROUPS_CLAIM,
          ROLE_GROUPS,
          EMAILS_VOUCHED_FOR,
        },
      ),
    );
    const sessions = { 'session secret': { arns: [sessionSecret.secretArn] }, ...origin };
    const site = {
      ...signIn.environment,
      ...throughTheEdge,
      ...defaults,
      ...starting,
      ORGANISATION: config.organisation,
      BASE_URL: adminUrl,
      SESSION_SECRET_ARN: sessionSecret.secretArn,
    };
    const clientSecret = config.signIn?.clientSecretArn;
    front.open(
      'admin',
      door(
        'admin',
        'Admin',
        { ...sessions, ...bulkWork, 'client secret': { arns: clientSecret ? [clientSecret] : [] } },
        site,
      ),
    );
    front.open(
      'executions',
      door(
        'executions',
        'Executions',
        { ...sessions, ...workflowMeanings(this, machine), ...bulkWork },
        { ...site, STATE_MACHINE_ARN: machine.stateMachineArn },
      ),
    );

    const bus = new EventBus(this, 'Bus', { description: 'What happens to plans, for other systems' });
    const lostEffects = new Undelivered(this, 'UndeliveredEffects').queue;
    new OutboxFeed(this, 'EffectsFeed', {
      stream,
      kinds: ['start-workflow', 'stop-workflow', 'answer-task', 'publish'],
      undelivered: lostEffects,
      to: door(
        'effects',
        'Effects',
        {
          ...workflowMeanings(this, machine),
          'event bus': { arns: [bus.eventBusArn] },
          undelivered: { arns: [lostEffects.queueArn] },
        },
        { STATE_MACHINE_ARN: machine.stateMachineArn, EVENT_BUS_NAME: bus.eventBusName },
      ),
    });

    const lostMail = new Undelivered(this, 'UndeliveredMail').queue;
    new OutboxFeed(this, 'MailFeed', {
      stream,
      kinds: ['mail'],
      undelivered: lostMail,
      to: door(
        'mailer',
        'Mailer',
        {
          ...links,
          ...senderMeaning(this, config),
          'sending account': { arns: ['*'] },
          undelivered: { arns: [lostMail.queueArn] },
        },
        {
          ...linking,
          ...people,
          SENDER_ADDRESS: config.sender.address,
          SENDER_NAME: config.sender.name,
          REPLY_TO: config.replyTo,
          QUIET_HOURS: quietHours(config),
          MAIL_CONFIGURATION_SET: configurationSetName(config.stage),
          ...(config.recipients && {
            RECIPIENT_DOMAINS: config.recipients.domains.join(','),
            RECIPIENT_INSTEAD: config.recipients.insteadTo,
          }),
        },
      ),
    });

    const lostFeedback = new Undelivered(this, 'UndeliveredFeedback').queue;
    new MailFeedback(this, 'MailFeedback', {
      feedback: door('feedback', 'Feedback', { undelivered: { arns: [lostFeedback.queueArn] } }, {}),
      configurationSet: configurationSetName(config.stage),
      undelivered: lostFeedback,
    });

    new SweepSchedule(this, 'Sweep', {
      sweeper: door('sweeper', 'Sweeper', { 'sending account': { arns: ['*'] } }, defaults),
      undelivered: new Undelivered(this, 'UndeliveredSweeps').queue,
    });

    new Watch(this, 'Watch', {
      operators: config.operators,
      monthlyBudget: config.monthlyBudget,
      certificate: config.certificates?.api,
      watched: {
        stage: config.stage,
        functions,
        workflows: { 'plan-lifecycle': machine, 'bulk-work': bulk },
        api: front.api,
        table,
        key,
      },
    });

    new CfnOutput(this, 'BaseUrl', {
      value: baseUrl,
      description: 'Where the links in e-mails lead',
    });
    new CfnOutput(this, 'AdminUrl', {
      value: adminUrl,
      description: 'Where people sign in, and programs find the API',
    });
    new CfnOutput(this, 'StateMachineArn', { value: machine.stateMachineArn });
    new CfnOutput(this, 'Issuer', { value: signIn.issuer, description: 'Who says who signs in' });
    if (accounts) new CfnOutput(this, 'UserPoolId', { value: accounts.pool.userPoolId });
    if (signIn.programs) {
      new CfnOutput(this, 'ProgramsClientId', { value: signIn.programs.all });
      new CfnOutput(this, 'RecordersClientId', { value: signIn.programs.recorders });
    }
    new CfnOutput(this, 'BulkStateMachineArn', { value: bulk.stateMachineArn });
    new CfnOutput(this, 'KeyArn', { value: key.keyArn });
    new CfnOutput(this, 'LinkSecretArn', { value: linkSecret.secretArn });
    new CfnOutput(this, 'SessionSecretArn', { value: sessionSecret.secretArn });
    new CfnOutput(this, 'TableName', { value: table.tableName });
    new CfnOutput(this, 'EventBusName', { value: bus.eventBusName });
  }
}

/** As the mailer reads it: `20:00-07:00`, or `none`. */
const quietHours = ({ quietHours: hours }: Config): string => (hours ? `${hours.from}-${hours.to}` : 'none');

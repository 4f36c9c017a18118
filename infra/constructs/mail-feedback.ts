import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { EventInvokeConfig, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

export interface MailFeedbackProps {
  feedback: IFunction;
  /** Name of the configuration set that our mail goes out with; what is said of any other mail is none of ours. */
  configurationSet: string;
  /** Keeps events that could not be handed over, or that the function failed on to the end. */
  undelivered: IQueue;
}

/** What SES says of a mail, as detail types on EventBridge; what a reader opens or clicks is not among it. */
export const MAIL_EVENTS = [
  'Email Sent',
  'Email Delivered',
  'Email Delivery Delayed',
  'Email Bounced',
  'Email Complaint Received',
  'Email Rejected',
  'Email Rendering Failed',
];

/** Hands to a function what SES says on the default bus became of our mail (SES-3, CDK-16). */
export class MailFeedback extends Construct {
  constructor(scope: Construct, id: string, { feedback, configurationSet, undelivered }: MailFeedbackProps) {
    super(scope, id);
    new Rule(this, 'Rule', {
      description: 'What became of the e-mails that were sent',
      eventPattern: {
        source: ['aws.ses'],
        detailType: MAIL_EVENTS,
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSet] } } },
      },
      targets: [
        new LambdaFunction(feedback, {
          deadLetterQueue: undelivered,
          maxEventAge: Duration.hours(24),
          retryAttempts: 185,
        }),
      ],
    });
    // The dead-letter queue of a rule gets only what could not be handed over; this one what the function failed on.
    new EventInvokeConfig(this, 'Calls', {
      function: feedback,
      onFailure: new SqsDestination(undelivered),
      maxEventAge: Duration.hours(6),
      // A minute and two minutes later: by then whoever was sending the mail has written down how that ended.
      retryAttempts: 2,
    });
  }
}

import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

/**
 * Requests of one address in five minutes before it is turned away. A whole agency may share one address, and a page is
 * three requests.
 */
const REQUESTS_IN_FIVE_MINUTES = 2000;

/** Forms of one address in five minutes that come by a link: nobody fills in one every three seconds (SEC-11). */
const FORMS_IN_FIVE_MINUTES = 100;

/**
 * What Amazon's common rules would refuse in answers and files that people wrote: their length (ours are up to 64 and 256
 * kB, and counted by the functions), and words that look like markup, paths or addresses. All of it is shown as text only.
 * And the length of queries: an issuer may send people back from signing in with more than 2 kB of them.
 */
const ONLY_COUNTED = [
  'SizeRestrictions_QUERYSTRING',
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'EC2MetaDataSSRF_BODY',
];

export const firewallLogName = ({ stackName }: Stack): string => `aws-waf-logs-${stackName}`;

/** The web firewall before both hosts. */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { logRetention }: { logRetention: RetentionDays }) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      description: 'Before the pages of PIP Follow-Up',
      defaultAction: { allow: {} },
      visibilityConfig: seen('firewall'),
      associationConfig: { requestBody: { CLOUDFRONT: { defaultSizeInspectionLimit: 'KB_64' } } },
      customResponseBodies: {
        slower: {
          contentType: 'TEXT_PLAIN',
          content: 'Too many requests came from your network. Wait five minutes, then open the page again.',
        },
      },
      rules: [
        managed(0, 'AWSManagedRulesAmazonIpReputationList'),
        {
          name: 'rate',
          priority: 1,
          action: slower,
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: REQUESTS_IN_FIVE_MINUTES } },
          visibilityConfig: seen('rate'),
        },
        {
          name: 'forms',
          priority: 2,
          action: slower,
          statement: {
            rateBasedStatement: {
              aggregateKeyType: 'IP',
              limit: FORMS_IN_FIVE_MINUTES,
              scopeDownStatement: {
                andStatement: {
                  statements: [
                    matches({ method: {} }, 'EXACTLY', 'POST'),
                    matches({ uriPath: {} }, 'STARTS_WITH', '/l/'),
                  ],
                },
              },
            },
          },
          visibilityConfig: seen('forms'),
        },
        managed(3, 'AWSManagedRulesCommonRuleSet', ONLY_COUNTED),
        managed(4, 'AWSManagedRulesKnownBadInputsRuleSet'),
      ],
    });
    this.arn = acl.attrArn;
    const log = new LogGroup(this, 'Log', {
      // The firewall writes only to groups whose names begin so.
      logGroupName: firewallLogName(Stack.of(this)),
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [
        Stack.of(this).formatArn({
          service: 'logs',
          resource: `log-group:${log.logGroupName}`,
        }),
      ],
      // The path and the query can hold a link; the rest, who somebody is.
      redactedFields: [
        { uriPath: {} },
        { queryString: {} },
        ...['cookie', 'authorization', 'referer'].map((name) => ({ singleHeader: { Name: name } })),
      ],
      // Of what is only counted, the log would quote the words that matched.
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }],
          },
        ],
      },
    });
  }
}

const seen = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // Samples would show addresses with the links in them.
  sampledRequestsEnabled: false,
});

const slower: CfnWebACL.RuleActionProperty = {
  block: { customResponse: { responseCode: 429, customResponseBodyKey: 'slower' } },
};

const matches = (
  fieldToMatch: CfnWebACL.FieldToMatchProperty,
  positionalConstraint: 'EXACTLY' | 'STARTS_WITH',
  searchString: string,
): CfnWebACL.StatementProperty => ({
  byteMatchStatement: {
    fieldToMatch,
    positionalConstraint,
    searchString,
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
});

const managed = (
  priority: number,
  name: string,
  onlyCounted: readonly string[] = [],
): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ...(onlyCounted.length > 0 && {
        ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      }),
    },
  },
  visibilityConfig: seen(name),
});

import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import {
  CfnDelivery,
  CfnDeliveryDestination,
  CfnDeliverySource,
  LogGroup,
  type RetentionDays,
} from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/**
 * All that is written down of a request at the edge (SEC-12): never its path, query, referrer or cookies, which can hold a
 * link, and not who it came from.
 */
const FIELDS = [
  ...['date', 'time', 'x-edge-location', 'x-edge-request-id', 'x-host-header'],
  ...['cs-method', 'cs-protocol', 'cs-protocol-version', 'ssl-protocol', 'cs-bytes'],
  ...['sc-status', 'sc-bytes', 'time-taken', 'time-to-first-byte'],
  ...['x-edge-result-type', 'x-edge-response-result-type', 'x-edge-detailed-result-type'],
];

/** What the names of these logs begin with. */
export const edgeLogNames = ({ stackName }: Stack): string => `/aws/vendedlogs/cloudfront/${stackName}/`;

/** Where CloudFront writes down the requests to one host. */
export class EdgeLog extends Construct {
  constructor(
    scope: Construct,
    id: string,
    {
      distribution,
      name,
      logRetention,
    }: { distribution: Distribution; name: string; logRetention: RetentionDays },
  ) {
    super(scope, id);
    const group = new LogGroup(this, 'Group', {
      logGroupName: `${edgeLogNames(Stack.of(this))}${name}`,
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const own = `${Stack.of(this).stackName}-${name}`;
    const source = new CfnDeliverySource(this, 'Source', {
      name: own,
      logType: 'ACCESS_LOGS',
      resourceArn: distribution.distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name: own,
      destinationResourceArn: group.logGroupArn,
      outputFormat: 'json',
    });
    const delivery = new CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.attrArn,
      recordFields: FIELDS,
    });
    // It names its source, and CloudFormation does not see that in a name.
    delivery.addResourceDependency(source);
  }
}

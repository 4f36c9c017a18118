const DOMAINS: Record<string, string> = {
  aws: 'console.aws.amazon.com',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-cn': 'console.amazonaws.cn',
};

/** An execution's page in AWS's own console, by its ARN; `undefined` where there is no such console. */
export function consoleHref(arn: string): string | undefined {
  const [, partition = '', , region = ''] = arn.split(':');
  const domain = DOMAINS[partition];
  if (!domain || !region) return undefined;
  return `https://${region}.${domain}/states/home?region=${region}#/v2/executions/details/${arn}`;
}

import { AwsError, type WireService } from '../../types.ts';
import { jsonReply, requireMembers, unknownAction } from '../protocol.ts';

/** What `cdk bootstrap` leaves behind; the sandbox needs none of it and says that all is there. */
const PARAMETERS: Readonly<Record<string, string>> = { '/cdk-bootstrap/hnb659fds/version': '30' };

/** AWS Systems Manager: the parameter that tells how an account was bootstrapped for the CDK. */
export const ssmService = ({ region, account }: { region: string; account: string }): WireService => ({
  target: 'AmazonSSM',
  signingName: 'ssm',
  permissions: (action, { Name }) => [
    {
      action: `ssm:${action}`,
      resource: `arn:aws:ssm:${region}:${account}:parameter${String(Name ?? '/*')}`,
    },
  ],
  handle: async (action, input) => {
    if (action !== 'GetParameter') throw unknownAction('ssm', action, ['GetParameter']);
    requireMembers(input, ['Name']);
    const name = String(input.Name);
    const Value = PARAMETERS[name];
    if (Value === undefined) throw new AwsError('ParameterNotFound', '');
    const ARN = `arn:aws:ssm:${region}:${account}:parameter${name}`;
    return jsonReply({ Parameter: { Name: name, Type: 'String', Value, Version: 1, ARN, DataType: 'text' } });
  },
});

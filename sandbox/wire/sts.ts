import type { WireService } from '../types.ts';
import { queryReply, unknownAction } from './protocol.ts';

/** AWS STS: tells a caller who it is. */
export const stsService = ({ account }: { account: string }): WireService => ({
  target: 'query:STS',
  signingName: 'sts',
  // AWS answers GetCallerIdentity whatever the caller's policies say.
  permissions: () => [],
  handle: async (action, _input, caller) => {
    if (action !== 'GetCallerIdentity') throw unknownAction('sts', action, ['GetCallerIdentity']);
    const role = caller.roleArn?.replace(/^.*:role\/(.*\/)?/, '');
    return queryReply('sts', action, {
      Arn: role
        ? `arn:aws:sts::${account}:assumed-role/${role}/${caller.name}`
        : `arn:aws:iam::${account}:user/${caller.name}`,
      UserId: role ? `SANDBOXROLE:${caller.name}` : 'SANDBOXUSER',
      Account: account,
    });
  },
});

import { expect, test } from 'vitest';
import { createMemoryStore } from '../../adapters/memory-store.ts';
import { verifiedIn } from '../../operate/admin/export.ts';
import { type MailOptions, mails } from '../../operate/admin/mails.ts';
import type { Office } from '../../operate/admin/office.ts';
import { removeUser } from '../../operate/admin/people.ts';

test('one record is one', () => {
  expect(verifiedIn('records', 1)).toBe('One record is in records, read back and verified.');
  expect(verifiedIn('records', 2)).toBe('2 records are in records, each read back and verified.');
});

test.each<[MailOptions, string]>([
  [{ pending: true }, 'No mail waits.'],
  [{ unknown: true }, 'Of every mail it is known whether it left.'],
  [{ failed: true }, 'None failed, came back, was rejected or complained of.'],
  [
    {},
    'No mail waits. Of every mail it is known whether it left. None failed, came back, was rejected or complained of.',
  ],
])('the empty list of mails %j says what there is none of', async (options, says) => {
  const said: string[] = [];
  const print = { say: (line: string) => said.push(line), complain: () => {} };
  const now = async () => '2026-12-02T15:00:00Z';
  await mails({ stage: 'prod', store: createMemoryStore(), print, now } as unknown as Office, options);
  expect(said).toEqual([says]);
});

test('nobody to take out of a group is told with who there is', async () => {
  const send = () => Promise.reject(Object.assign(new Error('no'), { name: 'UserNotFoundException' }));
  const office = {
    stage: 'prod',
    aws: { cognito: () => ({ send }) },
    deployment: { outputs: new Map([['UserPoolId', 'pool']]) },
  } as unknown as Office;
  await expect(removeUser(office, 'nobody@agency.org', { group: 'hr' })).rejects.toMatchObject({
    message: 'There is nobody with this address.',
    wayOut: 'Who there is: npm run admin -- users list --stage prod',
  });
});

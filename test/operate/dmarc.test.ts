import { expect, test } from 'vitest';
import { dmarc } from '../../operate/doctor/checks/dmarc.ts';
import type { World } from '../../operate/doctor/world.ts';

const nowhere = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));

/** A world that sends from there, spoken to at an endpoint, and where DNS holds nothing. */
const world = (address: string, endpoint?: string) =>
  ({
    aws: { ...(endpoint && { endpoint }) },
    config: { sender: { address } },
    deployment: { outputs: new Map() },
    dns: { resolveTxt: nowhere },
  }) as unknown as World;

const SANDBOX = 'http://127.0.0.1:4020';

test.each([
  ['follow-up@agency.example.org', SANDBOX, 'cannot tell'],
  ['follow-up@agency.org', SANDBOX, 'wrong'],
  ['follow-up@agency.example.org', undefined, 'wrong'],
])('SES-1: no DMARC policy for %s, asked at %s: %s', async (address, endpoint, is) => {
  const found = await dmarc.look(world(address, endpoint));
  expect(found.map((finding) => finding.is)).toEqual([is]);
  // One that goes by the name of the whole check would say that it could not look.
  expect(found.map(({ check }) => check)).toEqual([is === 'wrong' ? 'dmarc' : 'dmarc.example']);
});

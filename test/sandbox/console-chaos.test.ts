import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, test } from 'vitest';
import { SWITCHES, surpriseMix } from '../../sandbox/console/chaos.ts';
import { createFaults, FAULT_NAMES, FaultsForm } from '../../sandbox/faults.ts';
import { openHome } from './console-world.ts';
import { clientFor } from './doors-world.ts';

let home: Awaited<ReturnType<typeof openHome>>;
afterEach(() => home?.doors.close());

const CHAOS = '/_sandbox/ui/chaos';
const textOf = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

test('there is a switch for every fault', () =>
  expect(SWITCHES.map(({ name }) => name).sort()).toEqual([...FAULT_NAMES].sort()));

describe('the chaos page', () => {
  test('switches a fault on as it is asked for; every page says so, and how often it struck', async () => {
    home = await openHome();
    const { to } = await home.submit(CHAOS, {
      do: 'on',
      name: 'throttle',
      service: 'ses',
      function: '',
      times: '3',
      chance: '25',
      seed: '9',
    });
    expect([to, home.doors.faults.active()]).toEqual([
      CHAOS,
      [{ name: 'throttle', service: 'ses', times: 3, probability: 0.25, seed: 9, struck: 0 }],
    ]);
    expect(textOf(await home.page('/'))).toContain('1 fault on: Throttle (struck 0 times).');
    expect(textOf(await home.page(CHAOS))).toContain(
      'Throttle SES, 3 times at most, with a chance of 25 % (seed 9) 0 times',
    );
  });

  test('switches one off and leaves the others as they are, then all', async () => {
    home = await openHome();
    for (const name of ['bounce', 'error', 'complaint'])
      await home.submit(CHAOS, { do: 'on', name, times: '1', chance: '100', seed: '0' });
    home.doors.faults.strikes('complaint', {});
    await home.submit(CHAOS, { do: 'off', place: '1' });
    expect(home.doors.faults.active().map(({ name, struck }) => [name, struck])).toEqual([
      ['bounce', 0],
      ['complaint', 1],
    ]);
    const { to } = await home.submit(CHAOS, { do: 'all-off', back: '/_sandbox/ui/meter' });
    expect([to, home.doors.faults.active()]).toEqual(['/_sandbox/ui/meter', []]);
    expect(textOf(await home.page('/'))).not.toContain('fault on');
  });

  test('refuses what is no fault, and says what is', async () => {
    home = await openHome();
    const { html } = await home.submit(CHAOS, {
      do: 'on',
      name: 'throttle',
      times: '0',
      chance: '100',
      seed: '0',
    });
    expect(textOf(html)).toContain('That fault cannot be switched on Times and seed are whole numbers');
    expect(home.doors.faults.active()).toEqual([]);
  });

  test('a surprise is the same for the same seed, and what it draws can be switched on', async () => {
    home = await openHome();
    await home.submit(CHAOS, { do: 'surprise', seed: '11' });
    const once = home.doors.faults.active();
    await home.submit(CHAOS, { do: 'all-off' });
    await home.submit(CHAOS, { do: 'surprise', seed: '11' });
    expect(home.doors.faults.active()).toEqual(once);
    const mixes = Array.from({ length: 50 }, (_, seed) => surpriseMix(seed));
    for (const mix of mixes) {
      expect(FaultsForm.safeParse({ faults: mix }).success).toBe(true);
      expect([2, 3, 4]).toContain(new Set(mix.map(({ name }) => name)).size);
    }
    expect(new Set(mixes.map((mix) => JSON.stringify(mix))).size).toBeGreaterThan(40);
  });
});

describe('faults', () => {
  test('one that is added does not disturb those there are', () => {
    const faults = createFaults();
    faults.replace([{ name: 'error', times: 2 }]);
    faults.strikes('error', {});
    faults.add({ name: 'bounce' });
    expect(faults.active()).toEqual([
      { name: 'error', times: 2, struck: 1 },
      { name: 'bounce', struck: 0 },
    ]);
    faults.remove(0);
    expect(faults.active()).toEqual([{ name: 'bounce', struck: 0 }]);
  });

  test('a dropped callback is taken, and never reaches the execution', async () => {
    home = await openHome();
    const client = new SFNClient(clientFor(home.doors.url));
    const send = () => client.send(new SendTaskSuccessCommand({ taskToken: 'token', output: '{}' }));
    home.doors.faults.replace([{ name: 'drop_callback', times: 1 }]);
    const reached = () => home.handled.filter(({ name }) => name === 'sendTaskSuccess').length;
    await send();
    expect(reached()).toBe(0);
    await send();
    expect(reached()).toBe(1);
  });

  test('a complaint marks a mail that arrived; what bounced is called spam by nobody', async () => {
    home = await openHome();
    const client = new SESv2Client(clientFor(home.doors.url));
    const send = (to: string) =>
      client.send(
        new SendEmailCommand({
          FromEmailAddress: 'a@example.org',
          Destination: { ToAddresses: [to] },
          Content: { Simple: { Subject: { Data: 'One' }, Body: { Text: { Data: 'One.' } } } },
        }),
      );
    home.doors.faults.replace([
      { name: 'bounce', times: 1 },
      { name: 'complaint', times: 1 },
    ]);
    for (const name of ['dana', 'marcus', 'ann']) await send(`${name}@example.org`);
    expect(home.doors.inbox.list().map(({ bounced, complained }) => [bounced, complained])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
    expect(textOf(await home.page('/_sandbox/ui/mail'))).toMatch(/called spam .* bounced/);
  });
});

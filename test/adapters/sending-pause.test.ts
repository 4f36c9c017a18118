import { expect, test } from 'vitest';
import { createMemoryRows } from '../../adapters/memory-rows.ts';
import { createSendingPause } from '../../adapters/sending-pause.ts';

const AT = '2026-12-01T15:00:00Z';
const open = () => createSendingPause(createMemoryRows());

test('SES-8: a pause keeps its beginning, whoever says it again', async () => {
  const pause = open();
  expect(await pause.current()).toBeUndefined();
  expect(await pause.begin('SendingPausedException', AT)).toEqual({
    since: AT,
    code: 'SendingPausedException',
  });
  expect(await pause.begin('AccountSuspendedException', '2026-12-01T15:20:00Z')).toEqual({
    since: AT,
    code: 'SendingPausedException',
  });
});

test('SES-8: one caller in ten minutes may try, from ten minutes after its beginning on', async () => {
  const pause = open();
  await pause.begin('SendingPausedException', AT);
  const may = async (time: string) => pause.mayProbe(`2026-12-01T${time}Z`);
  expect(await may('15:09:59')).toBe(false);
  expect([await may('15:10:00'), await may('15:10:00'), await may('15:19:59')]).toEqual([true, false, false]);
  expect(await may('15:20:00')).toBe(true);
});

test('SES-8: it ends once, and only the one that was meant', async () => {
  const pause = open();
  const first = await pause.begin('SendingPausedException', AT);
  expect([await pause.end(first, AT), await pause.end(first, AT)]).toEqual([true, false]);
  expect(await pause.current()).toBeUndefined();
  const second = await pause.begin('AccountSuspendedException', '2026-12-01T16:00:00Z');
  expect(await pause.end(first, '2026-12-01T16:00:01Z')).toBe(false);
  expect(await pause.current()).toEqual(second);
});

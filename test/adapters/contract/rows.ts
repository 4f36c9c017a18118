import { expect, test } from 'vitest';
import type { Subject } from './subject.ts';

export function rowsContract(subject: Subject): void {
  const row = (sk: string, more: Record<string, unknown> = {}) => ({ pk: 'P', sk, ...more });

  test('reads on past the megabyte that one answer holds', async () => {
    const { rows } = subject().table;
    const long = 'x'.repeat(380_000);
    for (const sk of ['R#1', 'R#2', 'R#3', 'R#4']) await rows.put(row(sk, { long }), 'absent');

    const read = async (limit?: number) =>
      (await rows.query({ partition: 'P', prefix: 'R#', ...(limit && { limit }) })).map((found) => found.sk);
    expect(await read()).toEqual(['R#1', 'R#2', 'R#3', 'R#4']);
    expect(await read(3)).toEqual(['R#1', 'R#2', 'R#3']);
  });

  test('looks once, as far as a megabyte or its limit, and counts as far', async () => {
    const { rows } = subject().table;
    const long = 'x'.repeat(380_000);
    for (const sk of ['R#1', 'R#2', 'R#3', 'R#4']) await rows.put(row(sk, { long }), 'absent');
    const look = async (more: object): Promise<[string[], boolean]> => {
      const selection = { partition: 'P', prefix: 'R#', ...more };
      const { found, isCut } = await rows.look(selection);
      expect(await rows.count(selection)).toEqual({ found: found.length, isCut });
      return [found.map(({ sk }) => sk), isCut];
    };

    // Engines differ in whether the row that does not fit any more is the last one or left out.
    const [all, isCut] = await look({});
    expect([['R#1', 'R#2', 'R#3'].slice(0, all?.length), isCut]).toEqual([all, true]);
    expect(await look({ newestFirst: true, limit: 2 })).toEqual([['R#4', 'R#3'], true]);
    expect(await look({ prefix: undefined, between: { from: 'R#2', to: 'R#3' } })).toEqual([
      ['R#2', 'R#3'],
      false,
    ]);
    expect(await look({ prefix: 'S#' })).toEqual([[], false]);
  });

  test('reads many rows at once, without those that are not there', async () => {
    const { rows } = subject().table;
    for (let n = 0; n < 100; n++) await rows.put(row(`R#${n}`, { n }), 'absent');

    const found = await rows.getAll(Array.from({ length: 100 }, (_, n) => row(`R#${n + 50}`)));
    expect(found.map(({ n }) => n).sort()).toEqual(Array.from({ length: 50 }, (_, n) => n + 50));
  });

  test('writes all of a transaction or nothing', async () => {
    const { rows, all } = subject().table;
    await rows.put(row('A', { n: 1 }), 'absent');
    const before = await all();

    expect(
      await rows.transact([
        { row: row('B'), when: 'absent' },
        { row: row('A', { n: 2 }), when: { n: [2, 3] } },
      ]),
    ).toBe(false);
    expect(
      await rows.transact([
        { row: row('B'), when: 'absent' },
        { check: row('A'), when: { n: [7] } },
      ]),
    ).toBe(false);
    expect(await all()).toEqual(before);
    expect(
      await rows.transact([
        { row: row('B'), when: 'absent' },
        { row: row('A', { n: 2 }), when: { n: [1, 3] } },
      ]),
    ).toBe(true);
    expect(await all()).toEqual([row('A', { n: 2 }), row('B')]);
  });

  test('removes rows with the rest of a transaction, or not at all', async () => {
    const { rows, all } = subject().table;
    await rows.put(row('A', { n: 1 }), 'absent');
    await rows.put(row('B', { n: 1 }), 'absent');

    expect(
      await rows.transact([
        { remove: row('A', { more: 'than a key' }), when: { n: [1] } },
        { remove: row('B'), when: { n: [2] } },
      ]),
    ).toBe(false);
    expect(await all()).toEqual([row('A', { n: 1 }), row('B', { n: 1 })]);
    expect(
      await rows.transact([
        { remove: row('A', { more: 'than a key' }), when: { n: [1] } },
        { remove: row('never there'), when: {} },
        { row: row('C'), when: 'absent' },
      ]),
    ).toBe(true);
    expect(await all()).toEqual([row('B', { n: 1 }), row('C')]);
  });

  test('keeps every value as it was, and drops what is undefined', async () => {
    const { rows } = subject().table;
    const values = {
      text: '',
      none: null,
      yes: true,
      list: [1, { deep: [] }],
      map: {},
      half: 0.1,
      big: 123456789012.5,
    };
    await rows.put(row('A', { ...values, gone: undefined }), 'absent');

    expect(await rows.get(row('A'))).toEqual(row('A', values));
    expect(await rows.put(row('A'), 'absent')).toBe(false);
    expect(await rows.get(row('B'))).toBeUndefined();
  });

  test('changes a row only when it is as expected', async () => {
    const { rows } = subject().table;
    await rows.put(row('A', { status: 'open', old: 1 }), 'absent');
    const change = { set: { status: 'shut' }, remove: ['old'], add: { count: 2 } };

    expect(await rows.update(row('A'), change, { status: ['shut'] })).toBeUndefined();
    expect(await rows.update(row('B'), change, { status: ['open'] })).toBeUndefined();
    expect(await rows.update(row('A'), change, { status: ['open', 'ajar'] })).toEqual(
      row('A', { status: 'shut', count: 2 }),
    );
  });
}

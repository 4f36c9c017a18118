import { describe, expect, test } from 'vitest';
import { createMemoryRows } from '../../adapters/memory-rows.ts';
import { createWorkspace } from '../../adapters/workspace.ts';

const NOW = '2026-12-01T15:00:00Z';
const LATER = '2026-12-02T15:00:00Z';

function workspace() {
  const rows = createMemoryRows();
  return { rows, work: createWorkspace(rows) };
}

const begin = (title: string) => ({ kind: 'plan' as const, title, content: { title } });

describe('the workspace', () => {
  test('keeps every version, and gives back the newest', async () => {
    const { work } = workspace();
    const first = await work.begin(begin('One'), 'a@x', NOW);
    expect(first.id).toMatch(/^wrk[a-z2-7]{20}$/);
    const second = await work.save(first, { content: { title: 'Two' }, title: 'Two', by: 'b@x' }, LATER);
    expect(await work.open(first.id)).toEqual(second);
    expect(second).toEqual({
      id: first.id,
      kind: 'plan',
      title: 'Two',
      content: { title: 'Two' },
      version: 2,
      change: 2,
      by: 'b@x',
      updatedAt: LATER,
      createdBy: 'a@x',
      createdAt: NOW,
    });
    expect(await work.version(first.id, 1)).toEqual({ title: 'One' });
    expect(await work.version(first.id, 9)).toBeUndefined();
  });

  test('makes each version once, whoever is faster', async () => {
    const { work } = workspace();
    const first = await work.begin(begin('One'), 'a@x', NOW);
    const change = (title: string) => ({ content: { title }, title, by: title });
    const saved = await Promise.all(['Two', 'Too'].map((title) => work.save(first, change(title), NOW)));
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect((await work.open(first.id))?.version).toBe(2);
    expect(await work.mark(first, { ended: { how: 'discarded', by: 'a@x', at: NOW } }, NOW)).toBe(false);
  });

  test('writes nothing over what was said of a draft meanwhile', async () => {
    const { work } = workspace();
    const seen = await work.begin(begin('One'), 'a@x', NOW);
    const ended = { how: 'discarded', by: 'b@x', at: NOW } as const;
    expect(await work.mark(seen, { planId: 'pln1', ended }, NOW)).toBe(true);
    expect(
      await work.save(seen, { content: { title: 'Two' }, title: 'Two', by: 'a@x' }, LATER),
    ).toBeUndefined();
    expect(await work.mark(seen, {}, LATER)).toBe(false);
    expect(await work.open(seen.id)).toMatchObject({ version: 1, title: 'One', planId: 'pln1', ended });
  });

  test('lists what is being written, the newest change first, and not what has ended', async () => {
    const { work } = workspace();
    const one = await work.begin(begin('One'), 'a@x', NOW);
    const two = await work.begin(begin('Two'), 'a@x', LATER);
    const titles = async () => (await work.list()).map(({ title }) => title);
    expect(await titles()).toEqual(['Two', 'One']);
    await work.mark(two, { ended: { how: 'discarded', by: 'b@x', at: LATER } }, LATER);
    expect(await titles()).toEqual(['One']);
    const ended = await work.open(two.id);
    expect(ended?.ended).toEqual({ how: 'discarded', by: 'b@x', at: LATER });
    if (ended) await work.mark(ended, {}, LATER);
    expect(await titles()).toEqual(['Two', 'One']);
    expect(JSON.stringify(await work.list())).not.toContain('content');
    expect(await work.open(`${one.id}x`)).toBeUndefined();
  });

  test('forgets everything by itself 90 days after the last change, and is no part of any record', async () => {
    const { rows, work } = workspace();
    const one = await work.begin(begin('One'), 'a@x', NOW);
    await work.putAside(one.id, 'page', { content: { title: 'Mine' }, from: 1, by: 'b@x' }, NOW);
    expect(await work.aside(one.id, 'page')).toEqual({ content: { title: 'Mine' }, from: 1, by: 'b@x' });
    const all = rows.all();
    expect(all.map(({ pk, ttl }) => [pk, ttl])).toEqual(
      all.map(() => [`WORK#${one.id}`, Date.parse('2027-03-01T15:00:00Z') / 1000]),
    );
    expect(all).toHaveLength(3);
  });
});

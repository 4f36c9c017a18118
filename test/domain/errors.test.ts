import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { NotAllowedNow, Refusal } from '../../domain/errors.ts';
import { PLAN_STATUSES } from '../../domain/plan.ts';

test('a refusal says in words where the plan stands, whatever its status', () => {
  expect(PLAN_STATUSES.map((status) => new NotAllowedNow('paused', status, '').message)).toEqual([
    'A plan that is still a draft cannot be paused.',
    'A plan that is approved but not launched cannot be paused.',
    'A plan whose draft waits for a response cannot be paused.',
    'A plan that has not started yet cannot be paused.',
    'A plan that is under way cannot be paused.',
    'A plan that is paused cannot be paused.',
    'A plan that waits for its decision cannot be paused.',
    'A plan that is closed cannot be paused.',
    'A plan that was met and is watched cannot be paused.',
    'A plan that was withdrawn cannot be paused.',
  ]);
});

test.each([
  ['extended', 'decided by rule', 'A plan that is decided by rule cannot be extended.'],
  ['asked for less', 'draft', 'A plan that is still a draft cannot have its targets lowered.'],
  ['given readings', 'closed', 'A plan that is closed cannot take readings.'],
  ['adjusted', 'withdrawn', 'A plan that was withdrawn cannot take a request for an adjustment.'],
])('and what cannot be done: %s, %s', (what, status, message) => {
  expect(new NotAllowedNow(what, status, '').message).toBe(message);
});

test('a refusal is called as its class is, wherever classes have lost their names', async () => {
  const sources = globSync('{domain,adapters,functions}/**/*.ts');
  const files = sources.filter((file) => readFileSync(file, 'utf8').includes('extends Refusal'));
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
  const classes = modules.flatMap((module) => Object.entries(module)).filter(([, made]) => isRefusal(made));
  expect(classes.length).toBeGreaterThan(20);
  for (const [name, made] of classes) {
    // Whatever they are made of, all can be made of texts.
    const refusal = new (made as new (...given: string[]) => Refusal)('', '', '');
    expect(refusal.name).toBe(name);
  }
});

const isRefusal = (made: unknown): boolean => typeof made === 'function' && made.prototype instanceof Refusal;

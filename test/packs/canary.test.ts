import { expect, test } from 'vitest';
import { createMemoryStore } from '../../adapters/memory-store.ts';
import { faultsOfShape } from '../../adapters/pack-faults.ts';
import { faultsOfReferences } from '../../adapters/pack-references.ts';
import { differentPack, wholePack } from '../../adapters/pack-schema.ts';
import { publishedFiles, ruleLibrary } from '../../adapters/packs.ts';
import { CANARY_REF, publishedFile } from '../../adapters/published-packs.ts';
import type { ListOptions } from '../../adapters/store.ts';
import { RulesBroken } from '../../domain/errors.ts';
import { pinnedRules, reportCard, retentionEnds } from '../../domain/index.ts';
import type { RulePack } from '../../domain/pack.ts';
import { quietUntil } from '../../domain/quiet-hours.ts';
import { canaryDraft, noonZone } from '../../operate/smoke/canary.ts';
import { Scenario } from '../support/scenario.ts';
import { StoredPlan } from '../support/stored-plan.ts';

const library = ruleLibrary();
const pack = library.pack('canary') as RulePack;
const SATURDAY = '2027-01-09T23:30:00Z';

test('the canary pack is sound, found by its name, and offered to nobody', () => {
  expect(faultsOfShape(differentPack, publishedFile(CANARY_REF))).toEqual([]);
  const calendars = library.calendars().map(({ id }) => id);
  expect([...faultsOfShape(wholePack, pack), ...faultsOfReferences(pack, calendars)]).toEqual([]);
  expect(library.list().map(({ id }) => id)).not.toContain('canary');
  expect(publishedFiles()).not.toContain(publishedFile(CANARY_REF));
});

test('a canary asks at its launch, on a Saturday too, again within minutes, and gives up after five', () => {
  const lived = new Scenario(SATURDAY)
    .after({ type: 'DraftPlan', planId: 'plan-1', draft: canaryDraft('one', SATURDAY) })
    .after({ type: 'ApprovePlan' })
    .after({ type: 'LaunchPlan' })
    .until('2027-01-09T23:36:00Z');
  expect(lived.events.slice(3).map(({ type, at }) => [type, at])).toEqual([
    ['RequestOpened', SATURDAY],
    ['Reminded', '2027-01-09T23:31:00Z'],
    ['Reminded', '2027-01-09T23:33:00Z'],
    ['RequestMissed', '2027-01-09T23:35:00Z'],
    ['Escalated', '2027-01-09T23:35:00Z'],
  ]);
});

test('nobody is put on a plan by these rules', () => {
  const draft = canaryDraft('one', SATURDAY);
  const subject = { type: 'employee' as const, participant: 'lead' };
  const refusal = new Scenario(SATURDAY).refuses(RulesBroken, {
    type: 'DraftPlan',
    planId: 'plan-1',
    draft: { ...draft, subject },
  });
  expect(refusal.broken.map(({ field, rule }) => [field, rule])).toContainEqual([
    '/subject/type',
    'P-SUBJECT',
  ]);
});

test('a canary is in no list or count of HR and in no report: only who looks for canaries or its words finds it', async () => {
  const store = createMemoryStore();
  const canary = new StoredPlan(store, undefined, SATURDAY);
  await canary.commit({ type: 'DraftPlan', planId: canary.id, draft: canaryDraft('one', SATURDAY) });
  await canary.commit({ type: 'ApprovePlan' });
  await canary.commit({ type: 'LaunchPlan' });
  const lifecycle = { ...canary.context(), actor: { kind: 'system', id: 'lifecycle' } as const };
  await canary.commit({ type: 'Advance', run: 1 }, lifecycle);
  const { status } = await store.load(canary.id);
  const found = async (filter: ListOptions) =>
    (await store.list(filter, SATURDAY)).plans.map(({ planId }) => planId);
  const looked: ListOptions[] = [{}, { live: true }, { status }, { waitingOn: 'lead' }];
  expect(await Promise.all(looked.map(found))).toEqual([[], [], [], []]);
  const { live, overdue } = await store.counts({ now: '2027-01-10T23:30:00Z', decisionsBefore: SATURDAY });
  expect([live.atLeast, overdue.atLeast]).toEqual([0, 0]);
  expect(reportCard(await store.load(canary.id))).toBeUndefined();
  expect(await found({ canaries: true })).toEqual([canary.id]);
  expect(await found({ words: ['canary'] })).toEqual([canary.id]);
  expect((await store.due('2027-01-09T23:40:00Z')).map(({ planId }) => planId)).toEqual([canary.id]);
});

test('its record is kept for a week, and only what is about nobody may be kept for days', () => {
  const plan = new Scenario(SATURDAY)
    .after({ type: 'DraftPlan', planId: 'plan-1', draft: canaryDraft('one', SATURDAY) })
    .after({ type: 'ApprovePlan' })
    .after({ type: 'LaunchPlan' })
    .after({ type: 'WithdrawPlan', reason: 'Over.' })
    .require();
  const { calendar } = pinnedRules(plan, library);
  // In the zone of its noon the Saturday is already, or still, one day.
  expect(retentionEnds(plan, pack, calendar)).toBe('2027-01-17T11:00:00Z');
  const ofPeople = { ...pack, eligibility: library.pack('general')?.eligibility } as RulePack;
  const faults = faultsOfReferences(ofPeople, ['none']);
  expect(faults.map(({ pointer }) => pointer)).toContain('/retention/is');
});

test('a canary is written to at every hour of the day', () => {
  const night = { from: '20:00', to: '07:00' };
  const hours = Array.from({ length: 24 }, (_, hour) => `2027-01-09T${String(hour).padStart(2, '0')}:59:00Z`);
  expect(hours.map((now) => quietUntil(now, noonZone(now), night))).toEqual(hours.map(() => undefined));
});

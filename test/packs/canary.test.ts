import { expect, test } from 'vitest';
import { faultsOfShape } from '../../adapters/pack-faults.ts';
import { faultsOfReferences } from '../../adapters/pack-references.ts';
import { differentPack, wholePack } from '../../adapters/pack-schema.ts';
import { publishedFiles, ruleLibrary } from '../../adapters/packs.ts';
import { CANARY_REF, publishedFile } from '../../adapters/published-packs.ts';
import { RulesBroken } from '../../domain/errors.ts';
import type { RulePack } from '../../domain/pack.ts';
import { quietUntil } from '../../domain/quiet-hours.ts';
import { canaryDraft, noonZone } from '../../operate/smoke/canary.ts';
import { Scenario } from '../support/scenario.ts';

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

test('a canary is written to at every hour of the day', () => {
  const night = { from: '20:00', to: '07:00' };
  const hours = Array.from({ length: 24 }, (_, hour) => `2027-01-09T${String(hour).padStart(2, '0')}:59:00Z`);
  expect(hours.map((now) => quietUntil(now, noonZone(now), night))).toEqual(hours.map(() => undefined));
});

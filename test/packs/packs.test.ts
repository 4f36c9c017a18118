import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultsOfShape } from '../../adapters/pack-faults.ts';
import { faultsOfReferences } from '../../adapters/pack-references.ts';
import { differentPack, holidayCalendar, wholePack } from '../../adapters/pack-schema.ts';
import { settingsOf } from '../../adapters/pack-settings.ts';
import { publishedFiles, ruleLibrary } from '../../adapters/packs.ts';
import { refOf } from '../../adapters/resolve-pack.ts';
import type { RulePack } from '../../domain/pack.ts';

const library = ruleLibrary();
const calendars = library.calendars().map((calendar) => calendar.id);
const faultsOf = (pack: RulePack) => [
  ...faultsOfShape(wholePack, pack),
  ...faultsOfReferences(pack, calendars),
];
const packNamed = (ref: string): RulePack => {
  const pack = library.pack(ref);
  if (!pack) throw new Error(`There is no pack ${ref}.`);
  return pack;
};

test.each(globSync('packs/calendars/*.json').sort())('%s is a calendar, named as its file', (file) => {
  const calendar = holidayCalendar.parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(file).toBe(`packs/calendars/${calendar.id}.json`);
});

describe.each(publishedFiles().map((file) => [refOf(file), file] as const))('%s', (ref, file) => {
  const pack = packNamed(ref);

  test('is written as the published schema says, and sound as a whole', () => {
    if (file.extends) expect(faultsOfShape(differentPack, file)).toEqual([]);
    expect(faultsOf(pack)).toEqual([]);
  });

  test('says everything itself, or extends the general pack', () => {
    expect(file.extends).toBe(ref === 'general@1' ? undefined : 'general@1');
  });

  test.each(pack.rules.map((rule) => rule.id))('cannot lose rule %s', (id) => {
    const without = { ...pack, rules: pack.rules.filter((rule) => rule.id !== id) };
    const expected = settingsOf(pack).filter(({ setting }) => setting.rule === id);
    expect(faultsOf(without).map((fault) => [fault.pointer, fault.rule])).toEqual(
      expected.map(({ pointer }) => [`${pointer}/rule`, id]),
    );
    expect(expected.length).toBeGreaterThan(0);
  });

  test('asks for a reason to have a plan, an example, and a decision that surprises nobody (H1, H5, H9)', () => {
    expect([pack.triage, pack.content.minEvidence, pack.decision.noSurprise]).toEqual([
      { is: true, rule: 'H1' },
      { is: 1, rule: 'H5' },
      { is: true, rule: 'H9' },
    ]);
  });

  test('takes no outcome from a rule that nobody has read, and leaves silence to people', () => {
    expect(pack.decision.onOverdue.is).toBe('escalate_only');
  });
});

test('the District’s pack says what its regulation and form say', () => {
  const pack = packNamed('us-dc-6b1410@2024-12');
  expect(pack.duration).toEqual({
    minDays: { is: 30, rule: 'D2' },
    maxDays: { is: 90, rule: 'D2' },
    incrementDays: { is: 30, rule: 'D8' },
    maxTotalDays: { is: 90, rule: 'D8' },
  });
  expect(pack.issuer).toEqual({ is: { role: 'supervisor', fallback: 'reviewer' }, rule: 'D3' });
  expect(pack.decision.due).toEqual({ is: '+10bd', rule: 'D4' });
  expect(pack.decision.onOverdue).toEqual({ is: 'escalate_only', rule: 'D6' });
  expect(pack.decision.outcomes.is.map((outcome) => outcome.code)).toEqual([
    'met',
    'extend',
    'reassign',
    'reduce_in_grade',
    'remove',
  ]);
  expect(pack.decision.separateDecider).toEqual({
    is: { outcomes: ['reduce_in_grade', 'remove'], roles: ['reviewer', 'agency_head'] },
    rule: 'D10',
  });
  expect(pack.content.ratingBelow).toEqual({ is: 3, rule: 'D13' });
  expect(pack.content.checkInsPerItem).toEqual({ is: { min: 4, max: null }, rule: 'D13' });
  const competencies = pack.content.competencies.is;
  expect(competencies).toHaveLength(8);
  expect(competencies.filter((each) => each.supervisorsOnly).map((each) => each.code)).toEqual([
    'leadership',
    'operational_strategic_planning',
    'management_of_others',
  ]);
  expect(pack.shown.map(({ is, rule }) => `${rule} ${is}`)).toEqual([
    'D9 plan',
    'L3 plan',
    'D11 decision',
    'D12 decision',
  ]);
  expect(pack.rules.find((rule) => rule.id === 'D6')?.verification).toBe('recalled');
});

test('the University’s plan is 30, 60 or 90 days, decided in 14 days with HR, and held for an appraisal period', () => {
  const pack = packNamed('us-dc-udc-1910');
  expect(Object.values(pack.duration).map(({ is, rule }) => [is, rule])).toEqual([
    [30, 'U2'],
    [90, 'U2'],
    [30, 'U2'],
    [90, 'U2'],
  ]);
  expect(pack.decision.due).toEqual({ is: '+14d', rule: 'U3' });
  expect(pack.decision.copiesTo).toEqual({ is: ['employee', 'supervisor', 'hr'], rule: 'U3' });
  expect(pack.monitoring).toMatchObject({ is: { lasts: 'appraisal_period', from: 'close' }, rule: 'U4' });
});

test('the Legal Service’s plan follows the evaluation within 30 days, and every step has a day', () => {
  const pack = packNamed('us-dc-legal-3609');
  expect(pack.startWithinOfEvaluation).toEqual({ is: 30, rule: 'LS1' });
  expect(pack.content.actionFields).toEqual({ is: ['due'], rule: 'LS1' });
  expect(pack.decision.copiesTo).toEqual({
    is: ['employee', 'supervisor', 'hr', 'agency_head'],
    rule: 'LS1',
  });
});

test('the federal pack asks for help, watches a year from the start, and shows what comes after', () => {
  const pack = packNamed('us-fed-432');
  expect(pack.content.minSupport).toEqual({ is: 1, rule: 'F1' });
  // F9 asks for no more than 30 days, so it is no reason to ask for no less.
  expect(pack.duration.minDays).toEqual({ is: 30, rule: 'P-DURATION' });
  expect(pack.shown).toContainEqual({ is: 'plan', rule: 'F9' });
  expect(pack.monitoring).toMatchObject({ is: { lasts: 'P1Y', from: 'start' }, rule: 'F5' });
  expect(pack.retention).toEqual({ is: { years: 4 }, rule: 'F10' });
  expect(pack.decision.separateDecider).toEqual({
    is: { outcomes: ['reduce_in_grade', 'remove'], roles: ['reviewer', 'agency_head'] },
    rule: 'F11',
  });
  expect(pack.shown.filter(({ is }) => is === 'decision').map(({ rule }) => rule)).toEqual([
    ...['F2', 'F3', 'F4', 'F6', 'F7', 'F8'],
  ]);
  expect(pack.calendar).toBe('us-federal');
});

test.each([
  ['us-co-state', ['progress', 'coaching', 'review', 'training', 'metrics'], [['progress', 31]]],
  [
    'us-mo-state',
    ['progress', 'coaching', 'review', 'training', 'metrics', 'survey', 'monitoring'],
    [
      ['progress', 31],
      ['review', 92],
    ],
  ],
  [
    'us-mo-agency',
    ['progress', 'review', 'training', 'metrics', 'site_visit', 'assessment', 'survey'],
    [['review', 92]],
  ],
  [
    'sales',
    ['progress', 'coaching', 'review', 'training', 'metrics', 'survey', 'monitoring'],
    [
      ['progress', 7],
      ['metrics', 31],
    ],
  ],
  [
    'technical',
    ['progress', 'coaching', 'review', 'training', 'metrics', 'survey', 'monitoring'],
    [
      ['progress', 14],
      ['metrics', 31],
    ],
  ],
])('%s follows up in its own ways and as often as it says', (id, types, cadence) => {
  const { followUps } = packNamed(id);
  expect(followUps.types.is.map((kind) => kind.type)).toEqual(types);
  expect(followUps.cadence.is.map(({ type, everyDays }) => [type, everyDays])).toEqual(cadence);
});

test('Missouri’s rhythm is its own, who is asked what is ours', () => {
  const { types, cadence } = packNamed('us-mo-state').followUps;
  expect([types.rule, cadence.rule]).toEqual(['P-FOLLOW-UPS', 'M1']);
});

test('Missouri’s agency plans are for departments and programs, and their actions say who, when and what', () => {
  const pack = packNamed('us-mo-agency');
  expect(pack.eligibility).toEqual({
    is: { subjectTypes: ['department', 'program'], excludedProbationaryServiceTypes: [] },
    rule: 'M7',
  });
  expect(pack.content.actionFields).toEqual({ is: ['due', 'responsible', 'outcome'], rule: 'M4' });
  expect(pack.participants.is).toMatchObject({ employee: { min: 0, max: 0 }, lead: { min: 1, max: 1 } });
  expect(pack.acknowledgement.respondents.is).toEqual(['lead', 'supervisor']);
  expect(pack.tolling.approvedAbsence).toEqual({ is: false, rule: 'P-ABSENCE' });
});

test('the United Kingdom’s pack leaves out absence, hears the employee first and names the appeal', () => {
  const pack = packNamed('uk-acas');
  expect([pack.duration.minDays, pack.duration.maxDays]).toEqual([
    { is: 28, rule: 'L5' },
    { is: 62, rule: 'L5' },
  ]);
  expect(pack.tolling.approvedAbsence).toEqual({ is: true, rule: 'L5' });
  expect(pack.response.draft).toEqual({ is: { window: '+5bd', required: true }, rule: 'P-RESPOND' });
  expect(pack.shown.map(({ is, rule }) => `${rule} ${is}`)).toEqual([
    'L6 plan',
    'UK1 plan',
    'UK1 decision',
    'UK2 decision',
  ]);
});

test.each(['sales', 'technical'])('%s: nobody ends an employment alone', (id) => {
  expect(packNamed(id).decision.separateDecider).toEqual({
    is: { outcomes: ['end_employment'], roles: ['reviewer', 'hr', 'agency_head'] },
    rule: 'P-SECOND-PERSON',
  });
});

test('records are kept 1 year by private employers (R1), 2 by public ones (R2), 4 by federal agencies (F10)', () => {
  const kept = library.list().map(({ id, retention: { is, rule } }) => [id, 'years' in is && is.years, rule]);
  expect(kept).toEqual([
    ['general', 1, 'R1'],
    ['sales', 1, 'R1'],
    ['technical', 1, 'R1'],
    ['uk-acas', 1, 'UK3'],
    ['us-co-state', 2, 'R2'],
    ['us-dc-6b1410', 2, 'R2'],
    ['us-dc-legal-3609', 2, 'R2'],
    ['us-dc-udc-1910', 2, 'R2'],
    ['us-fed-432', 4, 'F10'],
    ['us-mo-agency', 2, 'P-RETENTION'],
    ['us-mo-state', 2, 'R2'],
  ]);
});

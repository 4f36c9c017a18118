import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseOffset } from '../../domain/calendar.ts';
import type { RulePack, Setting } from '../../domain/pack.ts';
import { holidayCalendar, rulePack } from './schema.ts';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const calendarFiles = globSync('packs/calendars/*.json').sort();
const packFiles = globSync('packs/*/*.json')
  .filter((file) => !calendarFiles.includes(file))
  .sort();

test.each(calendarFiles)('%s is a calendar, named as its file', (file) => {
  const calendar = holidayCalendar.parse(read(file));
  expect(file).toBe(`packs/calendars/${calendar.id}.json`);
});

describe.each(packFiles)('%s', (file) => {
  const pack = read(file) as RulePack;
  const settings = settingsOf(pack);

  test('is a rule pack, named as its folder and file', () => {
    expect(rulePack.parse(pack)).toEqual(pack);
    expect(file).toBe(`packs/${pack.id}/${pack.version}.json`);
  });

  test('takes every setting from a rule it lists, and lists each rule once', () => {
    const ids = pack.rules.map((rule) => rule.id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(settings.map((setting) => setting.rule).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('gives the source of every rule it says it read', () => {
    const unsourced = pack.rules.filter((rule) => rule.verification === 'mirror' && !rule.source);
    expect(unsourced).toEqual([]);
  });

  test('takes no setting that changes an outcome from a rule that nobody has read', () => {
    const recalled = pack.rules.filter((rule) => rule.verification === 'recalled').map((rule) => rule.id);
    const resting = settings.filter((setting) => recalled.includes(setting.rule));
    expect(resting.map((setting) => setting.is)).toEqual(resting.map(() => 'escalate_only'));
  });

  test('counts on a calendar that exists', () => {
    expect(calendarFiles).toContain(`packs/calendars/${pack.calendar}.json`);
  });

  test('leaves no question unanswerable: ladders run forward and end with somebody every plan has', () => {
    const { participants, decision, checkIn, acknowledgement, issuer } = pack;
    const always = Object.entries(participants.is).flatMap(([role, { min }]) => (min > 0 ? [role] : []));
    expect(always).toEqual(expect.arrayContaining(['employee', issuer.is.role, ...checkIn.respondents.is]));
    for (const roles of [acknowledgement.escalateTo.is, checkIn.escalateTo.is, decision.repeat.is.to]) {
      expect(roles.some((role) => always.includes(role))).toBe(true);
    }
    const after = decision.escalations.is.map((rung) => parseOffset(rung.after).distance);
    expect(after).toEqual([...after].sort((a, b) => a - b));
    expect(parseOffset(decision.repeat.is.every).distance).toBeGreaterThan(0);
    expect(parseOffset(checkIn.missedAfter.is).distance).toBeGreaterThan(0);
  });

  test('has durations that fit each other', () => {
    const { minDays, maxDays, incrementDays, maxTotalDays } = pack.duration;
    expect(minDays.is).toBeLessThanOrEqual(maxDays.is);
    expect(maxDays.is).toBeLessThanOrEqual(maxTotalDays.is ?? maxDays.is);
    expect(minDays.is % (incrementDays.is ?? 1)).toBe(0);
  });

  test('can say that the plan was met, in one way, and give more time in at most one', () => {
    const outcomes = pack.decision.outcomes.is;
    expect(outcomes.filter((outcome) => outcome.met)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.extends).length).toBeLessThanOrEqual(1);
    const notices = pack.decision.mayServeAsNotice.is;
    expect(notices.map((code) => outcomes.find((outcome) => outcome.code === code)?.met)).toEqual(
      notices.map(() => false),
    );
  });
});

test('the District’s pack says what its regulation and form say', () => {
  const pack = read('packs/us-dc-6b1410/2024-12.json') as RulePack;
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
  expect(pack.content.ratingBelow).toEqual({ is: 3, rule: 'D13' });
  expect(pack.content.checkInsPerItem).toEqual({ is: { min: 4, max: null }, rule: 'D13' });
  const competencies = pack.content.competencies.is;
  expect(competencies).toHaveLength(8);
  expect(competencies.filter((each) => each.supervisorsOnly).map((each) => each.code)).toEqual([
    'leadership',
    'operational_strategic_planning',
    'management_of_others',
  ]);
  expect(pack.rules.find((rule) => rule.id === 'D6')?.verification).toBe('recalled');
});

/** Every value with a rule in a pack, however deep. */
function settingsOf(value: unknown): Setting<unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('is' in value && 'rule' in value) return [value as Setting<unknown>];
  return Object.values(value).flatMap(settingsOf);
}

import { describe, expect, test } from 'vitest';
import { draftAt } from '../../adapters/signatures-in.ts';
import type { RecordedEvent } from '../../adapters/store.ts';
import { NotAllowedNow, PlanMovedOn, RulesBroken } from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const drafted = () => new Scenario().after({ type: 'DraftPlan', planId: 'plan-1', draft: dcDraft() });
const anew = (overrides: Parameters<typeof dcDraft>[0], version = 1, note?: string) =>
  ({ type: 'RedraftPlan', draft: dcDraft(overrides), version, ...(note && { note }) }) as const;

describe('a draft that is written anew', () => {
  test('reads as it was written last, under the rules it names now', () => {
    const { pack: _, ...draft } = dcDraft({ title: 'Reviews' });
    const scenario = drafted();
    expect(scenario.when({ type: 'RedraftPlan', draft, version: 1, note: ' Shorter. ' })).toMatchObject([
      { type: 'PlanRedrafted', pack: { id: 'general' }, timeZone: 'America/New_York', note: 'Shorter.' },
    ]);
    expect(scenario.require()).toMatchObject({ status: 'draft', version: 2, draft, pack: { id: 'general' } });
    const launched = drafted()
      .after(anew({ title: 'Reviews' }))
      .after({ type: 'ApprovePlan' })
      .after({ type: 'LaunchPlan' });
    expect(launched.require().draft.title).toBe('Reviews');
    expect(draftAt(launched.events as RecordedEvent[], 3)?.title).toBe('Reviews');
  });

  test('keeps every rule of a draft', () => {
    const { broken } = drafted().refuses(RulesBroken, anew({ items: [], title: '' }));
    expect(broken.map(({ field }) => field)).toEqual(['/title', '/items']);
  });

  test('is refused when something was recorded since it was read, unless it says the same', () => {
    const scenario = drafted().after(anew({ title: 'Reviews' }));
    expect(scenario.refuses(PlanMovedOn, anew({ title: 'Other' }))).toMatchObject({ version: 1, current: 2 });
    expect(scenario.when(anew({ title: 'Reviews' }))).toEqual([]);
    expect(scenario.when(anew({ title: 'Other' }, 2))).toHaveLength(1);
  });

  test('remembers the names of people who are not in it any more', () => {
    const mentor = { id: 'mentor', role: 'mentor', name: 'Mo Lind', email: 'mo@agency.example' } as const;
    const scenario = drafted()
      .after(anew({ participants: [...dcDraft().participants, mentor] }))
      .after(anew({}, 2));
    expect(scenario.require().former).toEqual([mentor]);
  });

  test('is refused after approval, with what to do instead', () => {
    const scenario = drafted().after({ type: 'ApprovePlan' });
    for (const command of [anew({ title: 'Late' }), { type: 'ReturnDraft', comment: 'Late' } as const]) {
      expect(scenario.refuses(NotAllowedNow, command).wayOut).toMatch(
        /^Amend it once it has been launched, or withdraw/,
      );
    }
  });
});

describe('a draft that is sent back', () => {
  test('stays a draft, and the comment stays in the record', () => {
    const scenario = drafted();
    expect(scenario.when({ type: 'ReturnDraft', comment: ' Say which cases. ' })).toEqual([
      { type: 'DraftReturned', comment: 'Say which cases.' },
    ]);
    expect(scenario.require()).toMatchObject({ status: 'draft', draft: dcDraft() });
  });

  test('needs words', () => {
    const { broken } = drafted().refuses(RulesBroken, { type: 'ReturnDraft', comment: ' \u200b ' });
    expect(broken.map(({ field, rule }) => `${field} ${rule}`)).toEqual(['/comment product']);
  });
});

describe('an amendment that names the version it was written from', () => {
  const amended = (version: number) =>
    ({ type: 'AmendPlan', changes: { title: 'Mine' }, reason: 'Shorter.', version }) as const;

  test('is refused when the text was changed since, and only then', () => {
    const scenario = Scenario.launched().after({ type: 'AddNote', text: 'A letter came.' });
    expect(scenario.when(amended(3))[0]?.type).toBe('PlanAmended');
    const theirs = Scenario.launched().after({
      type: 'AmendPlan',
      changes: { title: 'Theirs' },
      reason: 'Clearer.',
    });
    theirs.refuses(PlanMovedOn, amended(3));
    const readdressed = Scenario.launched().after({
      type: 'CorrectAddress',
      participant: 'hr',
      email: 'new@agency.example',
    });
    readdressed.refuses(PlanMovedOn, amended(3));
  });
});

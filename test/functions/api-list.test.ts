import { beforeEach, describe, expect, test } from 'vitest';
import { foldedWords } from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { ApiDoor } from './api-door.ts';
import { capturedLogs } from './logs.ts';

let door: ApiDoor;
capturedLogs();
beforeEach(() => {
  door = new ApiDoor();
});

const SUPERVISOR = {
  sub: 'u-1',
  email: 'Dana.Whitfield@agency.example',
  email_verified: 'true',
  'cognito:groups': '[manager]',
};
const REVIEWER = { ...SUPERVISOR, email: 'morgan.ellis@agency.example' };

const list = (query: Record<string, string>, caller?: Record<string, unknown>) =>
  door.call('GET /api/plans', { query, ...(caller && { caller }) });
const ids = async (query: Record<string, string>, caller?: Record<string, unknown>) =>
  ((await list(query, caller)).json.plans as { planId: string }[]).map(({ planId }) => planId);

describe('GET /api/plans', () => {
  test('looks for everything that is asked at once', async () => {
    const draft = dcDraft();
    const [subject, ...others] = draft.participants;
    const zoe = { ...subject, name: 'Zoë Łukaszewicz', email: 'zoe@agency.example' };
    const one = await door.active();
    const two = await door.drafted({ ...draft, participants: [zoe as typeof subject & object, ...others] });

    expect(await ids({ q: 'ZOE lukas' })).toEqual([two]);
    expect(await ids({ q: 'whitfield', status: 'active' })).toEqual([one]);
    expect(await ids({ waitingOn: 'zoe@agency.example' })).toEqual([]);
    expect(await ids({ overdue: 'true' })).toEqual([]);
    await door.until(one, '2026-12-18T15:00:00Z');
    expect(await ids({ waitingOn: 'employee', q: 'jordan', bounced: 'false' })).toEqual([one]);
    door.world.now = '2027-01-02T15:00:00Z';
    expect(await ids({ overdue: 'true', waitingOn: 'supervisor' })).toEqual([one]);
    expect(foldedWords('Zoë Łukaszewicz')).toEqual(['zoe', 'lukaszewicz']);
  });

  test('counts the days to a decision as the organisation’s business days, and stops at the end of the last', async () => {
    const plan = await door.active();
    // Due on Friday, 19 February 2027 at 17:00; the Monday before is a holiday of the federal calendar and others.
    const within = async (now: string, days: string) => {
      door.world.now = now;
      return ids({ decisionWithinDays: days });
    };

    expect(await within('2027-02-16T15:00:00Z', '2')).toEqual([]);
    expect(await within('2027-02-16T15:00:00Z', '3')).toEqual([plan]);
    expect(await within('2027-02-19T22:00:00Z', '1')).toEqual([plan]);
    expect(await within('2027-02-19T22:00:01Z', '1')).toEqual([]);
  });

  test('refuses what it cannot look for, naming every field', async () => {
    const { status, json } = await list({
      ...{ overdue: 'yes', waitingOn: 'the boss', bounced: '1', decisionWithinDays: '0', q: 'a !' },
    });
    expect(status).toBe(422);
    expect((json.errors as { field: string }[]).map(({ field }) => field)).toEqual([
      ...['/overdue', '/waitingOn', '/bounced', '/decisionWithinDays', '/q'],
    ]);
  });

  test('gives a manager their own plans, and nothing of what is between HR and the employee', async () => {
    const plan = await door.active();
    const [first, ...rest] = dcDraft().participants;
    const others = rest.map((person) => ({ ...person, email: `not-${person.email}` }));
    await door.drafted({ ...dcDraft(), participants: [first as typeof first & object, ...others] });
    await door.command(plan, { type: 'accommodation', by: 'employee' });

    const seen = await list({}, SUPERVISOR);
    expect(seen.json.plans).toMatchObject([{ planId: plan, openRequests: [], waiting: [], outcome: null }]);
    const [shown] = seen.json.plans as Record<string, unknown>[];
    expect(
      ['bounced', 'nextDueAt', 'run', 'version', 'updatedAt'].filter((field) => field in (shown ?? {})),
    ).toEqual([]);
    expect(JSON.stringify(shown)).not.toContain('@agency.example');
    expect(JSON.stringify(shown)).not.toContain('accommodation');
    expect(await ids({}, REVIEWER)).toEqual([plan]);
    expect(await ids({ waitingOn: 'hr' })).toEqual([plan]);
    expect(await ids({ waitingOn: 'hr' }, SUPERVISOR)).toEqual([]);
    expect(await ids({}, { ...SUPERVISOR, email: 'priya.raman@agency.example' })).toEqual([]);
    expect(await list({ bounced: 'true' }, SUPERVISOR)).toMatchObject({
      status: 422,
      json: { errors: [{ field: '/bounced', rule: 'access' }] },
    });
  });
});

import { describe, expect, test } from 'vitest';
import { NEXT_STATES } from '../../../domain/next.ts';
import { REQUEST_KINDS, type RequestKind, ROLES } from '../../../domain/plan.ts';
import { duration } from '../../../views/admin/executions/times.ts';
import { isAnswered, type Pulse, waitTitle } from '../../../views/admin/executions/waits-for.ts';

const NOW = '2027-01-20T15:00:00Z';
const DUE = '2027-01-22T22:00:00Z';

const pulse = (more: Partial<Pulse> = {}): Pulse => ({
  status: 'active',
  startDate: '2027-01-04',
  timeZone: 'America/New_York',
  nextDueAt: DUE,
  openRequests: [],
  ...more,
});

type Open = Pulse['openRequests'][number];
const open = (kind: RequestKind, id: string, waitingFor: Open['waitingFor'] = ['supervisor']): Open => ({
  id,
  kind,
  dueAt: DUE,
  waitingFor,
});

const titles: Record<RequestKind, [Open, string][]> = {
  acknowledgement: [
    [open('acknowledgement', 'acknowledgement', ['employee']), "Employee's acknowledgement of the plan"],
    [
      open('acknowledgement', 'acknowledgement-3', ['employee', 'supervisor']),
      "Employee's and supervisor's acknowledgement of version 3 of the plan",
    ],
  ],
  check_in: [
    [open('check_in', 'check-in-2027-01-22'), "Supervisor's week-3 check-in"],
    [open('check_in', 'coaching-2027-01-04', ['mentor']), "Mentor's week-1 coaching session"],
    [open('check_in', 'review-2027-03-01'), "Supervisor's week-9 review"],
    [open('check_in', 'training-2027-01-11'), "Supervisor's week-2 training"],
    [open('check_in', 'metrics-2027-01-22'), "Supervisor's week-3 report of numbers"],
    [open('check_in', 'site-visit-2027-01-22', ['assessor']), "Assessor's week-3 site visit"],
    [open('check_in', 'assessment-2027-01-22', ['assessor']), "Assessor's week-3 assessment"],
    [open('check_in', 'monitoring-2027-06-01'), "Supervisor's week-22 check-in after success"],
    [open('check_in', 'check-in-2027-01-01'), "Supervisor's check-in"],
  ],
  survey: [[open('survey', 'survey-2027-01-22', []), 'Survey answers']],
  support: [[open('support', 'support-2027-01-22', ['hr']), "HR's word on promised support"]],
  response: [
    [open('response', 'response-draft', ['employee']), "Employee's response to the draft"],
    [open('response', 'response-decision', ['employee']), "Employee's response to the decision"],
  ],
  attribution: [
    [open('attribution', 'attribution-check-in-2027-01-22', ['hr']), "HR's word on who missed a check-in"],
  ],
  approval: [
    [open('approval', 'approval-1', ['agency_head']), "Agency head's confirmation of the proposed decision"],
  ],
  accommodation: [
    [open('accommodation', 'accommodation-1', ['hr']), "HR's answer to a request for an adjustment"],
  ],
  decision: [[open('decision', 'decision', ['lead']), "Lead's decision"]],
};

describe('what a run waits for', () => {
  const cases = REQUEST_KINDS.flatMap((kind) => titles[kind]);
  test.each(cases)('%o is %s', (request, title) => {
    const said = waitTitle(pulse({ openRequests: [request] }), 'Await somebody', NOW);
    expect(said).toBe(`${title}, due Fri, Jan 22, 5:00 PM EST`);
  });

  test('every role has a word that is no name', () => {
    for (const role of ROLES) {
      const title = waitTitle(
        pulse({ openRequests: [open('decision', 'decision', [role])] }),
        undefined,
        NOW,
      );
      expect(title).toMatch(/^[A-Z][A-Za-z ]*'s decision, due /);
    }
  });

  test('is what matters most of several questions, and says how many more there are', () => {
    const openRequests = [
      open('acknowledgement', 'acknowledgement', ['employee']),
      open('check_in', 'check-in-2027-01-22'),
      open('support', 'support-2027-01-22'),
    ];
    expect(waitTitle(pulse({ openRequests }), 'Await check-in answers', NOW)).toBe(
      "Supervisor's week-3 check-in, due Fri, Jan 22, 5:00 PM EST (and 2 more questions)",
    );
  });

  test('is overdue once the moment has passed', () => {
    const openRequests = [open('decision', 'decision')];
    expect(waitTitle(pulse({ openRequests }), 'Await the decision', '2027-01-25T15:00:00Z')).toBe(
      "Supervisor's decision, overdue since Fri, Jan 22, 5:00 PM EST",
    );
  });

  test('of a wait for the clock is the moment it waits for, even with a question open', () => {
    const openRequests = [open('accommodation', 'accommodation-1', ['hr'])];
    expect(waitTitle(pulse({ openRequests }), 'Wait while the plan is paused', NOW)).toBe(
      'The pause to end or be looked at, Fri, Jan 22, 5:00 PM EST',
    );
    expect(waitTitle(pulse(), undefined, NOW)).toBe('What comes due next, Fri, Jan 22, 5:00 PM EST');
    expect(waitTitle(pulse({ nextDueAt: null }), undefined, NOW)).toBe('What comes due next');
  });

  test('of a question that is answered already is what comes by the clock', () => {
    const acknowledging = pulse({ status: 'acknowledging' });
    expect(waitTitle(acknowledging, 'Await acknowledgements', NOW)).toBe(
      'The start date, Fri, Jan 22, 5:00 PM EST',
    );
    expect(isAnswered(acknowledging, 'Await acknowledgements')).toBe(true);
    expect(isAnswered(acknowledging, 'Wait for the start date')).toBe(false);
    const openRequests = [open('acknowledgement', 'acknowledgement', ['employee'])];
    expect(isAnswered(pulse({ openRequests }), 'Await acknowledgements')).toBe(false);
  });

  test('has words of its own for every state that waits for the clock', () => {
    const without = NEXT_STATES.filter(
      (state) => state.startsWith('Wait') || state.startsWith('Watch'),
    ).filter((state) => waitTitle(pulse(), state, NOW).startsWith('What comes due next'));
    expect(without).toEqual([]);
  });
});

test.each([
  ['2026-12-01T14:00:00.400Z', '2026-12-01T14:00:00.900Z', '1 second'],
  ['2026-12-01T14:00:00Z', '2026-12-01T14:00:12Z', '12 seconds'],
  ['2026-12-01T14:00:00Z', '2026-12-03T17:05:00Z', '2 days 3 hours'],
  ['2026-12-01T14:00:00Z', '2026-12-01T15:00:30Z', '1 hour'],
])('from %s to %s is %s', (from, to, words) => {
  expect(duration(from, to)).toBe(words);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffDrafts } from '../../domain/diff.ts';
import type { PlanDraft } from '../../domain/draft.ts';
import { same } from '../../domain/same.ts';
import { dcDraft } from '../support/plans.ts';
import { anyDraft } from './check-draft.arbitrary.ts';

/** What changes when the District's sample draft is rewritten by `edit`. */
const changes = (edit: (draft: PlanDraft) => void) => {
  const after = dcDraft();
  edit(after);
  return diffDrafts(dcDraft(), after);
};
const item = (draft: PlanDraft, place: number) => draft.items[place] as PlanDraft['items'][number];

test('two plans that say the same differ in nothing', () => {
  expect(changes(() => {})).toEqual([]);
});

describe('a change names the thing by its id, its date or its place', () => {
  test.each<[string, (draft: PlanDraft) => void, [string, string | null, string | null]]>([
    [
      'a number',
      (draft) => {
        item(draft, 0).measure.target = 12;
      },
      ['/items/accuracy/measure/target', '10', '12'],
    ],
    [
      'an address',
      (draft) => {
        draft.participants = draft.participants.map((person) =>
          person.id === 'hr' ? { ...person, email: 'hr@agency.example' } : person,
        );
      },
      ['/participants/hr/email', 'priya.raman@agency.example', 'hr@agency.example'],
    ],
    [
      'a benchmark',
      (draft) => {
        item(draft, 0).checkIns[0] = { date: '2026-12-18', benchmark: 32 };
      },
      ['/items/accuracy/checkIns/2026-12-18/benchmark', '30', '32'],
    ],
    [
      'yes and no',
      (draft) => {
        draft.subject.supervises = true;
      },
      ['/subject/supervises', 'false', 'true'],
    ],
    [
      'something said for the first time',
      (draft) => {
        draft.subject.bargainingUnit = 'Local 12';
      },
      ['/subject/bargainingUnit', null, 'Local 12'],
    ],
    [
      'something not said any more',
      (draft) => {
        delete draft.subject.grade;
      },
      ['/subject/grade', 'CS-11', null],
    ],
    [
      'an action in other words',
      (draft) => {
        item(draft, 0).actions[1] = { what: 'Finish the code course.' };
      },
      ['/items/accuracy/actions/1/what', 'Finish the code refresher course.', 'Finish the code course.'],
    ],
    [
      'a promise that comes later',
      (draft) => {
        item(draft, 0).support = item(draft, 0).support.map((each) => ({ ...each, due: '2027-01-04' }));
      },
      ['/items/accuracy/support/0/due', '2026-12-18', '2027-01-04'],
    ],
  ])('%s', (_, edit, [field, before, after]) => {
    expect(changes(edit)).toEqual([{ field, before, after }]);
  });
});

describe('what is wholly new or gone is one readable line', () => {
  test('a check-in that moves is a new one and one that is gone', () => {
    const moved = changes((draft) => {
      item(draft, 2).checkIns[3] = { date: '2027-02-01', benchmark: 95 };
    });
    expect(moved).toEqual([
      { field: '/items/communication/checkIns/2027-02-01', before: null, after: 'benchmark 95' },
      { field: '/items/communication/checkIns/2027-01-29', before: 'benchmark 95', after: null },
    ]);
  });

  test('a person', () => {
    const [change, ...more] = changes((draft) => {
      draft.participants.splice(1, 0, {
        id: 'mentor',
        role: 'mentor',
        name: 'Ines Duarte',
        email: 'ines@agency.example',
      });
    });
    expect(change).toEqual({
      field: '/participants/mentor',
      before: null,
      after: 'Ines Duarte, mentor, ines@agency.example',
    });
    expect(more).toEqual([]);
  });

  test('a promise of help', () => {
    const gone = changes((draft) => {
      item(draft, 0).support = [];
    });
    expect(gone).toEqual([
      {
        field: '/items/accuracy/support/0',
        before: 'Code refresher course (training), from Dana Whitfield, due 2026-12-18',
        after: null,
      },
    ]);
  });

  test('an item, with everything it asks', () => {
    const gone = changes((draft) => {
      draft.items = draft.items.slice(0, 2);
    });
    expect(gone).toEqual([
      {
        field: '/items/communication',
        before:
          'Deficiency: Applicants wait for answers and ask again. | ' +
          'Desired outcome: Applicants hear back within two business days. | ' +
          'Actions: Answer every applicant within two business days, if only to say when more will follow. | ' +
          'Measure: Applicants answered in time, from 40 to 95 percent | ' +
          'Check-ins: 2026-12-18 55; 2027-01-04 70; 2027-01-15 85; 2027-01-29 95',
        after: null,
      },
    ]);
  });

  test('two follow-ups on one day are told apart by their type', () => {
    const day = '2027-01-15';
    const before = dcDraft({ followUps: [{ date: day, type: 'coaching', agenda: 'The checklist' }] });
    const after = dcDraft({
      followUps: [
        { date: day, type: 'review' },
        { date: day, type: 'coaching', agenda: 'The backlog' },
      ],
    });
    expect(diffDrafts(before, after)).toEqual([
      { field: '/followUps/2027-01-15/review', before: null, after: 'review' },
      { field: '/followUps/2027-01-15/coaching/agenda', before: 'The checklist', after: 'The backlog' },
    ]);
  });
});

test('changes come in the order of the new text, what is gone last in its part', () => {
  const fields = changes((draft) => {
    draft.endDate = '2027-03-06';
    draft.title = 'Permit reviews';
    draft.participants = draft.participants.slice(0, 3);
    item(draft, 1).deficiency = 'Reviews are late.';
    item(draft, 0).rating = 1;
  }).map((change) => change.field);
  expect(fields).toEqual([
    '/title',
    '/participants/hr',
    '/endDate',
    '/items/accuracy/rating',
    '/items/timeliness/deficiency',
  ]);
});

test('another order of the same things is one change of their list', () => {
  const turned = changes((draft) => {
    draft.items.reverse();
  });
  expect(turned).toEqual([
    {
      field: '/items',
      before: 'accuracy | timeliness | communication',
      after: 'communication | timeliness | accuracy',
    },
  ]);
});

test('settings that were not there before are one line', () => {
  const silent = dcDraft({
    settings: { onDecisionOverdue: { mode: 'deem_met', verifiedBy: 'Priya Raman' } },
  });
  expect(diffDrafts(dcDraft(), silent)).toEqual([
    {
      field: '/settings',
      before: null,
      after: 'on decision overdue: mode: deem_met; verified by: Priya Raman',
    },
  ]);
});

test('an action put before the others leaves them as they were', () => {
  const added = changes((draft) => {
    item(draft, 0).actions.unshift({ what: 'Read the code.' });
  });
  expect(added).toEqual([{ field: '/items/accuracy/actions/0', before: null, after: 'Read the code.' }]);
});

test('a list that is absent is an empty one', () => {
  expect(diffDrafts(dcDraft(), dcDraft({ followUps: [] }))).toEqual([]);
});

describe('whatever two drafts hold', () => {
  const pair = fc.oneof(
    fc.tuple(anyDraft, anyDraft),
    anyDraft.map((draft): [PlanDraft, PlanDraft] => [draft, structuredClone(draft)]),
    fc
      .tuple(anyDraft, anyDraft)
      .map(([draft, other]): [PlanDraft, PlanDraft] => [draft, { ...draft, items: other.items }]),
  );

  test('nothing is listed exactly when both say the same, and what is listed differs', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const listed = diffDrafts(before, after);
        expect(listed.length === 0).toBe(same(asText(before), asText(after)));
        for (const change of listed) expect(change.before).not.toBe(change.after);
      }),
      { numRuns: 500 },
    );
  });
});

/** Numbers as they are written: `-0` reads as `0`. */
function asText(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, held) => (typeof held === 'number' ? String(held) : held)));
}

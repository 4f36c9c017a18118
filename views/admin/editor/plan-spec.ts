import { FOLLOW_UP_TYPES } from '../../../domain/plan.ts';
import { en } from '../../words/en.ts';
import { itemsSpec } from './item-spec.ts';
import { participants, subject } from './people-spec.ts';
import type { Group, Leaf, List, Spec } from './spec.ts';

const { followUps } = en.common;

const dated = (label: string, one: string, what: string, hint: string): List => ({
  is: 'list',
  label,
  one,
  hint,
  of: {
    is: 'group',
    label: what,
    fields: {
      date: { is: 'day', label: 'Day' },
      summary: { is: 'words', label: 'What was said or seen', rows: 2 },
    },
  },
});

const reason: Group = {
  is: 'group',
  label: 'Why a plan is needed',
  fields: {
    summary: {
      is: 'words',
      label: 'Reason in a few sentences',
      hint: 'What happened, not what somebody is like.',
    },
    priorCoaching: dated(
      'Talks before this plan',
      'a talk',
      'Talk',
      'When the matter was talked over before, and what was agreed.',
    ),
    evidence: dated('Evidence', 'an entry', 'Evidence', 'Reports, numbers or examples the reason rests on.'),
  },
};

const followUpList: List = {
  is: 'list',
  label: 'Follow-ups of the whole plan',
  one: 'a follow-up',
  hint: 'Beside the check-ins of the items: coaching, reviews, training, reports of numbers, surveys.',
  optional: true,
  of: {
    is: 'group',
    label: 'Follow-up',
    fields: {
      date: { is: 'day', label: 'Day' },
      type: {
        is: 'choice',
        label: 'Kind',
        options: FOLLOW_UP_TYPES.map((type) => [type, followUps[type]] as const),
      },
      agenda: { is: 'words', label: 'What it is about', optional: true, rows: 2 },
      questions: {
        is: 'list',
        label: 'Questions of a survey',
        one: 'a question',
        optional: true,
        of: { is: 'line', label: 'Question', hint: 'Answered on a scale of 1 to 5.' },
      },
    },
  },
};

const settings: Group = {
  is: 'group',
  label: 'Settings',
  optional: true,
  fields: {
    onDecisionOverdue: {
      is: 'group',
      label: 'When nobody has decided in time',
      optional: true,
      fields: {
        mode: {
          is: 'choice',
          label: 'Then',
          hint: 'Left open, the rules’ own default applies.',
          options: [
            ['escalate_only', 'Tell those above until somebody decides'],
            ['deem_met', 'The plan counts as met, by rule'],
          ],
        },
        verifiedBy: {
          is: 'line',
          label: 'Who read the text of that rule',
          when: { field: 'mode', in: ['deem_met'] },
        },
      },
    },
  },
};

const isTrue = (label: string, hint: string): Leaf => ({ is: 'yes-no', label, hint });

const triage: Group = {
  is: 'group',
  label: 'Is a plan the right thing?',
  hint: 'Only HR reads these answers.',
  optional: true,
  fields: {
    purpose: {
      is: 'choice',
      label: 'What is it for?',
      options: [
        ['improvement', 'Improvement'],
        ['discipline', 'Discipline'],
        ['misconduct', 'Misconduct'],
        ['redundancy', 'Redundancy'],
      ],
    },
    expectationsKnown: isTrue(
      'Were the expectations known before?',
      'Told to the employee, in words they could use.',
    ),
    helpGiven: isTrue('Was help offered before?', 'Coaching, training, tools or time.'),
    managerDidTheirPart: isTrue('Did the manager do their part?', 'Met, gave feedback, answered.'),
  },
};

/** Every part of a plan's draft, in the order in which it is written. */
export const PLAN_SPEC: Group = {
  is: 'group',
  label: 'Plan',
  fields: {
    triage,
    title: { is: 'line', label: 'Title', hint: 'What the plan is about, without judging anybody.' },
    participants,
    subject,
    issuer: {
      is: 'group',
      label: 'Who issues the plan',
      fields: {
        participant: { is: 'person', label: 'Issued by' },
        absenceReason: {
          is: 'words',
          label: 'Why it is not the immediate supervisor',
          optional: true,
          rows: 2,
        },
      },
    },
    reason,
    startDate: { is: 'day', label: 'First day' },
    endDate: { is: 'day', label: 'Last day' },
    pack: { is: 'pack', label: 'Rules', optional: true },
    timeZone: {
      is: 'zone',
      label: 'Time zone of the plan',
      hint: 'Such as America/New_York. The organisation’s own when left empty.',
      optional: true,
    },
    items: itemsSpec,
    followUps: followUpList,
    settings,
  },
};

/** The parts of a plan that a new version may write anew. */
export const AMENDABLE = ['title', 'participants', 'reason', 'endDate', 'items', 'followUps'] as const;

/** Who is writing what: a new plan, one that is still a draft, or a new version of one that runs. */
export type EditorKind = 'plan' | 'redraft' | 'amend';

const AMENDMENT_SPEC: Group = {
  is: 'group',
  label: 'New version',
  fields: {
    ...Object.fromEntries(AMENDABLE.map((name): [string, Spec] => [name, PLAN_SPEC.fields[name] as Spec])),
    why: {
      is: 'words',
      label: 'Why the plan is amended',
      hint: 'Both sides read it with the new version, and it stays in the record.',
      rows: 3,
    },
  },
};

const REDRAFT_SPEC: Group = {
  ...PLAN_SPEC,
  fields: {
    ...PLAN_SPEC.fields,
    why: {
      is: 'words',
      label: 'What was changed, and why',
      hint: 'A note for whoever approves the plan; it stays in the record.',
      optional: true,
      rows: 2,
    },
  },
};

/** What is written in each case; `why` is no part of the plan itself. */
export const SPECS: Readonly<Record<EditorKind, Group>> = {
  plan: PLAN_SPEC,
  redraft: REDRAFT_SPEC,
  amend: AMENDMENT_SPEC,
};

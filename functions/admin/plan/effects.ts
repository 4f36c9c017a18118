import { openRequests } from '../../../domain/agenda.ts';
import type { Instant, Plan, ScheduledRequest } from '../../../domain/plan.ts';
import type { Effects } from '../../../views/admin/plan/effects.tsx';
import { briefMoment } from '../../../views/admin/plan/moments.ts';
import { MAIL, STATUS } from '../../../views/admin/plan/words.ts';
import { dayInWords } from '../../../views/dates.ts';
import { nameOf } from '../../../views/models/plan-view.ts';
import { questionInWords } from '../../../views/models/questions.ts';
import { en } from '../../../views/words/en.ts';
import type { Considered } from './consider.ts';

type Tried = Extract<Considered, { kind: 'effects' }>;
type Row = Effects['changes'][number];

/** So many questions that move are told one by one; of more, how many there are. */
const MOST_ROWS = 40;

/**
 * What a command that was tried would do, in words for whoever is about to give it.
 *
 * @param others the plans that a hold of this one names
 */
export function effectsOf({ run, after }: Tried, before: Plan, others: readonly Plan[] = []): Effects {
  const rows = [
    ...ofThePlan(before, after, run.after.endDateAfterPause),
    ...others.map(heldAsWell),
    ...ofQuestions(before, after),
  ];
  const more = rows.length - MOST_ROWS;
  return {
    recorded: [...new Set(run.preview.map(({ text }) => text))],
    mails: [...Map.groupBy(run.mails, ({ template }) => template)].map(([template, mails]) => ({
      who: [...new Set(mails.map(({ to }) => to))],
      about: MAIL[template],
    })),
    changes:
      more > 0
        ? [
            ...rows.slice(0, MOST_ROWS),
            { what: `${more} more questions`, before: '', after: 'change with them' },
          ]
        : rows,
  };
}

function ofThePlan(before: Plan, after: Plan, later: string | undefined): Row[] {
  const day = (date: string): string => dayInWords(date, 'en');
  const row = (what: string, from: string, to: string): Row[] =>
    from === to ? [] : [{ what, before: from, after: to }];
  return [
    ...row('Status', STATUS[before.status], STATUS[after.status]),
    ...row('First day', day(before.draft.startDate), day(after.draft.startDate)),
    ...row('Last day', day(before.draft.endDate), day(after.draft.endDate)),
    ...(later && later !== after.draft.endDate
      ? row('Last day, once the pause is over', day(after.draft.endDate), day(later))
      : []),
    ...row('Manager', managerOf(before), managerOf(after)),
    ...row('Kept from deletion', before.legalHold ? 'Yes' : 'No', after.legalHold ? 'Yes' : 'No'),
  ];
}

/** Each has a hold of its own from then on, with the same reason, and is released by itself. */
const heldAsWell = ({ id, draft, legalHold }: Plan): Row => ({
  what: `${draft.title} (${id}): kept from deletion`,
  before: legalHold ? 'Yes' : 'No',
  after: legalHold ? 'Yes, by the hold it has' : 'Yes, with the same reason',
});

const managerOf = (plan: Plan): string => {
  const id = plan.draft.participants.find(({ role }) => role === 'supervisor')?.id;
  return id === undefined ? 'Nobody' : nameOf(plan, id);
};

/** Questions that move, are asked no more, or are new. Whoever is asked stays out of it: the mails say that. */
function ofQuestions(before: Plan, after: Plan): Row[] {
  const was = new Map(ahead(before).map((one) => [one.id, one]));
  const will = new Map(ahead(after).map((one) => [one.id, one]));
  const changed = [...new Set([...was.keys(), ...will.keys()])].flatMap((id): (Row & { at: Instant })[] => {
    const [from, to] = [was.get(id), will.get(id)];
    const about = to ?? from;
    if (!about || from?.dueAt === to?.dueAt) return [];
    return [
      {
        what: from ? questionInWords(from, en) : questionInWords(about, en),
        before: from ? due(from, before) : 'not asked',
        after: to ? due(to, after) : whyGone(id, after),
        at: about.dueAt,
      },
    ];
  });
  return changed.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ at: _, ...row }) => row);
}

const ahead = (plan: Plan): ScheduledRequest[] => [...openRequests(plan), ...plan.scheduled];

const due = ({ dueAt }: ScheduledRequest, plan: Plan): string => `due ${briefMoment(dueAt, plan.timeZone)}`;

function whyGone(id: string, after: Plan): string {
  const status = after.requests[id]?.status;
  return status === 'answered' ? 'answered' : status === 'missed' ? 'closed unanswered' : 'asked no more';
}

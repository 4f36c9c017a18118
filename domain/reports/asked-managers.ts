import { addHours, dayIn } from '../days.ts';
import type { Instant, ParticipantId, Plan, Request, Respondent } from '../plan.ts';
import { isReached } from '../reached.ts';
import { mailboxOf } from '../wrong-person.ts';

/** How one person kept the check-ins of one plan that they were asked about as its supervisor. */
export interface ManagerCheckIns {
  name: string;
  email: string;
  /** Over, and asked of them. */
  asked: number;
  /** Of those, the ones that count for them: in time, late or unanswered. */
  theirs: number;
  onTime: number;
  late: number;
  unanswered: number;
  /** Of the unanswered ones, those of which HR has not said yet whose doing it was. */
  notSaid: number;
}

type Kept = 'onTime' | 'late' | 'unanswered' | 'not_theirs';

/** Everybody who was asked as the supervisor, each with their own check-ins: a new manager has none of the old one's. */
export function askedManagers(checkIns: readonly Request[], plan: Plan): ManagerCheckIns[] {
  const asked = checkIns.flatMap((request) => {
    const manager = managerOf(request, plan);
    return manager ? [{ id: manager.participant, request, kept: keptBy(manager, request, plan) }] : [];
  });
  return [...Map.groupBy(asked, ({ id }) => id)].map(([id, own]) => {
    const person = [...plan.draft.participants, ...plan.former].find((one) => one.id === id);
    const count = (kept: Kept): number => own.filter((one) => one.kept === kept).length;
    return {
      name: person?.name ?? '',
      email: mailboxOf(person?.email ?? ''),
      asked: own.length,
      theirs: own.length - count('not_theirs'),
      onTime: count('onTime'),
      late: count('late'),
      unanswered: count('unanswered'),
      notSaid: own.filter(({ kept, request }) => kept === 'unanswered' && !plan.attributions[request.id])
        .length,
    };
  });
}

interface Term {
  who: ParticipantId;
  from: Instant;
  until: Instant | undefined;
}

/** Who issued the plan from when until when, the first one first; only a change of manager changes that. */
function termsOf({ versions, draft, createdAt }: Plan): Term[] {
  const ended = versions.flatMap(({ at, takenOver }) => (takenOver ? [{ who: takenOver.from, at }] : []));
  return [...ended, { who: draft.issuer.participant, at: undefined }].map(({ who, at }, place) => ({
    who,
    from: ended[place - 1]?.at ?? createdAt,
    until: at,
  }));
}

/** Whoever was asked as supervisor: of two, the one who answered while they were it, else the one who was left to. */
function managerOf(request: Request, plan: Plan): Respondent | undefined {
  const { openedAt, closedAt = plan.updatedAt, respondents } = request;
  const candidates = termsOf(plan)
    .filter(({ who }) => who !== plan.draft.subject.participant)
    .filter(({ from, until }) => from <= closedAt && (until === undefined || until >= openedAt))
    .flatMap(({ who, until }) => {
      const person = respondents.find(({ participant, required }) => participant === who && required);
      return person ? [{ person, until }] : [];
    });
  const answered = candidates.find(
    ({ person, until }) => person.answeredAt && (until === undefined || person.answeredAt <= until),
  );
  return (answered ?? candidates.at(-1))?.person;
}

function keptBy(manager: Respondent, request: Request, plan: Plan): Kept {
  const to = plan.attributions[request.id]?.to;
  if (to === 'excused' || to === 'employee') return 'not_theirs';
  const { answeredAt, firstAnsweredAt = answeredAt } = manager;
  if (firstAnsweredAt === undefined) return isReached(manager, request, plan) ? 'unanswered' : 'not_theirs';
  if (firstAnsweredAt <= request.dueAt) return 'onTime';
  return wasReachedInTime(manager, firstAnsweredAt, request, plan) ? 'late' : 'not_theirs';
}

/** Longer than a mail is tried for: what was not given up by then did arrive. */
const SETTLED_AFTER_HOURS = 48;

/** Whether the question had reached somebody who answered late before it was due: with a mail that left in time, or on paper. */
function wasReachedInTime(
  { served, mailed, ...person }: Respondent,
  answeredAt: Instant,
  request: Request,
  plan: Plan,
): boolean {
  if (served && served.on <= dayIn(request.dueAt, plan.timeZone)) return true;
  const before = { ...person, mailed: mailed.filter(({ at }) => at <= request.dueAt) };
  return isReached(before, request, plan, addHours(answeredAt, SETTLED_AFTER_HOURS));
}

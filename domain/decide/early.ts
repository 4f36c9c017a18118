import { daysInclusive } from '../calendar.ts';
import type { Command, Context } from '../commands.ts';
import { addDays } from '../days.ts';
import { type BrokenRule, NotAllowedNow } from '../errors.ts';
import type { Fact } from '../events.ts';
import type { Day, Plan } from '../plan.ts';
import { broken, brokenProductRule, pinnedRules, type Rules, refuseIfAny } from '../rules.ts';
import { isBlank, LONG_TEXT, SHORT_TEXT, textProblems } from '../text.ts';
import { closedAsMet, copies } from './outcome.ts';

const WAY_OUT: Partial<Record<Plan['status'], string>> = {
  acknowledging: 'Wait until it has started, or withdraw it.',
  paused: 'Resume it first.',
  deciding: 'Record the decision: its days are over.',
};

/** The plan is met before its last day: the written finding of whoever issued it, once the time the rules ask for has passed (H7). */
export function endEarly(
  command: Extract<Command, { type: 'EndEarly' }>,
  plan: Plan,
  context: Context,
): Fact[] {
  const { by, typedName, summary } = command;
  const last = plan.decisions.at(-1);
  if (plan.closedAt !== null && last?.early && last.by === by) return [];
  if (plan.status !== 'active') {
    throw new NotAllowedNow('ended early', plan.status, WAY_OUT[plan.status] ?? 'Its record stays as it is.');
  }
  const rules = pinnedRules(plan, context.library);
  const { pack, calendar } = rules;
  refuseIfAny([
    ...checkFinding(command, plan, rules),
    ...checkTime(plan, calendar.dayOf(context.now), rules),
  ]);
  const met = pack.decision.outcomes.is.find((outcome) => outcome.met);
  if (!met) throw new RangeError(`Rule pack ${pack.id} has no outcome that says the plan was met.`);
  const requestId = 'decision-early';
  return [
    {
      type: 'DecisionRecorded',
      requestId,
      decision: {
        outcome: met.code,
        reasons: [],
        summary,
        early: true,
        by,
        typedName,
        at: context.now,
        copies: copies(plan, requestId, pack, context),
      },
    },
    ...closedAsMet(met.code, plan, context, rules),
  ];
}

function checkFinding(
  { by, typedName, summary }: Extract<Command, { type: 'EndEarly' }>,
  plan: Plan,
  { pack }: Rules,
): BrokenRule[] {
  const problems = (field: string, text: string, oneLine: boolean): BrokenRule[] =>
    textProblems(text, { oneLine, longest: oneLine ? SHORT_TEXT : LONG_TEXT }).map((problem) =>
      brokenProductRule(field, problem),
    );
  return [
    ...(by === plan.draft.issuer.participant
      ? []
      : [broken('/by', 'Only whoever issued the plan ends it early.', pack.issuer, pack)]),
    ...(isBlank(typedName)
      ? [brokenProductRule('/typedName', 'Type your name: it shows whose finding this is.')]
      : problems('/typedName', typedName, true)),
    ...(isBlank(summary)
      ? [
          broken(
            '/summary',
            'Write what was found: a plan ends early only in writing.',
            pack.earlySuccess,
            pack,
          ),
        ]
      : problems('/summary', summary, false)),
  ];
}

function checkTime(plan: Plan, today: Day, { pack }: Rules): BrokenRule[] {
  const { earlySuccess } = pack;
  if (!earlySuccess.is) {
    const message = `These rules do not let a plan end early. It is decided after ${plan.draft.endDate}.`;
    return [broken('', message, earlySuccess, pack)];
  }
  const { afterDays } = earlySuccess.is;
  const earliest = addDays(plan.draft.startDate, afterDays + tolledSince(plan.draft.startDate, today, plan));
  if (today >= earliest) return [];
  const message = `A plan may end early once ${afterDays} days of it have passed, absence not counted: from ${earliest} on.`;
  return [broken('', message, earlySuccess, pack)];
}

/** Days from `start` to `today` on which the clock stood still. */
function tolledSince(start: Day, today: Day, { pauses }: Plan): number {
  return pauses
    .map(({ from, resumedOn }) => ({ first: from < start ? start : from, next: resumedOn ?? today }))
    .filter(({ first, next }) => first < next && first < today)
    .reduce((days, { first, next }) => days + daysInclusive(first, addDays(next, -1)), 0);
}

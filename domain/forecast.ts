import { agenda, openRequests, type Step } from './agenda.ts';
import type { Command, Context } from './commands.ts';
import { decide } from './decide.ts';
import { Refusal } from './errors.ts';
import type { Fact } from './events.ts';
import { evolve, stamp } from './evolve.ts';
import { type MailItem, owed } from './owed.ts';
import type { Answer, Instant, ParticipantId, Plan, Request } from './plan.ts';

/** One moment of the future. */
export interface Foreseen {
  at: Instant;
  facts: Fact[];
  /** What goes out then. */
  mails: Pick<MailItem, 'to' | 'template' | 'requestId'>[];
  /** The plan after it. */
  plan: Plan;
}

/** What somebody is going to answer, when the question is due; `undefined` for nothing. */
export type Reply = (request: Request, by: ParticipantId, plan: Plan) => Answer | undefined;

/** What nobody sees to comes back without end; a future stops being told after this many moments of nothing else. */
const REPEATS_TOLD = 5;

/**
 * What will happen, from the same code that will make it happen: with everybody silent, or with the answers `reply`
 * gives. An answer that the rules refuse is not given. Empty unless launched.
 */
export function forecast(plan: Plan, context: Context, reply: Reply = () => undefined): Foreseen[] {
  const future: Foreseen[] = [];
  const refused = new Set<string>();
  let current = plan;
  let now = context.now;
  for (let repeats = 0; repeats < REPEATS_TOLD; ) {
    const step = agenda(current)[0];
    const answer = nextAnswer(current, reply, refused);
    const isAnswer = answer !== undefined && (!step || answer.at <= step.at);
    if (!isAnswer && !step) break;
    now = later(now, isAnswer ? answer.at : (step as Step).at);
    const moment = isAnswer
      ? answered(answer.command, current, { ...context, now }, refused)
      : happen({ type: 'Advance', run: current.run }, current, { ...context, now });
    if (!moment) continue;
    // What did nothing would do nothing for ever.
    if (!isAnswer && moment.facts.length === 0) break;
    repeats = onlyRepeats(current) ? repeats + 1 : 0;
    current = moment.plan;
    future.push(moment);
  }
  return future;
}

/** What a command brings about at `context.now`. @throws Refusal */
export function happen(command: Command, plan: Plan | undefined, context: Context): Foreseen {
  const facts = decide(command, plan, context);
  const mails: Foreseen['mails'] = [];
  let after = plan;
  for (const fact of facts) {
    const event = stamp(fact, after, context.now, context.actor);
    after = evolve(after, event);
    mails.push(...owed(event, after).flatMap(mailOf));
  }
  if (!after) throw new RangeError('The first thing that happens to a plan is that it is drafted.');
  return { at: context.now, facts, mails, plan: after };
}

const mailOf = (item: ReturnType<typeof owed>[number]): Foreseen['mails'] =>
  item.kind === 'mail'
    ? [{ to: item.to, template: item.template, ...(item.requestId ? { requestId: item.requestId } : {}) }]
    : [];

type AnswerRequest = Extract<Command, { type: 'AnswerRequest' }>;

/** The answer that is due first; nobody is asked while the clock stands still. */
function nextAnswer(plan: Plan, reply: Reply, refused: ReadonlySet<string>) {
  if (plan.status === 'paused') return undefined;
  let first: { at: Instant; command: AnswerRequest } | undefined;
  for (const request of openRequests(plan)) {
    if (first && first.at <= request.dueAt) continue;
    for (const { participant: by, answer: said } of request.respondents) {
      if (said || refused.has(keyOf(request.id, by))) continue;
      const answer = reply(request, by, plan);
      if (!answer) continue;
      const command = { type: 'AnswerRequest', requestId: request.id, by, answer } as const;
      first = { at: request.dueAt, command };
      break;
    }
  }
  return first;
}

function answered(command: AnswerRequest, plan: Plan, context: Context, refused: Set<string>) {
  refused.add(keyOf(command.requestId, command.by));
  try {
    const moment = happen(command, plan, context);
    refused.delete(keyOf(command.requestId, command.by));
    return moment.facts.length > 0 ? moment : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const keyOf = (requestId: string, by: ParticipantId): string => `${requestId}\n${by}`;

/** Whether all that is ahead has happened before: the end of a ladder, or of a pause that nobody ends. */
const onlyRepeats = (plan: Plan): boolean =>
  agenda(plan).every(({ do: what, requestId }) => {
    if (what === 'review_pause') return true;
    const request = plan.requests[requestId ?? ''];
    return (
      what === 'escalate' && request !== undefined && request.escalationsSent >= request.escalations.length
    );
  });

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

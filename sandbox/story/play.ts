import { get, post } from './http.ts';
import { differences, type Outcome, outcomeOf } from './outcome.ts';
import { Person } from './people.ts';
import { type Act, type Expectation, instantOf, type Story } from './story-file.ts';

/** What was played: the plan's end, what differs from what was expected, and the timeline as people would read it. */
export interface Played {
  planId: string;
  outcome: Outcome;
  differences: string[];
  timeline: { at: string; text: string }[];
}

/** Talks to the sandbox at `base` only through HTTP: pages for people, the API for HR, the control API for time. */
export async function play(
  story: Story,
  base: string,
  log: (line: string) => void = () => {},
): Promise<Played> {
  const { timeZone } = story.plan;
  const draft = await post<{ planId: string }>(base, '/api/plans', story.plan);
  const planId = draft.planId;
  for (const act of story.acts) {
    await advanceTo(base, instantOf(act.at, timeZone));
    log(`${act.at.replace('T', ' ')}  ${describe(act)}`);
    await perform(act, planId, base, story);
    await settle(base);
  }
  const outcome = await outcomeOf(base, planId);
  return {
    planId,
    outcome,
    differences: differences(story.expect as Expectation, outcome),
    timeline: await timelineOf(base, planId),
  };
}

async function perform(act: Act, planId: string, base: string, story: Story): Promise<void> {
  if ('hr' in act) {
    const { hr: type, comment, reason } = act;
    await post(base, `/api/plans/${planId}/commands`, { type, comment, reason });
    return;
  }
  const people = story.plan.participants as { id: string; email: string }[];
  const person = people.find(({ id }) => id === act.who);
  if (!person) throw new Error(`The plan has no participant "${act.who}".`);
  await new Person(base, person.id, person.email).answer(act.request, act.form);
}

const describe = (act: Act): string => ('hr' in act ? `HR: ${act.hr}` : `${act.who}: answers ${act.request}`);

async function timelineOf(base: string, planId: string): Promise<{ at: string; text: string }[]> {
  const timeline = await get<{ entries: { at: string; kind: string; text: string }[] }>(
    base,
    `/api/plans/${planId}/timeline`,
  );
  const mails = await get<{ at: string; to: string[]; subject: string }[]>(
    base,
    `/_sandbox/mail?plan=${planId}`,
  );
  const past = timeline.entries.filter((entry) => entry.kind === 'past');
  const sent = mails.map(({ at, to, subject }) => ({ at, text: `    mail to ${to.join(', ')}: ${subject}` }));
  return [...past, ...sent]
    .map(({ at, text }) => ({ at, text }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Moves the clock, which never goes back: an act at a moment already past happens now. */
async function advanceTo(base: string, to: string): Promise<void> {
  const { now } = await get<{ now: string }>(base, '/_sandbox/clock');
  if (Date.parse(to) > Date.parse(now)) await post(base, '/_sandbox/clock', { to });
}

/** Lets everything that an act set going come to rest. */
const settle = (base: string): Promise<unknown> => post(base, '/_sandbox/clock', { advance: 'PT0S' });

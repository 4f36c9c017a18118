import { get, post } from './http.ts';
import { differences, type Outcome, outcomeOf } from './outcome.ts';
import { describe, perform, tryDraft } from './perform.ts';
import { instantOf, type Story } from './story-file.ts';

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
  const refusals: Played['timeline'] = [];
  for (const tried of story.tried ?? []) {
    refusals.push({ at: story.clock, text: `    ${await tryDraft(tried, story.plan, base)}` });
  }
  const draft = await post<{ planId: string; warnings: { rule: string }[] }>(base, '/api/plans', story.plan);
  const planId = draft.planId;
  const advice = [...new Set(draft.warnings.map(({ rule }) => rule))].sort();
  for (const act of story.acts) {
    const at = instantOf(act.at, timeZone);
    await advanceTo(base, at);
    log(`${act.at.replace('T', ' ')}  ${describe(act)}`);
    const refused = await perform(act, planId, base);
    if (refused) refusals.push({ at, text: `    ${refused}` });
    await settle(base);
  }
  if (story.ends) await advanceTo(base, instantOf(story.ends, timeZone));
  const outcome = await outcomeOf(base, planId, advice);
  return {
    planId,
    outcome,
    differences: differences(story.expect, outcome),
    timeline: inOrder([...(await timelineOf(base, planId)), ...refusals]),
  };
}

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
  return [...past, ...sent].map(({ at, text }) => ({ at, text }));
}

const inOrder = (lines: Played['timeline']): Played['timeline'] =>
  lines.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** Moves the clock, which never goes back: an act at a moment already past happens now. */
async function advanceTo(base: string, to: string): Promise<void> {
  const { now } = await get<{ now: string }>(base, '/_sandbox/clock');
  if (Date.parse(to) > Date.parse(now)) await post(base, '/_sandbox/clock', { to });
}

/** Lets everything that an act set going come to rest. */
const settle = (base: string): Promise<unknown> => post(base, '/_sandbox/clock', { advance: 'PT0S' });

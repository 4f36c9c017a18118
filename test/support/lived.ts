import { ruleLibrary } from '../../adapters/packs.ts';
import {
  type Answer,
  agenda,
  checkInItems,
  type Instant,
  openRequests,
  type PlanDraft,
  type Progress,
  promisesFor,
  type RuleLibrary,
  type RulePack,
} from '../../domain/index.ts';
import { signed } from './answers.ts';
import { dcDraft } from './plans.ts';
import { Scenario } from './scenario.ts';

interface Life {
  draft?: PlanDraft;
  /** What everybody but the employee says of every item; `mixed`: below at the first check-in, near afterwards. */
  says?: Progress | 'mixed';
  library?: RuleLibrary;
}

/** A launched plan in which everybody answers at once whatever they are asked before the decision, until `now`. */
export function livedUntil(
  now: Instant,
  { draft = dcDraft(), says = 'mixed', library }: Life = {},
): Scenario {
  const scenario = Scenario.launched(draft, library);
  for (let due = nextDue(scenario); due && due <= now; due = nextDue(scenario)) {
    scenario.until(due);
    answerAll(scenario, says);
  }
  return scenario.until(now);
}

const nextDue = (scenario: Scenario): Instant | undefined => agenda(scenario.require())[0]?.at;

function answerAll(scenario: Scenario, says: Progress | 'mixed'): void {
  for (const { id, kind, respondents } of openRequests(scenario.require())) {
    for (const { participant } of respondents) {
      const answer = answerOf(scenario, id, kind, participant, says);
      if (answer && scenario.require().requests[id]?.status === 'open')
        scenario.answer(id, participant, answer);
    }
  }
}

function answerOf(
  scenario: Scenario,
  id: string,
  kind: string,
  by: string,
  says: Progress | 'mixed',
): Answer | undefined {
  const plan = scenario.require();
  if (kind === 'acknowledgement') return signed(by);
  if (kind === 'check_in') {
    const asked = Object.values(plan.requests).filter((request) => request.kind === 'check_in').length;
    const others = says === 'mixed' ? (asked === 1 ? 'below' : 'near') : says;
    const progress = by === plan.draft.subject.participant ? 'near' : others;
    const items = checkInItems(plan, id).map(({ item }) => ({ item: item.id, progress }));
    return { kind, meeting: 'held', items };
  }
  if (kind !== 'support') return undefined;
  const promises = promisesFor(plan, id, by).map(({ item, what }) => ({ item: item.id, what }));
  return { kind, promises: promises.map((promise) => ({ ...promise, delivered: 'yes' as const })) };
}

/** The rules that come with the product, with one pack changed. */
export function rulesWith(change: (pack: RulePack) => void, id = 'us-dc-6b1410'): RuleLibrary {
  const published = ruleLibrary();
  const changed = structuredClone(published.pack(id) as RulePack);
  change(changed);
  return {
    ...published,
    pack: (ref) => (ref === id || ref === `${id}@${changed.version}` ? changed : published.pack(ref)),
  };
}

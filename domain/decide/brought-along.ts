import type { Context } from '../commands.ts';
import type { Fact } from '../events.ts';
import type { CheckInAnswer, Instant, ParticipantId, Plan, Reading, Request } from '../plan.ts';
import type { Rules } from '../rules.ts';
import { isBlank } from '../text.ts';
import { afterFacts } from './after-facts.ts';
import { unknownReadings } from './readings.ts';
import { isRecognised } from './recognition.ts';

/**
 * Numbers and good words that came with the answers to a check-in, each put on record once. Only once nobody answers
 * any more: until then each side answers without knowing what the other says.
 */
export function broughtAlong(request: Request, plan: Plan, context: Context, rules: Rules): Fact[] {
  const facts: Fact[] = [];
  for (const { participant, answer, answeredAt } of request.respondents) {
    if (answer?.kind !== 'check_in' || !answeredAt) continue;
    const said = { answer, by: participant, at: answeredAt };
    facts.push(...broughtBy(said, request, afterFacts(facts, plan, context), rules));
  }
  return facts;
}

/** The same number from both sides is one number; another one stands beside it. */
const isSaidByOthers = ({ item, date, value, by }: Reading, { readings }: Plan): boolean =>
  readings.some(
    (known) => known.item === item && known.date === date && known.value === value && known.by !== by,
  );

interface Said {
  answer: CheckInAnswer;
  by: ParticipantId;
  at: Instant;
}

function broughtBy({ answer, by, at }: Said, request: Request, plan: Plan, { calendar }: Rules): Fact[] {
  const { readings = [], recognition: text = '' } = answer;
  const saidOn = calendar.dayOf(at);
  const date = request.date !== undefined && request.date < saidOn ? request.date : saidOn;
  const fresh = unknownReadings(
    readings.map((reading) => ({ ...reading, date, by })).filter((reading) => !isSaidByOthers(reading, plan)),
    plan,
  );
  return [
    ...(fresh.length > 0 ? [{ type: 'ReadingsRecorded' as const, readings: fresh, by }] : []),
    ...(isBlank(text) || isRecognised({ text, by }, plan)
      ? []
      : [{ type: 'RecognitionAdded' as const, text, by }]),
  ];
}

import { expect, test } from 'vitest';
import { record } from '../../adapters/chain.ts';
import { sealRecord } from '../../adapters/record-packet.ts';
import { standingOf } from '../../adapters/standing.ts';
import type { RecordedEvent } from '../../adapters/store.ts';
import { verdictOn } from '../../adapters/verify-record.ts';
import type { PlanEvent } from '../../domain/index.ts';
import { decided, signed } from '../support/answers.ts';
import { Scenario } from '../support/scenario.ts';
import { PLAN, sealedRecord } from '../support/sealed-record.ts';

const opened = () => Scenario.launched().until('2026-12-02T15:00:00Z');
const paper = {
  type: 'ServeOnPaper',
  requestId: 'acknowledgement',
  to: 'employee',
  on: '2026-12-02',
  witness: 'Sam Ortiz',
} as const;
const onPaper = { ...paper, signed: true, typedName: 'Jordan Reyes' } as const;

/** What `npm run verify` prints of the standing of every signature, after the number of its event. */
function standings({ events }: { events: PlanEvent[] }): string[] {
  const { events: some, pack } = sealedRecord();
  const chained: RecordedEvent[] = [];
  for (const event of events) chained.push(record(event, chained.at(-1)?.hash ?? (some[0]?.prev as string)));
  const packet = sealRecord(PLAN, chained, pack.text, '2027-03-01T09:00:00Z', []);
  const { text, exit } = verdictOn(Buffer.from(JSON.stringify(packet)));
  expect(exit).toBe(0);
  return [...text.matchAll(/Signature at event (\d+)[\s\S]*?\n {2}Standing {4}(.*)/g)].map(
    ([, seq, standing]) => `${seq}: ${standing}`,
  );
}

test('a signature stands when nothing took its place', () => {
  const scenario = opened().after(onPaper);
  scenario.answer('acknowledgement', 'supervisor', signed('Dana Whitfield'));
  expect(standings(scenario)).toEqual(['6: stands', '7: stands']);
});

test('one on paper that was recorded otherwise is replaced by the event that says so', () => {
  const scenario = opened()
    .after(onPaper)
    .after({ ...paper, signed: false });
  expect(standings(scenario)).toEqual(['6: replaced by event 8', '8: stands']);
});

test('one on paper is replaced by what they answer by link', () => {
  const scenario = opened().after({ ...paper, signed: false });
  scenario.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
  expect(standings(scenario)).toEqual(['6: replaced by event 7', '7: stands']);
});

test('one on paper is taken back by a record that it was only received; one by link is not', () => {
  const scenario = opened().after(onPaper).after(paper);
  expect(standings(scenario)).toEqual(['6: taken back by event 7']);
  const linked = opened().after({ ...paper, signed: false });
  linked.answer('acknowledgement', 'employee', signed('Jordan Reyes'));
  linked.when(paper);
  expect(standings(linked)).toEqual(['6: replaced by event 7', '7: stands']);
});

test('a decision that was sent back does not stand', () => {
  const said = { type: 'RequestAnswered', requestId: 'decision', by: 'supervisor', answer: decided('met') };
  const back = { type: 'AnswerReturned', requestId: 'decision', to: 'supervisor', by: 'hr', reason: 'Why?' };
  const elsewhere = { ...back, requestId: 'decision-2' };
  const events = [said, elsewhere, back].map((event, at) => ({ ...event, seq: at + 1 })) as RecordedEvent[];
  const [first] = events;
  expect(first?.type === 'RequestAnswered' && standingOf(first, events)).toEqual({ takenBackBy: 3 });
});

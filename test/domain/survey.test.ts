import { describe, expect, test } from 'vitest';
import {
  type Request,
  RulesBroken,
  type SurveyAnswer,
  summarise,
  surveyResults,
} from '../../domain/index.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';

const ID = 'survey-2026-12-16';
const QUESTIONS = ['Do you get an answer in time?', 'Is it right the first time?'];

function surveyed(people = 6, now = '2026-12-16T15:00:00Z'): Scenario {
  const draft = dcDraft({ followUps: [{ date: '2026-12-16', type: 'survey', questions: QUESTIONS }] });
  for (let number = 1; number <= people; number += 1) {
    const id = `stakeholder-${number}`;
    draft.participants.push({
      id,
      role: 'stakeholder',
      name: `Person ${number}`,
      email: `${id}@city.example`,
    });
  }
  return Scenario.launched(draft).until(now);
}

const scored = (scores: number[], comment?: string): SurveyAnswer => ({
  kind: 'survey',
  scores,
  ...(comment ? { comment } : {}),
});
const results = (scenario: Scenario) => surveyResults(scenario.require().requests[ID] as Request, 5);

function answeredBy(count: number, people = 6): Scenario {
  const scenario = surveyed(people);
  for (let number = 1; number <= count; number += 1) {
    const comment = ['Slow.', 'Better since May.', '', 'Always friendly.'][number - 1];
    scenario.answer(ID, `stakeholder-${number}`, scored([number % 2 ? 4 : 5, 3], comment));
  }
  return scenario;
}

describe('a survey', () => {
  test('is answered with a number from 1 to 5 for every question', () => {
    const refused = (scores: number[]) =>
      surveyed()
        .refuses(RulesBroken, {
          type: 'AnswerRequest',
          requestId: ID,
          by: 'stakeholder-1',
          answer: scored(scores),
        })
        .broken.map(({ field }) => field);
    expect(refused([6, 2.5])).toEqual(['/scores/0', '/scores/1']);
    expect(refused([5])).toEqual(['/scores/1']);
    expect(refused([5, 5, 5])).toEqual(['/scores']);
  });

  test('shows nothing while people still answer, and its sums when all have', () => {
    const kept = { questions: null, comments: [] };
    expect(results(answeredBy(5))).toEqual({ asked: 6, answered: 5, ...kept });
    expect(results(answeredBy(6))).toEqual({
      asked: 6,
      answered: 6,
      questions: [
        { text: QUESTIONS[0], mean: 4.5, counts: [0, 0, 0, 3, 3] },
        { text: QUESTIONS[1], mean: 3, counts: [0, 0, 6, 0, 0] },
      ],
      comments: ['Always friendly.', 'Better since May.', 'Slow.'],
    });
  });

  test('does not say in the summary whom it still waits for', () => {
    const { openRequests } = summarise(answeredBy(5).require());
    expect(openRequests.find(({ id }) => id === ID)).toMatchObject({ kind: 'survey', waitingFor: [] });
  });

  test('of too few answers shows nothing when it is over, and blames nobody', () => {
    const scenario = answeredBy(4).until('2027-01-01T00:00:00Z');
    expect(scenario.events).toContainEqual(expect.objectContaining({ type: 'RequestLapsed', requestId: ID }));
    expect(results(scenario)).toEqual({ asked: 6, answered: 4, questions: null, comments: [] });
    expect(results(answeredBy(5).until('2027-01-01T00:00:00Z')).questions).toHaveLength(2);
  });

  test('of very many is sent in several steps, and is not over before everybody was asked', () => {
    const scenario = surveyed(90);
    const asked = scenario.events.filter((event) => event.type === 'RespondentsInvited');
    expect(asked.map((event) => event.type === 'RespondentsInvited' && event.respondents.length)).toEqual([
      40, 10,
    ]);
    expect(results(scenario).asked).toBe(90);
    const early = surveyed(90, '2026-12-10T00:00:00Z');
    early.now = '2026-12-16T15:00:00Z';
    early.when({ type: 'Advance', run: 1 });
    expect(early.require().requests[ID]?.uninvited).toHaveLength(50);
    for (const { participant } of early.require().requests[ID]?.respondents ?? []) {
      early.answer(ID, participant, scored([1, 1]));
    }
    expect(early.require().requests[ID]?.status).toBe('open');
  });
});

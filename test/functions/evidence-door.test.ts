import { expect, test } from 'vitest';
import { planHash, sha256 } from '../../adapters/evidence-hash.ts';
import type { RecordedEvent } from '../../adapters/store.ts';
import { listEvents } from '../../functions/api/list-events.ts';
import { PagesDoor, ticketOf } from './pages-door.ts';

process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';

test('a signature that comes through the door has its evidence in the record and its certificate on the receipt', async () => {
  const door = new PagesDoor();
  const plan = await door.launched(PLAN);
  const { cookie, page } = await door.open(PLAN, 'acknowledgement', 'employee');
  door.now = '2026-12-01T15:20:00Z';
  const fields = { ticket: ticketOf(page), choice: 'sign', typedName: 'Jordan Reyes' };
  const headers = { 'user-agent': 'Browser' };
  expect((await door.post('/p/acknowledgement', fields, { cookie, headers })).status).toBe(303);

  const recorded = (await door.store.events(PLAN)).at(-1);
  const link = plan.requests.acknowledgement?.respondents[0]?.link ?? '';
  expect(recorded).toMatchObject({
    type: 'RequestAnswered',
    actor: { kind: 'participant', id: 'employee' },
    evidence: {
      method: 'email_link',
      link: sha256(link),
      generation: 1,
      shownAt: '2026-12-01T15:00:00Z',
      seen: plan.version,
      language: 'en',
      planHash: planHash(plan.draft),
      ip: '192.0.2.1',
      userAgent: 'Browser',
    },
  });
  const evidence = recorded?.type === 'RequestAnswered' ? recorded.evidence : undefined;
  const receipt = await door.open(PLAN, 'acknowledgement', 'employee');
  const fingerprint = evidence?.textHash?.replaceAll(/(.{4})(?=.)/g, '$1 ') ?? 'no fingerprint';
  for (const said of ['Certificate of this signature', fingerprint])
    expect(receipt.page.body).toContain(said);
});

test('how an answer to a survey came is told as little as who gave it', async () => {
  const event = {
    type: 'RequestAnswered',
    requestId: 'survey-2026-12-18',
    by: 'stakeholder',
    answer: { kind: 'survey', scores: [3] },
    complete: false,
    evidence: {
      method: 'email_link',
      link: 'a'.repeat(64),
      generation: 1,
      mail: '000009-mail-stakeholder',
      shownAt: '2026-12-18T15:00:00Z',
      seen: 9,
      language: 'en',
    },
    v: 1,
    seq: 1,
    at: '2026-12-18T15:00:00Z',
    actor: { kind: 'participant', id: 'stakeholder' },
    prev: 'p',
    hash: 'h',
  } satisfies RecordedEvent;
  const store = Object.assign(new PagesDoor().store, { events: async () => [event] });
  const request = { params: { planId: PLAN } } as never;
  const { json } = await listEvents(request, { store });
  expect(json).toEqual({
    planId: PLAN,
    events: [
      {
        type: 'RequestAnswered',
        requestId: 'survey-2026-12-18',
        answer: { kind: 'survey', withheld: true },
        complete: false,
        v: 1,
        seq: 1,
        at: '2026-12-18T15:00:00Z',
        prev: 'p',
      },
    ],
  });
});

import { describe, expect, test } from 'vitest';
import { REQUEST_KINDS } from '../../domain/index.ts';
import { countWaits } from '../support/count-waits.ts';
import { EVERY_KIND } from '../support/every-kind.ts';
import { keepScenario } from '../support/keep-scenario.ts';
import { PagesDoor, ticketOf } from './pages-door.ts';

process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';

test('every kind of question is looked at', () =>
  expect(Object.keys(EVERY_KIND).sort()).toEqual([...REQUEST_KINDS].sort()));

describe.each(Object.entries(EVERY_KIND))('an answer to a question of the kind %s', (_, asked) => {
  const { id, who, fields } = asked;

  async function open() {
    const door = new PagesDoor();
    const scenario = asked.scenario();
    await keepScenario(scenario, PLAN, door.rows);
    door.now = scenario.now;
    const opened = await door.open(PLAN, id, who);
    return { door, ...opened, ticket: ticketOf(opened.page), waits: countWaits(door.rows) };
  }

  test('waits for the table three times from its form to its receipt, and once to be checked', async () => {
    const { door, cookie, page, ticket, waits } = await open();
    expect(page.status).toBe(200);
    const shown = await door.post(`/p/${id}`, { ...fields, ticket, do: 'check' }, { cookie });
    expect([shown.status, waits()]).toEqual([200, 1]);
    expect(shown.body).toContain('Check your answer before you send it');
    const sent = await door.post(`/p/${id}`, { ...fields, ticket }, { cookie });
    expect([sent.status, waits()]).toEqual([303, 2]);
    const receipt = await door.send('GET', sent.location ?? '', { cookie });
    expect([receipt.status, waits()]).toEqual([200, 1]);
    expect(receipt.body).toMatch(/recorded/);
  });

  test('waits as often in a browser that keeps no cookie', async () => {
    const { door, ticket, waits } = await open();
    const at = `${await door.linkOf(PLAN, id, who)}/in`;
    waits();
    const sent = await door.post(at, { ...fields, ticket });
    expect([sent.status, sent.location, waits()]).toEqual([303, at, 2]);
    const receipt = await door.send('GET', at);
    expect([receipt.status, waits()]).toEqual([200, 1]);
  });

  test('is saved in two, and is there again in one', async () => {
    const { door, cookie, ticket, waits } = await open();
    const saved = await door.post(`/p/${id}`, { ...fields, ticket, do: 'save' }, { cookie });
    expect([saved.status, saved.location, waits()]).toEqual([303, `/p/${id}/saved`, 2]);
    const back = await door.send('GET', `/p/${id}`, { cookie });
    expect([back.status, waits()]).toEqual([200, 1]);
    expect(back.body).toContain('You saved this earlier');
  });

  test('says on its form who will see it', async () => {
    const { page } = await open();
    expect(page.body).toMatch(/<strong>Who will see your answer:<\/strong> [A-Z]/);
  });
});

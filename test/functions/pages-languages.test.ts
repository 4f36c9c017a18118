import { beforeEach, describe, expect, test } from 'vitest';
import type { Participant } from '../../domain/index.ts';
import { momentInWords } from '../../views/dates.ts';
import { wordsIn } from '../../views/words.ts';
import { dcDraft } from '../support/plans.ts';
import { PagesDoor, ticketOf } from './pages-door.ts';

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';
const es = wordsIn('es');
const en = wordsIn('en');

/** The sample draft with what its employee reads in. */
const draftFor = (reads: Pick<Participant, 'language' | 'timeZone'>) =>
  dcDraft({
    participants: dcDraft().participants.map((person) =>
      person.role === 'employee' ? { ...person, ...reads } : person,
    ),
  });

let door: PagesDoor;
beforeEach(() => {
  door = new PagesDoor();
});

describe('somebody who reads Spanish', () => {
  beforeEach(() => door.launched(PLAN, draftFor({ language: 'es', timeZone: 'America/Los_Angeles' })));

  test('meets a Spanish page, with the rules of the plan in Spanish, and moments in their own zone', async () => {
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    expect(page.body).toContain('<html lang="es"');
    expect(page.body).toContain(es.acknowledgement.heading);
    expect(page.body).toContain('Firmar significa que usted recibió este plan.');
    const { acknowledgement } = (await door.store.load(PLAN)).requests;
    const due = acknowledgement?.dueAt ?? '';
    expect(page.body).toContain(momentInWords(due, 'America/Los_Angeles', es.locale));
    expect(page.body).not.toContain(momentInWords(due, 'America/New_York', es.locale));
  });

  test('is told in Spanish what is missing', async () => {
    const { page, cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
    const reply = await door.post('/p/acknowledgement', { ticket: ticketOf(page) }, { cookie });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain(es.common.errorHeading);
    expect(reply.body).toContain(es.errors.typedName);
    expect(reply.body).not.toContain(en.errors.typedName);
  });

  test('finds what was written in the plan’s language marked as that', async () => {
    const { page } = await door.open(PLAN, 'acknowledgement', 'employee');
    expect(page.body).toContain(`<span lang="en">${dcDraft().items[0]?.deficiency}</span>`);
    expect(page.body).toContain(es.plan.asWritten.toRead);
  });

  test('is told on the certificate of what they signed that it stands as it was written', async () => {
    const { page, cookie } = await door.open(PLAN, 'acknowledgement', 'employee');
    const signed = { choice: 'sign', typedName: 'Jordan Reyes', do: 'send', ticket: ticketOf(page) };
    await door.post('/p/acknowledgement', signed, { cookie });
    const receipt = await door.send('GET', '/p/acknowledgement', { cookie });
    expect(receipt.body).toContain(es.evidence.heading);
    expect(receipt.body).toContain(es.plan.asWritten.signed);
  });

  test('and nobody else meets it', async () => {
    const { page } = await door.open(PLAN, 'acknowledgement', 'supervisor');
    expect(page.body).toContain('<html lang="en"');
    expect(page.body).not.toContain('<span lang');
  });
});

test('whoever was given no language reads the organisation’s, whatever the browser asks for', async () => {
  await door.launched(PLAN);
  const path = await door.linkOf(PLAN, 'acknowledgement', 'employee');
  const page = await door.send('GET', `${path}/in`, { headers: { 'accept-language': 'es' } });
  expect(page.body).toContain('<html lang="en"');
});

test.each([
  ['es-PR,es;q=0.9,en;q=0.8', 'es'],
  ['en-US', 'en'],
  ['fr', 'en'],
])('a page for nobody known, asked for in "%s", is in %s', async (header, language) => {
  const page = await door.send('GET', '/l/nothing', { headers: { 'accept-language': header } });
  expect(page.status).toBe(404);
  expect(page.body).toContain(`<html lang="${language}"`);
});

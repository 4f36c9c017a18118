import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { EVERY_KIND } from '../support/every-kind.ts';
import { keepScenario } from '../support/keep-scenario.ts';
import { capturedLogs } from './logs.ts';
import { PagesDoor, type Reply, ticketOf } from './pages-door.ts';

capturedLogs();

const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';

/** What a form would send as it stands on the page. */
function filledIn({ body }: Reply): Record<string, string> {
  const form = parse(body).querySelector('form#answer');
  const fields = form?.querySelectorAll('input, textarea').flatMap((field): [string, string][] => {
    const [name, type] = [field.getAttribute('name') ?? '', field.getAttribute('type')];
    if (field.tagName === 'TEXTAREA') return [[name, field.text.replace(/^\n/, '')]];
    const isPicked = type !== 'radio' && type !== 'checkbox' ? true : field.hasAttribute('checked');
    return isPicked ? [[name, field.getAttribute('value') ?? '']] : [];
  });
  return Object.fromEntries(fields ?? []);
}

/** Those of them that stay open for others when one has answered, with more than what has to be said. */
const SAID: Record<string, Record<string, string>> = {
  acknowledgement: { comment: 'Two lines,\nof which this is one.' },
  check_in: {
    'note-accuracy': 'A note.',
    'reading-accuracy': '31.5',
    recognition: 'Help.',
    comment: 'More.',
  },
  survey: { comment: 'Friendly on the phone.' },
  support: { 'note-accuracy-0': 'One of two days.' },
};

describe.each(Object.entries(SAID))('whoever changes an answer of the kind %s', (kind, more) => {
  async function answered() {
    const asked = EVERY_KIND[kind];
    if (!asked) throw new Error(`No question of the kind ${kind}.`);
    const { id, who, fields } = asked;
    const door = new PagesDoor();
    const scenario = asked.scenario();
    await keepScenario(scenario, PLAN, door.rows);
    door.now = scenario.now;
    const { cookie, page } = await door.open(PLAN, id, who);
    const said = { ...fields, ...more };
    await door.post(`/p/${id}`, { ...said, ticket: ticketOf(page) }, { cookie });
    const form = await door.send('GET', `/p/${id}/change`, { cookie });
    return { door, id, cookie, form, said };
  }

  test('finds it filled in as they sent it, but for the name that signs it', async () => {
    const { form, said } = await answered();
    const { typedName: _, ...kept } = said;
    expect(filledIn(form)).toMatchObject(kept);
    expect(filledIn(form).typedName ?? '').toBe('');
  });

  test('and sends it on as it is has said nothing new', async () => {
    const { door, id, cookie, form, said } = await answered();
    const before = door.rows.all();
    const fields = { ...filledIn(form), ...(said.typedName && { typedName: said.typedName }) };
    for (const step of ['check', 'send']) {
      const reply = await door.post(`/p/${id}`, { ...fields, do: step }, { cookie });
      expect(reply).toMatchObject({ status: 303, location: `/p/${id}` });
    }
    expect(door.rows.all()).toEqual(before);
  });
});

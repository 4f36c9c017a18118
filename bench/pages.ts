import { performance } from 'node:perf_hooks';
import { PagesDoor, type Reply, ticketOf } from '../test/functions/pages-door.ts';
import { countWaits } from '../test/support/count-waits.ts';
import { type Asked, EVERY_KIND } from '../test/support/every-kind.ts';
import { keepScenario } from '../test/support/keep-scenario.ts';
import { MORE_PAGES } from '../test/views/more-pages.ts';
import { PLAN_PAGES } from '../test/views/plan-pages.ts';
import { PAGES } from '../test/views/sample.ts';
import { SAVING_PAGES } from '../test/views/saving-pages.ts';
import { style } from '../views/style.ts';

process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

/**
 * What the pages cost, one JSON line each. Of each kind of question: the microseconds from a request to its page (the
 * median; one process, the table in memory, so that reading the plan back and rendering are in it and nothing else is),
 * the page's bytes alone and with the one stylesheet, before compression; and how often somebody waits for the table
 * when they check an answer, send it, and are shown the receipt. Of every other page: its bytes.
 */
const MOST_BYTES = 30_000;
const MOST_WAITS = 3;
const ROUNDS = 25;
const PLAN = 'plnaaaaaaaaaaaaaaaaaaaa';
const line = (fields: object): void => console.log(JSON.stringify(fields));

const weigh = (html: string) => {
  const bytes = Buffer.byteLength(html);
  const withStyle = bytes + Buffer.byteLength(style);
  return { html: bytes, withStyle, ok: withStyle <= MOST_BYTES };
};

async function timed(page: string, ask: () => Promise<Reply>): Promise<void> {
  const times: number[] = [];
  let body = '';
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    const reply = await ask();
    times.push((performance.now() - from) * 1_000);
    if (reply.status !== 200) throw new Error(`${page} answered ${reply.status}.`);
    body = reply.body;
  }
  const p50 = Math.round(times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN);
  line({ page, p50, ...weigh(body) });
}

async function kindOfQuestion(kind: string, { scenario: lived, id, who, fields }: Asked): Promise<void> {
  const at = `/p/${id}`;
  const door = new PagesDoor();
  const scenario = lived();
  await keepScenario(scenario, PLAN, door.rows);
  door.now = scenario.now;
  const { cookie, page } = await door.open(PLAN, id, who);
  const form = { ...fields, ticket: ticketOf(page) };
  const check = () => door.post(at, { ...form, do: 'check' }, { cookie });
  await timed(`${kind}, form`, () => door.send('GET', at, { cookie }));
  await timed(`${kind}, check`, check);
  const waits = countWaits(door.rows);
  await check();
  const toCheck = waits();
  const sent = await door.post(at, form, { cookie });
  const toSend = waits();
  await door.send('GET', sent.location ?? at, { cookie });
  const toReceipt = waits();
  await timed(`${kind}, receipt`, () => door.send('GET', at, { cookie }));
  const fromFormToReceipt = toSend + toReceipt;
  line({ kind, toCheck, toSend, toReceipt, fromFormToReceipt, ok: fromFormToReceipt <= MOST_WAITS });
}

for (const [kind, asked] of Object.entries(EVERY_KIND)) await kindOfQuestion(kind, asked);
for (const [page, render] of Object.entries({ ...PAGES, ...MORE_PAGES, ...SAVING_PAGES, ...PLAN_PAGES })) {
  line({ page, ...weigh(render()) });
}

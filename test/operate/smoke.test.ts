import { afterEach, expect, test } from 'vitest';
import { smoke } from '../../operate/smoke/smoke.ts';
import { openEndpoint } from '../../sandbox/wire/endpoint.ts';

const PLAN = `pln${'a'.repeat(20)}`;

interface Behaviour {
  /** So many withdrawals are answered 503 before one is done. */
  refusals?: number;
  /** The last withdrawal is done, and its answer lost. */
  losesAnswer?: boolean;
  /** Called when somebody asks what has happened. */
  onEvents?: () => void;
  pack?: string;
}

/** A stage whose plans do nothing by themselves, behind its public address. */
async function stage({ refusals = 0, losesAnswer = false, onEvents, pack = 'canary@1' }: Behaviour) {
  const endpoint = await openEndpoint();
  let [status, left, tries] = ['draft', refusals, 0];
  const json = (body: object, code = 200) => ({
    status: code,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  endpoint.serve(async ({ method, path, body }) => {
    if (path === '/_sandbox/health') return json({ ok: true });
    if (path === `/api/plans/${PLAN}/events`) {
      onEvents?.();
      return json({ events: [] });
    }
    if (path.endsWith('/commands')) {
      const { type } = JSON.parse(body.toString()) as { type: string };
      if (type !== 'withdraw') status = 'active';
      else {
        tries += 1;
        if (left-- > 0) return json({ detail: 'Busy.', code: 'busy' }, 503);
        if (status === 'withdrawn') return json({ detail: 'It is over.', code: 'over' }, 409);
        status = 'withdrawn';
        if (losesAnswer) return 'hang up';
      }
      return json({});
    }
    return json(method === 'POST' ? { planId: PLAN } : { status, pack });
  });
  opened.push(endpoint);
  return { url: endpoint.url, status: () => status, tries: () => tries };
}

const opened: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));

async function run(...words: string[]) {
  const said: string[] = [];
  const print = { say: (line: string) => said.push(line), complain: (line: string) => said.push(line) };
  const code = await smoke(words, print as never);
  return { code, said: said.join('\n') };
}

test('a canary is withdrawn although the API is away for a while, or its answer is lost', async () => {
  const away = await stage({ refusals: 5 });
  expect((await run('--url', away.url, '--patience', '0.1')).said).toMatch(/^✓ it is withdrawn/m);
  expect([away.status(), away.tries()]).toEqual(['withdrawn', 6]);
  const deaf = await stage({ losesAnswer: true });
  expect((await run('--url', deaf.url, '--patience', '0.1')).said).toMatch(/^✓ it is withdrawn/m);
  expect(deaf.tries()).toBe(1);
});

test('one that cannot be withdrawn is named, with the command that does it later', async () => {
  const away = await stage({ refusals: 31 });
  const { code, said } = await run('--url', away.url, '--patience', '0.1');
  expect(said).toContain(`${PLAN} still flies: npm run smoke -- --withdraw ${PLAN}`);
  expect(code).toBe(1);
  const later = await run('--url', away.url, '--withdraw', PLAN);
  expect(later.said).toContain(`✓ ${PLAN} is withdrawn`);
  expect([later.code, away.status()]).toEqual([0, 'withdrawn']);
});

test('Ctrl-C ends the flight, and the canary is withdrawn all the same', async () => {
  let isInterrupted = false;
  const flown = await stage({
    onEvents: () => {
      if (!isInterrupted) process.emit('SIGINT');
      isInterrupted = true;
    },
  });
  const { code, said } = await run('--url', flown.url, '--patience', '120');
  expect(said).toMatch(/^✗ the workflow asks for signatures: it was stopped/m);
  expect(said).toMatch(/^✓ it is withdrawn/m);
  expect([code, flown.status()]).toEqual([1, 'withdrawn']);
});

test('a plan about people is not withdrawn by it', async () => {
  const flown = await stage({ pack: 'general@1' });
  const { code, said } = await run('--url', flown.url, '--withdraw', PLAN);
  expect(said).toContain(`${PLAN} is no canary.`);
  expect([code, flown.tries()]).toEqual([1, 0]);
});

import { createConsole } from '../../sandbox/console/console.tsx';
import { createFaults } from '../../sandbox/faults.ts';
import { createMeter } from '../../sandbox/meter.ts';
import { createEventLog } from '../../sandbox/wire/events.ts';
import { type QuickApp, quickApp } from '../support/quick-app.ts';

const EXAMPLES = new URL('../../examples', import.meta.url).pathname;

const nothing = () => {
  throw new Error('There are no executions to look at here.');
};

/** The console before the real pages, API and workflow in this process; without AWS services of its own. */
export async function openLife(start: string): Promise<{
  app: QuickApp;
  page(path: string): Promise<string>;
  submit(path: string, fields: Record<string, string>): Promise<{ to: string; html: string }>;
}> {
  const app = await quickApp(start, ({ url, clock, inbox, gateway }) =>
    createConsole({
      clock,
      inbox,
      gateway,
      url: () => url,
      examples: EXAMPLES,
      meter: createMeter(),
      events: createEventLog(),
      faults: createFaults(),
      functions: { invoke: nothing, logs: () => [] },
      iam: { check: () => {}, unused: () => [], denied: () => [] },
      states: { overview: () => [], getExecutionHistory: nothing, stopExecution: nothing },
      resources: [],
      ignored: [],
      dynamodb: { target: '', signingName: 'dynamodb', permissions: () => [], handle: nothing },
      isLive: () => false,
      reset: async () => {},
    }),
  );
  const page = async (path: string) => (await fetch(`${app.url}${path}`)).text();
  const submit = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams(fields);
    const reply = await fetch(`${app.url}${path}`, { method: 'POST', body, redirect: 'manual' });
    const to = reply.headers.get('location') ?? '';
    return { to, html: await page(to) };
  };
  return { app, page, submit };
}

import { readFile } from 'node:fs/promises';
import { get, post } from '../../sandbox/story/http.ts';
import { signedIn } from './sign-in.ts';

/** Everything on the site and of the API that takes a right no plan's own life takes, done once through the front door. */
export async function visitSite(url: string, planId: string): Promise<void> {
  const hr = await signedIn(url, 'hr');
  const operator = await signedIn(url, 'operator');
  const read = async (path: string, cookie: string) => {
    const reply = await fetch(new URL(path, url), { headers: { cookie }, redirect: 'manual' });
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
    return reply.text();
  };
  const send = async (path: string, form: Record<string, string>, cookie: string) => {
    const reply = await fetch(new URL(path, url), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: url },
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
    const to = reply.headers.get('location');
    if (reply.status !== 303 || !to)
      throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
    return to;
  };

  const settled = () => post(url, '/_sandbox/clock', { advance: 'PT0S' });

  // Finding, reading and repairing.
  await read('/admin/plans?status=withdrawn', hr);
  await read('/admin/plans?waitingOn=supervisor', hr);
  await read(`/admin/plans/${planId}`, hr);
  await read('/admin/repair', hr);
  await send('/admin/plan-views', { name: 'Withdrawn', query: 'status=withdrawn' }, hr);

  // A bulk command that is stopped and continued, and an import by the API.
  const job = await send(
    '/admin/bulk/start',
    { planId, command: 'note', '/text': 'A note.', text: 'A note.' },
    hr,
  );
  await settled();
  await read(job, hr);
  const { jobId } = await post<{ jobId: string }>(url, '/api/imports', { format: 'csv', name: 'plans.csv' });
  await fetch(new URL(`/api/imports/${jobId}/parts/0`, url), {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: await readFile('examples/import.csv'),
  });
  await post(url, `/api/imports/${jobId}/check`, {});
  await settled();
  await post(url, `/api/imports/${jobId}/stop`, {}).catch(() => undefined);
  await get(url, `/api/imports/${jobId}`);
  await send(`${job}/stop`, {}, hr).catch(() => undefined);

  await get(url, '/api/plans?status=live');
  await get(url, '/api/plans?waitingOn=supervisor');

  // Executions of both workflows: looked at, started anew, and one stopped that is over already.
  for (const machine of ['bulk-work', 'plan-lifecycle']) {
    const list = await read(`/admin/executions?machine=${machine}`, operator);
    const [, name] = /\/admin\/executions\/([\w-]+-r?\d+)/.exec(list) ?? [];
    await read(`/admin/executions/${name}`, operator);
    if (machine === 'plan-lifecycle')
      await send(`/admin/executions/${name}/restart`, { reason: 'To see that it goes on.' }, operator);
  }
}

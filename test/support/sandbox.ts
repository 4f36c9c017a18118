import { execFile } from 'node:child_process';
import { SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import canonicalize from 'canonicalize';
import { ensureAssembly } from '../../sandbox/assembly.ts';
import { bootSandbox, type Sandbox } from '../../sandbox/sandbox.ts';
import type { SandboxOptions } from '../../sandbox/sandbox-types.ts';
import { get, post } from '../../sandbox/story/http.ts';
import { instantOf, readStory, type Story } from '../../sandbox/story/story-file.ts';

export const example = (name: string): Promise<Story> => readStory(`examples/${name}.json`);

/** A sandbox of its own on the app as it would be deployed. Close it when the test is over. */
export async function boot(start: string, options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return bootSandbox({ assembly: await ensureAssembly(), start, scheduleEvery: 'P7D', ...options });
}

/** `npm run story` with these arguments: its exit code and all it printed. */
export const runStory = (...args: string[]): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'sandbox/story/main.ts', ...args],
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr }),
    );
  });

/** Drafts, approves and launches the plan of a story at once; answers its id. */
export async function launch(sandbox: Sandbox, story: Story): Promise<string> {
  const { planId } = await post<{ planId: string }>(sandbox.url, '/api/plans', story.plan);
  await command(sandbox, planId, { type: 'approve' });
  await command(sandbox, planId, { type: 'launch' });
  await settle(sandbox);
  return planId;
}

export const command = (sandbox: Sandbox, planId: string, body: Record<string, string>): Promise<unknown> =>
  post(sandbox.url, `/api/plans/${planId}/commands`, body);

/** Moves the clock to a local time of the story's zone. */
export const until = (sandbox: Sandbox, local: string, story: Story): Promise<unknown> =>
  post(sandbox.url, '/_sandbox/clock', { to: instantOf(local, story.plan.timeZone) });

export const settle = (sandbox: Sandbox): Promise<unknown> =>
  post(sandbox.url, '/_sandbox/clock', { advance: 'PT0S' });

export function emailOf(story: Story, participant: string): string {
  const people = story.plan.participants as { id: string; email: string }[];
  return people.find(({ id }) => id === participant)?.email ?? '';
}

/** The ordinary AWS SDK, given nothing but the endpoint. */
export const stepFunctions = (sandbox: Sandbox): SFNClient =>
  new SFNClient({
    endpoint: sandbox.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'anybody', secretAccessKey: 'anything' },
  });

/** Kills the one execution that is running, as somebody might in the console; answers its name. */
export async function stopRunning(sandbox: Sandbox): Promise<string> {
  const running = sandbox.states.overview().find((execution) => execution.status === 'RUNNING');
  if (!running) throw new Error('No execution is running.');
  await stepFunctions(sandbox).send(new StopExecutionCommand({ executionArn: running.arn }));
  return running.name;
}

export interface Mail {
  at: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  attachments: { name: string; contentType: string; content: string }[];
  links: string[];
  tags: Record<string, string>;
  complained: boolean;
  /** Whether SES sent it to nobody, because its address is on the account's list. */
  suppressed?: true;
}

export const mails = (sandbox: Sandbox): Promise<Mail[]> => get<Mail[]>(sandbox.url, '/_sandbox/mail');

export interface RecordedEvent extends Record<string, unknown> {
  seq: number;
  at: string;
  type: string;
}

export async function eventsOf(sandbox: Sandbox, planId: string): Promise<RecordedEvent[]> {
  const { events } = await get<{ events: RecordedEvent[] }>(sandbox.url, `/api/plans/${planId}/events`);
  return events;
}

/** Every row of the table, each as one line of canonical JSON: an engine gives attributes in any order. */
export async function table(sandbox: Sandbox): Promise<string[]> {
  const { items } = await get<{ items: unknown[] }>(sandbox.url, '/_sandbox/table');
  return items.map((item) => canonicalize(item) ?? '').sort();
}

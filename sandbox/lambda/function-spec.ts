import { createHash } from 'node:crypto';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idFrom } from '../template/identity.ts';
import { type Caller, REGION, type Resource } from '../types.ts';
import { handlerFile } from './load-handler.ts';

/** A function of the template, ready to run. */
export interface FunctionSpec {
  logicalId: string;
  name: string;
  arn: string;
  /** Whose calls these are, by `accessKeyId`. */
  caller: Caller;
  accessKeyId: string;
  file: string;
  exportName: string;
  environment: Record<string, string>;
  memoryMb: number;
  timeoutMs: number;
  /** How many invocations may run at once. */
  concurrency: number;
}

/** The code of a function is not something the sandbox can run; the message names the function. */
export class NoCode extends Error {}

const CONCURRENCY = 4;

interface Code {
  S3Key?: string;
  ZipFile?: string;
}

const codeFolder = (
  { S3Key, ZipFile }: Code,
  logicalId: string,
  asset: (key: string) => string | undefined,
): string => {
  if (ZipFile !== undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-inline-'));
    writeFileSync(join(folder, 'index.js'), ZipFile);
    return folder;
  }
  const folder = S3Key === undefined ? undefined : asset(S3Key);
  if (folder === undefined) throw new NoCode(`${logicalId}: its code is no asset of this assembly.`);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new NoCode(`${logicalId}: its code ${folder} is not a folder; zip files are not supported.`);
  return folder;
};

/** What the runtime of Lambda sets, as far as code can sensibly depend on it. */
const runtimeEnvironment = (name: string, handler: string, memoryMb: number, folder: string) => ({
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: `${memoryMb}`,
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'sandbox',
  _HANDLER: handler,
  LAMBDA_TASK_ROOT: folder,
  LANG: 'en_US.UTF-8',
  PATH: '/usr/local/bin:/usr/bin:/bin',
  TZ: ':UTC',
});

/** @param url where the sandbox's AWS services answer. @throws NoCode */
export const functionSpec = (
  { properties, arn, logicalId }: Resource,
  asset: (key: string) => string | undefined,
  url: string,
): FunctionSpec => {
  const name = arn.slice(arn.lastIndexOf(':') + 1);
  const handler = `${properties.Handler}`;
  const folder = codeFolder((properties.Code ?? {}) as Code, logicalId, asset);
  const memoryMb = Number(properties.MemorySize ?? 128);
  const accessKeyId = `ASIA${idFrom(arn, 16).toUpperCase()}`;
  const { Variables = {} } = (properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
  return {
    ...handlerFile(folder, handler),
    logicalId,
    name,
    arn,
    caller: { name: logicalId, roleArn: `${properties.Role}` },
    accessKeyId,
    environment: {
      ...runtimeEnvironment(name, handler, memoryMb, folder),
      ...Object.fromEntries(Object.entries(Variables).map(([key, value]) => [key, `${value}`])),
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: 'sandbox',
      // Nothing of the host's own AWS configuration may reach a function.
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    memoryMb,
    timeoutMs: Number(properties.Timeout ?? 3) * 1000,
    concurrency: Number(properties.ReservedConcurrentExecutions ?? CONCURRENCY),
  };
};

/** A request id that depends on nothing but the function and how often it was invoked. */
export const requestId = (name: string, count: number): string =>
  createHash('sha256')
    .update(`${name} ${count}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

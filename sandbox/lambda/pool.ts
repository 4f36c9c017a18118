import { isDeepStrictEqual } from 'node:util';
import {
  AwsError,
  type Caller,
  type Clock,
  type Functions,
  type InvokeResult,
  type Meter,
  type Resource,
} from '../types.ts';
import { FunctionHost } from './function-host.ts';
import { functionSpec } from './function-spec.ts';

/** What may befall an invocation: not run at all; run, but its answer lost; run, and its environment gone with it. */
export type Mishap = 'error' | 'lost_response' | 'kill';

export interface PoolOptions {
  clock: Clock;
  meter: Meter;
  resources: readonly Resource[];
  /** Where the asset with this S3 object key lies. */
  asset(objectKey: string): string | undefined;
  /** Where the AWS services of the sandbox answer. */
  url: string;
  /** Asked before every invocation, by logical id. */
  intercept?: (functionName: string) => Mishap | undefined;
  /** Told of every invocation that ended in an error, by logical id. */
  onFailure?: (functionName: string) => void;
}

export interface LogLine {
  /** Epoch milliseconds on the virtual clock. */
  at: number;
  /** Logical id. */
  function: string;
  line: string;
}

export interface FunctionPool extends Functions {
  /** Whose access key this is; undefined for anybody else's. */
  callerOf(accessKeyId: string): Caller | undefined;
  logs(): LogLine[];
  clearLogs(): void;
  /** Whether any function is running. */
  isRunning(): boolean;
  /** Ends the environments of a function in the middle of what they do. */
  kill(functionName: string): void;
  /**
   * Looks whether functions as they are in other templates can be run.
   *
   * @returns what puts them in place: new invocations run there, those begun before end where they began. A function
   * that has not changed keeps its environments.
   * @throws NoCode
   */
  prepare(resources: readonly Resource[], asset: PoolOptions['asset']): () => void;
  close(): Promise<void>;
}

const mishap = (errorType: string, errorMessage: string): InvokeResult => ({
  payload: { errorType, errorMessage },
  error: { errorType, errorMessage },
});

const withoutQualifier = (name: string): string =>
  name.startsWith('arn:') ? name.split(':').slice(0, 7).join(':') : (name.split(':')[0] ?? name);

/** Runs the functions of the templates, each in worker threads of its own. @throws NoCode */
export const createFunctions = (options: PoolOptions): FunctionPool => {
  const { clock, meter } = options;
  const time = new SharedArrayBuffer(8);
  const clockForWorkers = new Float64Array(time);
  let lines: LogLine[] = [];

  interface Deployed {
    resource: Resource;
    host: FunctionHost;
  }

  const deployed = (resource: Resource, asset: PoolOptions['asset'], before?: Deployed): Deployed => {
    if (before && isDeepStrictEqual(before.resource.properties, resource.properties)) return before;
    const { logicalId } = resource;
    const onLog = (text: string) => {
      meter.count('log.bytes', Buffer.byteLength(text));
      for (const line of text.split('\n'))
        if (line !== '') lines.push({ at: clock.now(), function: logicalId, line });
    };
    const spec = functionSpec(resource, asset, options.url);
    return { resource, host: new FunctionHost(spec, time, onLog, before?.host) };
  };

  const functionsIn = (of: readonly Resource[]) => of.filter(({ type }) => type === 'AWS::Lambda::Function');
  let current = functionsIn(options.resources).map((each) => deployed(each, options.asset));
  let retired: FunctionHost[] = [];
  const hosts = (): FunctionHost[] => current.map(({ host }) => host);

  /** By ARN, name or logical id, or by the beginning of a logical id when only one begins so. */
  const find = (wanted: string): FunctionHost => {
    const name = withoutQualifier(wanted);
    const exact = hosts().find(({ spec }) => [spec.arn, spec.name, spec.logicalId].includes(name));
    const similar = hosts().filter(({ spec }) => spec.logicalId.toLowerCase().startsWith(name.toLowerCase()));
    const found = exact ?? (similar.length === 1 ? similar[0] : undefined);
    if (!found) throw new AwsError('ResourceNotFoundException', `Function not found: ${wanted}`, 404);
    return found;
  };

  const run = async (host: FunctionHost, payload: unknown): Promise<InvokeResult> => {
    const { logicalId } = host.spec;
    meter.count(`invocations.${logicalId}`);
    const befalls = options.intercept?.(logicalId);
    if (befalls === 'error')
      return mishap('Lambda.ServiceException', 'The sandbox was told to fail this invocation.');
    // The clock stands still until the answer is there, so one moment serves the whole invocation.
    clockForWorkers[0] = clock.now();
    const result = await host.invoke(JSON.stringify(payload) ?? 'null');
    if (befalls === 'kill') host.kill();
    if (befalls === undefined) return result;
    return mishap(
      'Lambda.SdkClientException',
      `The sandbox was told to lose the answer of ${logicalId} (${befalls}).`,
    );
  };

  return {
    async invoke(functionArn, payload) {
      const host = find(functionArn);
      const done = clock.busy(`an invocation of ${host.spec.logicalId}`);
      try {
        const result = await run(host, payload);
        if (result.error) options.onFailure?.(host.spec.logicalId);
        return result;
      } finally {
        done();
      }
    },
    callerOf: (accessKeyId) =>
      [...hosts(), ...retired].find(({ spec }) => spec.accessKeyId === accessKeyId)?.spec.caller,
    logs: () => [...lines],
    clearLogs: () => {
      lines = [];
    },
    isRunning: () => [...hosts(), ...retired].some((host) => host.isRunning),
    kill: (functionName) => find(functionName).kill(),
    prepare: (resources, asset) => {
      const next = functionsIn(resources).map((each) =>
        deployed(
          each,
          asset,
          current.find(({ resource }) => resource.arn === each.arn),
        ),
      );
      return () => {
        const old = hosts().filter((host) => !next.some((one) => one.host === host));
        current = next;
        retired = [...retired.filter((host) => host.isRunning), ...old];
        for (const host of old) void host.retire();
      };
    },
    close: async () => {
      await Promise.all([...hosts(), ...retired].map((host) => host.close()));
    },
  };
};

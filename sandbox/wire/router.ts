import type { Faults } from '../faults.ts';
import { AwsError, type Caller, type Iam, type Meter, type WireReply, type WireService } from '../types.ts';
import type { Answer, HttpReply, HttpRequest } from './endpoint.ts';
import { broken, throttled } from './faults-on-calls.ts';
import { errorReply, type Protocol, parseJson, REST_XML } from './protocol.ts';
import { readQueryInput } from './query-input.ts';
import { signatureOf } from './signature.ts';

export interface WireOptions {
  services: readonly WireService[];
  iam: Iam;
  faults: Faults;
  meter: Meter;
  /** Answers undefined for an access key that belongs to no role. */
  callerOf(accessKeyId: string): Caller | undefined;
}

export interface Wire {
  /** Whether a request is an AWS call, by its target header or its signature, in whatever style and at whatever path. */
  isCall(request: HttpRequest): boolean;
  answer(request: HttpRequest): Promise<Answer>;
}

/** Whoever calls without the key of a role: a person, who may do everything. */
export const SANDBOX_USER: Caller = { name: 'sandbox-user' };

interface Call {
  protocol: Protocol;
  service: WireService;
  action: string;
  input: Record<string, unknown>;
}

const isForm = (request: HttpRequest): boolean =>
  request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;

/** How whoever called reads errors. */
const protocolOf = (request: HttpRequest, service: string | undefined): Protocol => {
  if (request.headers['x-amz-target'] !== undefined) return 'json';
  if (isForm(request)) return 'query';
  return service !== undefined && REST_XML.includes(service) ? 'rest-xml' : 'json';
};

const toHttp = (reply: WireReply): HttpReply => {
  const isData = typeof reply.body === 'object' && !Buffer.isBuffer(reply.body);
  return {
    status: reply.status,
    headers: { ...(isData ? { 'content-type': 'application/x-amz-json-1.0' } : {}), ...reply.headers },
    body: isData ? JSON.stringify(reply.body) : (reply.body as string | Buffer),
  };
};

export const createWire = ({ services, iam, faults, meter, callerOf }: WireOptions): Wire => {
  const known = services.map(({ signingName }) => signingName).join(', ');
  let requests = 0;

  const understand = (request: HttpRequest): Call => {
    const target = request.headers['x-amz-target'];
    const signing = signatureOf(request.headers)?.service ?? '';
    if (target) {
      const [prefix, action = ''] = target.split('.');
      const service = services.find((one) => one.target === prefix);
      if (!service) throw unknownService(prefix ?? target);
      return { protocol: 'json', service, action, input: parseJson(request.body) };
    }
    for (const service of services) {
      const call = service.target === `rest:${signing}` ? service.route?.(request) : undefined;
      if (call) return { protocol: 'json', service, ...call };
    }
    const service = services.find((one) => one.signingName === signing && one.target.startsWith('query:'));
    const form = new URLSearchParams(isForm(request) ? request.body.toString('utf8') : request.query);
    const action = form.get('Action');
    if (!service || !action) throw unknownService(signing, request);
    return { protocol: 'query', service, action, input: readQueryInput(form) };
  };

  const unknownService = (name: string, request?: HttpRequest): AwsError =>
    new AwsError(
      'UnknownOperationException',
      `The sandbox does not support ${name}${request ? ` ${request.method} ${request.path}` : ''}. It supports ${known}.`,
    );

  const perform = async (call: Call, caller: Caller, request: HttpRequest): Promise<Answer> => {
    const { service, action, input } = call;
    const target = { service: service.signingName, function: caller.name };
    meter.count(`calls.${service.signingName}`);
    for (const permission of service.permissions(action, input)) iam.check(caller, permission);
    if (faults.strikes('throttle', target)) throw throttled(service.signingName);
    if (faults.strikes('error', target)) throw broken(service.signingName);
    const reply = await service.handle(action, input, caller, {
      method: request.method,
      path: request.url,
      headers: request.headers,
      body: request.body,
    });
    return faults.strikes('lost_response', target) ? 'hang up' : toHttp(reply);
  };

  return {
    isCall: ({ headers }) => {
      const signing = signatureOf(headers)?.service;
      return headers['x-amz-target'] !== undefined || (signing !== undefined && signing !== 'execute-api');
    },
    answer: async (request) => {
      requests += 1;
      const id = `sandbox-${requests}`;
      const signature = signatureOf(request.headers);
      const caller = (signature && callerOf(signature.accessKeyId)) ?? SANDBOX_USER;
      try {
        const answer = await perform(understand(request), caller, request);
        return answer === 'hang up'
          ? answer
          : { ...answer, headers: { 'x-amzn-requestid': id, ...answer.headers } };
      } catch (error) {
        const known = error instanceof AwsError ? error : new AwsError('InternalFailure', String(error), 500);
        const reply = errorReply(protocolOf(request, signature?.service), signature?.service ?? '', known);
        return { ...reply, headers: { 'x-amzn-requestid': id, ...reply.headers } };
      }
    },
  };
};

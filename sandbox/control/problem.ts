import type { HttpReply } from '../wire/endpoint.ts';

/** A control call that cannot be done; `code` is stable, the message says what to send instead. */
export class ControlProblem extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, detail: string, status = 400) {
    super(detail);
    this.code = code;
    this.status = status;
  }
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Request too large',
  415: 'Unsupported media type',
  500: 'The sandbox failed',
};

/** An RFC 9457 problem document. */
export const problemReply = ({ code, status, message }: ControlProblem): HttpReply => ({
  status,
  headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  body: JSON.stringify({
    type: 'about:blank',
    title: TITLES[status] ?? 'Problem',
    status,
    code,
    detail: message,
  }),
});

export const jsonAnswer = (body: unknown): HttpReply => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

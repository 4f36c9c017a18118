import { AwsError, type WireReply } from '../types.ts';
import type { HttpReply } from './endpoint.ts';
import { type XmlTree, xml } from './xml.ts';

const NAMESPACES: Record<string, string> = {
  sts: 'https://sts.amazonaws.com/doc/2011-06-15/',
};

/** An answer of the query protocol: `<XResponse><XResult>…`. */
export const queryReply = (service: string, action: string, result: Record<string, XmlTree>): WireReply => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<${action}Response xmlns="${NAMESPACES[service] ?? ''}"><${action}Result>${xml(result)}</${action}Result><ResponseMetadata><RequestId>sandbox</RequestId></ResponseMetadata></${action}Response>`,
});

const queryError = (service: string, error: AwsError): HttpReply => ({
  status: error.status,
  headers: { 'content-type': 'text/xml' },
  body: `<ErrorResponse xmlns="${NAMESPACES[service] ?? ''}">${xml({
    Error: { Type: error.status < 500 ? 'Sender' : 'Receiver', Code: error.code, Message: error.message },
    RequestId: 'sandbox',
  })}</ErrorResponse>`,
});

const jsonError = (error: AwsError): HttpReply => ({
  status: error.status,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': error.code },
  body: JSON.stringify({ __type: error.code, message: error.message }),
});

/** Services in AWS's REST style that read errors as XML; others read them as JSON. */
export const REST_XML = ['s3', 'route53', 'cloudfront'];

const restXmlError = (error: AwsError): HttpReply => ({
  status: error.status,
  headers: { 'content-type': 'application/xml' },
  body: `<Error>${xml({ Code: error.code, Message: error.message, RequestId: 'sandbox' })}</Error>`,
});

/** @throws AwsError SerializationException, AWS's one word for every body it cannot read. */
export const parseJson = (body: Buffer): Record<string, unknown> => {
  try {
    const input: unknown = JSON.parse(body.toString('utf8') || '{}');
    if (typeof input === 'object' && input !== null && !Array.isArray(input)) return { ...input };
  } catch {
    // Said below.
  }
  throw new AwsError('SerializationException', 'The body is not a JSON object.');
};

export type Protocol = 'json' | 'query' | 'rest-xml';

export const errorReply = (protocol: Protocol, service: string, error: AwsError): HttpReply =>
  protocol === 'rest-xml'
    ? restXmlError(error)
    : protocol === 'json'
      ? jsonError(error)
      : queryError(service, error);

export const jsonReply = (body: Record<string, unknown>): WireReply => ({ status: 200, body });

/** The answer every service gives to an action the sandbox does not have. */
export const unknownAction = (service: string, action: string, known: readonly string[]): AwsError =>
  new AwsError(
    'UnknownOperationException',
    `The sandbox does not support ${service}:${action}. It supports ${known.join(', ')}.`,
  );

/** Refuses a call without one of the members it must have, in the words AWS uses. */
export const requireMembers = (input: Record<string, unknown>, names: readonly string[]): void => {
  for (const name of names) {
    if (input[name] === undefined || input[name] === null) {
      throw new AwsError(
        'ValidationException',
        `1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`,
      );
    }
  }
};

import type { Message } from '@aws-sdk/client-sqs';

/** What puts messages into our queues, and what of them we read: each in a shape of its own. */
interface Body {
  /** Lambda, of a call or of a batch it gave up. */
  timestamp?: string;
  requestContext?: { condition?: string };
  requestPayload?: unknown;
  responsePayload?: { errorType?: string };
  /** Lambda, of a batch: where in the stream it lay, never what was in it. */
  DDBStreamBatchInfo?: { batchSize?: number };
  /** EventBridge: the event itself; why it was given up is an attribute of the message. */
  time?: string;
  'detail-type'?: string;
  detail?: { mail?: { tags?: { plan?: string[] } } };
}

const bodyOf = ({ Body: text = '' }: Message): Body | undefined => {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return undefined;
  }
};

/** The event a function was to get; `undefined` for a batch of the stream, which nobody kept. */
export function eventIn(message: Message): unknown {
  const body = bodyOf(message);
  if (!body || body.DDBStreamBatchInfo) return undefined;
  return body.requestContext ? body.requestPayload : body;
}

/** What a message says of itself without anybody's words: when, what, of which plan, how it failed. */
export function aboutOf(message: Message): string {
  const body = bodyOf(message);
  if (!body) return 'a message that is not JSON';
  const event = (eventIn(message) ?? {}) as Body;
  const size = body.DDBStreamBatchInfo?.batchSize;
  const parts = [
    body.timestamp ?? body.time,
    size === undefined ? event['detail-type'] : `${size} of the stream`,
    event.detail?.mail?.tags?.plan?.[0],
    body.responsePayload?.errorType ??
      message.MessageAttributes?.ERROR_CODE?.StringValue ??
      body.requestContext?.condition,
  ];
  return parts.filter((part) => typeof part === 'string').join('  ') || 'a message';
}

/** When it was put there; `''` when nobody says. */
export function sentAt({ Attributes }: Message): string {
  const sent = Number(Attributes?.SentTimestamp);
  return sent > 0 ? `${new Date(sent).toISOString().slice(0, 19)}Z` : '';
}

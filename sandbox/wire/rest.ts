import { AwsError } from '../types.ts';
import type { HttpRequest } from './endpoint.ts';
import { parseJson } from './protocol.ts';

/** What a request in AWS's REST style asks for. */
export interface RestCall {
  action: string;
  input: Record<string, unknown>;
}

/** `['GET', '/v2/email/identities/{EmailIdentity}', 'GetEmailIdentity']` */
export type RestRoute = readonly [method: string, path: string, action: string];

const segments = (path: string): string[] => path.replace(/\/$/, '').split('/');

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AwsError('BadRequestException', `The path ${text} cannot be decoded.`);
  }
};

/** The members a path gives, when it is of this shape; a label in braces stands for one segment. */
const labelsOf = (shape: string, path: string): Record<string, string> | undefined => {
  const given = segments(path);
  const wanted = segments(shape);
  if (given.length !== wanted.length) return undefined;
  const labels: Record<string, string> = {};
  for (const [place, part] of wanted.entries()) {
    const text = given[place] ?? '';
    if (part.startsWith('{')) labels[part.slice(1, -1)] = decoded(text);
    else if (part !== text) return undefined;
  }
  return labels;
};

/**
 * Tells what requests to a service of the REST-JSON protocol ask for: the action by method and path; its input is the
 * JSON body, then the query, then the labels of the path. Undefined for what has no route.
 */
export const restRoutes =
  (routes: readonly RestRoute[]) =>
  ({ method, path, query, body }: HttpRequest): RestCall | undefined => {
    for (const [wanted, shape, action] of routes) {
      const labels = method === wanted ? labelsOf(shape, path) : undefined;
      if (labels) return { action, input: { ...parseJson(body), ...Object.fromEntries(query), ...labels } };
    }
    return undefined;
  };

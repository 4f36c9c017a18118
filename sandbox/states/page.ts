import { AwsError } from '../types.ts';

/** Cuts one page out of a list, AWS's way. @throws AwsError InvalidToken for a token this list never gave */
export function pageOf<T>(
  items: readonly T[],
  { maxResults, nextToken }: { maxResults?: number | undefined; nextToken?: string | undefined },
  usual: number,
): { page: T[]; nextToken?: string } {
  const start = nextToken === undefined ? 0 : startOf(nextToken);
  const size = maxResults === undefined || maxResults === 0 ? usual : Math.min(maxResults, 1000);
  const end = start + size;
  const page = items.slice(start, end);
  return end < items.length ? { page, nextToken: Buffer.from(`from ${end}`).toString('base64') } : { page };
}

function startOf(nextToken: string): number {
  const [, start] = /^from (\d+)$/.exec(Buffer.from(nextToken, 'base64').toString()) ?? [];
  if (start === undefined) throw new AwsError('InvalidToken', `Invalid Token: '${nextToken}'`);
  return Number(start);
}

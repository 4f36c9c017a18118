/** The header by which functions know that a request came through CloudFront; its value is a key of the origin's secret. */
export const ORIGIN_KEY_HEADER = 'x-origin-key';

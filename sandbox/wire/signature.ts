export interface Signature {
  accessKeyId: string;
  region: string;
  /** Signing name, e.g. `states`. */
  service: string;
}

/** Who signed and for which service, from a SigV4 `Authorization` header. The signature itself is not checked. */
export const signatureOf = (headers: Record<string, string>): Signature | undefined => {
  const scope = /^AWS4-HMAC-SHA256\s+Credential=([^/\s,]+)\/\d{8}\/([^/\s,]+)\/([^/\s,]+)\/aws4_request/.exec(
    headers.authorization ?? '',
  );
  if (!scope) return undefined;
  const [, accessKeyId = '', region = '', service = ''] = scope;
  return { accessKeyId, region, service };
};

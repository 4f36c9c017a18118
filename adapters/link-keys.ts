/** The secret that signs links: `{"current": "<key id>", "<key id>": "<key>", …}`. Every key in it verifies, `current` signs. */
export interface LinkKeys {
  current: string;
  keys: Record<string, string>;
}

/** The secret is not the JSON it should be. Says nothing of what it holds. */
export class BadLinkSecret extends Error {
  readonly code = 'bad_link_secret';
  override readonly name = 'BadLinkSecret';
  constructor() {
    super(
      'The secret for links must be JSON: {"current": "<key id>", "<key id>": "<at least 32 characters>"}.',
    );
  }
}

const SHORTEST = 32;

/** @throws BadLinkSecret */
export function parseLinkKeys(text: string | undefined): LinkKeys {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text ?? '');
  } catch {
    throw new BadLinkSecret();
  }
  if (typeof parsed !== 'object' || parsed === null) throw new BadLinkSecret();
  const { current, ...keys } = parsed as Record<string, unknown>;
  const sound = Object.values(keys).every((key) => typeof key === 'string' && key.length >= SHORTEST);
  if (typeof current !== 'string' || !Object.hasOwn(keys, current) || !sound) throw new BadLinkSecret();
  return { current, keys: keys as Record<string, string> };
}

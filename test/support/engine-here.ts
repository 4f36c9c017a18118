import { type EngineKind, NoEngine } from '../../sandbox/dynamodb/engine.ts';

/** `npm ci` brings dynoxide for this platform alone, and DynamoDB Local everywhere; but it does not bring Java. */
const comesAlong = (kind: EngineKind): boolean =>
  kind === 'dynoxide' && process.platform === 'linux' && process.arch === 'x64';

/**
 * What `open` opens on an engine; `undefined`, with the reason printed, when this machine cannot run that engine and
 * need not. `REQUIRE_ALL_ENGINES=1` says that it must be able to run them all.
 */
export async function whereItRuns<T>(kind: EngineKind, open: () => Promise<T>): Promise<T | undefined> {
  try {
    return await open();
  } catch (error) {
    const isNeeded = comesAlong(kind) || process.env.REQUIRE_ALL_ENGINES === '1';
    if (!(error instanceof NoEngine) || isNeeded) throw error;
    console.warn(`Not tested on ${kind}: ${error.message}`);
    return undefined;
  }
}

import { plainly } from '../common/plain-errors.ts';
import { type Finding, unclear } from './finding.ts';
import type { Check, World } from './world.ts';

/** Runs checks one after the other, so that they are told in order; one that cannot look says why and holds up nothing. */
export async function examine(
  checks: readonly Check[],
  world: World,
  told: (finding: Finding) => void = () => {},
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const check of checks) {
    for (const finding of await lookedAt(check, world)) {
      found.push(finding);
      told(finding);
    }
  }
  return found;
}

async function lookedAt({ name, look }: Check, world: World): Promise<Finding[]> {
  try {
    return await look(world);
  } catch (error) {
    const said = plainly(error, { stage: world.stage, endpoint: world.aws.endpoint });
    if (!said) throw error;
    return [{ ...unclear(name, said.message, said.wayOut), isBlind: true }];
  }
}

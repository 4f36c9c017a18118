import type { Resource } from '../types.ts';
import { NotSupported } from './load.ts';

/**
 * The Amazon States Language text of a state machine, its `${...}` placeholders filled in.
 *
 * @throws NotSupported when a placeholder has no substitution.
 */
export const definitionOf = ({ stack, logicalId, type, properties }: Resource): string => {
  const { Definition, DefinitionString, DefinitionSubstitutions = {} } = properties;
  const substitutions = DefinitionSubstitutions as Record<string, unknown>;
  const text = DefinitionString === undefined ? JSON.stringify(Definition ?? {}) : `${DefinitionString}`;
  return text.replace(/\$\{([A-Za-z0-9_.:-]+)\}/g, (_, name: string) => {
    if (name in substitutions) return `${substitutions[name]}`;
    throw new NotSupported([
      `${stack}: ${logicalId} (${type}): its definition has no substitution for ${name}`,
    ]);
  });
};

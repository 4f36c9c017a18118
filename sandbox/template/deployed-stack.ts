import type { Identity } from './identity.ts';
import type { TemplateResource } from './read-assembly.ts';

/** A stack as CloudFormation tells about it once it is deployed; of every resource, started or left out. */
export interface DeployedStack {
  name: string;
  terminationProtection: boolean;
  outputs: Record<string, string>;
  resources: DeployedResource[];
}

export interface DeployedResource {
  logicalId: string;
  type: string;
  /** What `Ref` answers. */
  physicalId: string;
  arn: string;
  /** As far as they are known without the services that are left out. */
  properties: Record<string, unknown>;
}

interface Resolved {
  source: { name: string; terminationProtection: boolean };
  outputs(): Record<string, string>;
  present(): [string, TemplateResource][];
  identity(id: string): Identity;
  properties(resource: TemplateResource): Record<string, unknown>;
}

/** What is to be told of one stack. A part that refers to what only AWS would know is left out. */
export const deployedStack = (stack: Resolved): DeployedStack => ({
  name: stack.source.name,
  terminationProtection: stack.source.terminationProtection,
  outputs: orElse(() => stack.outputs(), {}),
  resources: stack.present().flatMap(([logicalId, resource]) =>
    orElse(() => {
      const { ref, arn } = stack.identity(logicalId);
      const properties = orElse(() => stack.properties(resource), {});
      return [{ logicalId, type: resource.Type, physicalId: ref, arn, properties }];
    }, []),
  ),
});

const orElse = <T>(told: () => T, otherwise: T): T => {
  try {
    return told();
  } catch {
    return otherwise;
  }
};

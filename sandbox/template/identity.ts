import { createHash } from 'node:crypto';
import { ACCOUNT, REGION } from '../types.ts';

/** What CloudFormation answers about a resource once it exists. */
export interface Identity {
  arn: string;
  /** What `Ref` answers. */
  ref: string;
  /** What `Fn::GetAtt` answers, by attribute. */
  attributes: Record<string, string>;
}

/** Makes the identity of a resource from its physical name. */
export type Identify = (name: string, properties: Record<string, unknown>) => Identity;

export const arnOf = (service: string, resource: string, region = REGION): string =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;

/** Letters and digits that depend on nothing but the name: the random part AWS would add. */
export const idFrom = (name: string, length: number): string =>
  BigInt(`0x${createHash('sha256').update(name).digest('hex')}`)
    .toString(36)
    .slice(0, length);

/** Refs to its name. */
export const named =
  (
    arn: (name: string) => string,
    attributes: (name: string) => Record<string, string> = () => ({}),
  ): Identify =>
  (name) => ({ arn: arn(name), ref: name, attributes: { Arn: arn(name), ...attributes(name) } });

/** Refs to its ARN. */
export const byArn =
  (
    arn: (name: string) => string,
    attributes: (name: string) => Record<string, string> = () => ({}),
  ): Identify =>
  (name) => ({ ...named(arn, attributes)(name, {}), ref: arn(name) });

/** Refs to an identifier made of letters and digits. */
export const byId =
  (
    length: number,
    arn: (id: string) => string,
    attributes: (id: string) => Record<string, string> = () => ({}),
  ): Identify =>
  (name) => {
    const id = idFrom(name, length);
    return { arn: arn(id), ref: id, attributes: { Arn: arn(id), ...attributes(id) } };
  };

/** A name CloudFormation would make up: stack and logical id, cut to what the service allows. */
export const physicalName = (stack: string, logicalId: string, longest: number): string => {
  const name = `${stack}-${logicalId}`;
  return name.length <= longest ? name : `${name.slice(0, longest - 9)}-${idFrom(name, 8)}`;
};

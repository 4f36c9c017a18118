import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { synthesize } from '../support/assembly.ts';

/** A resource as the template has it, without a type for every property of every service. */
// biome-ignore lint/suspicious/noExplicitAny: properties of a template are read by path, and a wrong path fails the test
export type Json = any;

// To check templates by the CDK's own rules takes seconds in each process; the command line does it with each synth.
process.env.CDK_VALIDATION = 'false';

export const assembly = await synthesize();

export const readTemplate = (name: string): Json =>
  JSON.parse(readFileSync(join(assembly, `${name}.template.json`), 'utf8'));

export const data = Template.fromJSON(readTemplate('pip-follow-up-dev-data'));
export const service = Template.fromJSON(readTemplate('pip-follow-up-dev-service'));

/** Resources of a type, with their logical ids. */
export const all = (template: Template, type: string): [string, Json][] =>
  Object.entries(template.findResources(type));

/** The only resource of a type, or of this logical id. */
export const only = (template: Template, type: string, id?: string): [string, Json] => {
  const [found, ...others] = all(template, type).filter(([known]) => id === undefined || known === id);
  if (!found || others.length > 0)
    throw new Error(`Expected one ${type}, found ${others.length + (found ? 1 : 0)}.`);
  return found;
};

/** The logical id that a Ref or Fn::GetAtt points to, wherever it stands in the value. */
export const target = (value: Json): string | undefined => value?.Ref ?? value?.['Fn::GetAtt']?.[0];

/** Which of the six functions a Lambda function, role or log group belongs to: the first part of its construct path. */
export const doorOf = (resource: Json): string =>
  String(resource.Metadata['aws:cdk:path']).split('/')[1]?.toLowerCase() ?? '';

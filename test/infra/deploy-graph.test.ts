import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { type DeployGraph, graphOf, longestChain, neededBy } from './deploy-graph.ts';
import { hosted } from './hosted.ts';
import { all, assembly, data, doorOf, type Json, service } from './templates.ts';

/** What CloudFormation reads of a stack. */
interface Stack {
  template: Template;
  resources: Record<string, Json>;
  graph: DeployGraph;
}

const stackOf = (template: Template): Stack => ({
  template,
  resources: template.toJSON().Resources,
  graph: graphOf(template),
});

const production = hosted();
const without = stackOf(service);
const withHosts = stackOf(production.service);
const stacks: [name: string, stack: Stack][] = [
  ['data', stackOf(data)],
  ['service', without],
  ['data of production', stackOf(production.data)],
  ['edge of production', stackOf(production.edge)],
  ['service of production', withHosts],
];
const services: [name: string, stack: Stack][] = [
  ['without hosts', without],
  ['with hosts', withHosts],
];

const typeOf = ({ resources }: Stack, id: string): string => resources[id].Type.replace('AWS::', '');

/** Steps one after another at most: a log, a role, a function, what the function is given, what shows it. */
const STEPS: Record<string, number> = {
  data: 2,
  service: 9,
  'data of production': 3,
  'edge of production': 4,
  'service of production': 9,
};

test.each(stacks)('a deployment takes no more steps one after another than it must: %s', (name, stack) => {
  const chain = longestChain(stack.graph).map((id) => `${typeOf(stack, id)} ${id}`);
  expect(chain.length, `The longest way:\n  ${chain.join('\n  ')}\n`).toBe(STEPS[name]);
});

/** Why something waits although it uses no value of what it waits for. */
const SAID: Record<string, string> = {
  'ApiGatewayV2::Stage after ApiGatewayV2::Route':
    'its throttles name routes, and API Gateway refuses one that is not there yet',
  'ApiGatewayV2::ApiMapping after ApiGatewayV2::Stage': 'it knows the stage by its name, `$default`',
  'StepFunctions::StateMachine after IAM::Policy':
    'whether it may write its log is checked when it is made, and it must be able to call its function before anybody starts it',
  'Logs::Delivery after Logs::DeliverySource': 'it knows the source by its name',
};

test('nothing is said to wait for what it does not use, but where AWS would refuse it', () => {
  const said = stacks.flatMap(([, stack]) =>
    [...stack.graph].flatMap(([id, waits]) =>
      [...waits]
        .filter(([, reason]) => reason === 'said')
        .map(([other]) => `${typeOf(stack, id)} after ${typeOf(stack, other)}`),
    ),
  );
  expect([...new Set(said)].sort()).toEqual(Object.keys(SAID).sort());
});

/** The types of everything that has to be there before a resource is begun. */
const typesBefore = (stack: Stack, id: string): string[] =>
  [...neededBy(stack.graph, id)].map((other) => typeOf(stack, other));

/** Who waits for which function: it knows the workflow, and the workflow calls that one. */
const THROUGH_A_WORKFLOW = {
  admin: ['jobs'],
  api: ['jobs'],
  effects: ['lifecycle'],
  executions: ['jobs', 'lifecycle'],
};

test.each(services)(
  'no function waits for another, but for those that a workflow it knows calls: %s',
  (_, stack) => {
    const waiting = all(stack.template, 'AWS::Lambda::Function').flatMap(([id, lambda]) => {
      const others = [...neededBy(stack.graph, id)].filter(
        (each) => typeOf(stack, each) === 'Lambda::Function',
      );
      const doors = others.map((each) => doorOf(stack.resources[each])).sort();
      return doors.length > 0 ? [[doorOf(lambda), doors]] : [];
    });
    expect(Object.fromEntries(waiting)).toEqual(THROUGH_A_WORKFLOW);
  },
);

test('with hosts, no function waits for API Gateway, for a certificate or for a distribution', () => {
  const slow = /^(ApiGatewayV2|CertificateManager|CloudFront|Route53|WAFv2)::/;
  for (const [id] of all(production.service, 'AWS::Lambda::Function'))
    expect(
      typesBefore(withHosts, id).filter((type) => slow.test(type)),
      id,
    ).toEqual([]);
});

test.each(services)('no route waits for another one, for a stage or for a host: %s', (_, stack) => {
  const routes = all(stack.template, 'AWS::ApiGatewayV2::Route');
  expect(routes.length).toBeGreaterThan(100);
  for (const [id] of routes)
    expect(
      typesBefore(stack, id).filter((type) => /::(Route|Stage|DomainName)$/.test(type)),
      id,
    ).toEqual([]);
});

test('only the name of the origin waits for its certificate, and what leads to or from it', () => {
  const waiting = Object.keys(withHosts.resources)
    .filter((id) => typesBefore(withHosts, id).includes('CertificateManager::Certificate'))
    .map((id) => typeOf(withHosts, id))
    // What watches a certificate needs it too, and nothing needs that.
    .filter((type) => !type.startsWith('CloudWatch::'));
  expect(waiting.sort()).toEqual([
    'ApiGatewayV2::ApiMapping',
    'ApiGatewayV2::DomainName',
    'Route53::RecordSet',
  ]);
});

test('alarms wait for what they watch and for whom they tell, not for each other', () => {
  for (const [id] of all(production.service, 'AWS::CloudWatch::Alarm'))
    expect(typesBefore(withHosts, id), id).not.toContain('CloudWatch::Alarm');
});

const stackAfter = (directory: string): Record<string, string[]> => {
  const { artifacts } = JSON.parse(readFileSync(join(directory, 'manifest.json'), 'utf8'));
  const stacks = Object.entries<Json>(artifacts).filter(
    ([, { type }]) => type === 'aws:cloudformation:stack',
  );
  return Object.fromEntries(
    stacks.map(([id, { dependencies = [] }]) => [
      id,
      dependencies.filter((each: string) => !/\.assets$/.test(each)),
    ]),
  );
};

test('service and edge each wait for the data alone, so that both can be deployed at the same time', () => {
  expect(stackAfter(assembly)).toEqual({
    'pip-follow-up-dev-data': [],
    'pip-follow-up-dev-service': ['pip-follow-up-dev-data'],
  });
  expect(stackAfter(production.app.outdir)).toEqual({
    'pip-follow-up-prod-2-data': [],
    'pip-follow-up-prod-2-edge': ['pip-follow-up-prod-2-data'],
    'pip-follow-up-prod-2-service': ['pip-follow-up-prod-2-data'],
  });
});

import { readFileSync } from 'node:fs';

const { items } = JSON.parse(readFileSync(new URL('prices.json', import.meta.url), 'utf8')) as {
  items: Record<string, { price: number; unit: string; source: string }>;
};

/** What a plan uses of, by its name in prices.json. */
export type Item =
  | 'sfn.transition'
  | 'lambda.request'
  | 'lambda.gbSecond'
  | 'dynamodb.write'
  | 'dynamodb.read'
  | 'ses.mail'
  | 'logs.gb'
  | 'kms.request'
  | 'events.published'
  | 'httpApi.request';

export type Usage = Record<Item, number>;

/** What, how many of it, US dollars. */
export type Priced = [what: string, count: number, cost: number];

const GIGABYTES = 0.5;
const COLD = { share: 0.6, seconds: 0.3 };
const SECONDS_OF_A_CALL = 0.1;
/** Functions behind the HTTP API, by the beginning of their names. */
const BEHIND_HTTP = /^invocations\.(Pages|Api|Admin|Executions)/;

const priceOf = (item: string): number => {
  const found = items[item];
  if (!found) throw new RangeError(`bench/prices.json has no price of ${item}.`);
  return found.price;
};

/** What the sandbox's meter counted, in the units that are billed. */
export function usageOf(meter: Record<string, number>): Usage {
  const sum = (wanted: RegExp): number =>
    Object.entries(meter).reduce((total, [name, n]) => total + (wanted.test(name) ? n : 0), 0);
  const invocations = sum(/^invocations\./);
  return {
    'sfn.transition': meter.transitions ?? 0,
    'lambda.request': invocations,
    'lambda.gbSecond': invocations * GIGABYTES * (SECONDS_OF_A_CALL + COLD.share * COLD.seconds),
    'dynamodb.write': meter['table.writeUnits'] ?? 0,
    'dynamodb.read': meter['table.readUnits'] ?? 0,
    'ses.mail': meter.mails ?? 0,
    'logs.gb': (meter['log.bytes'] ?? 0) / 1e9,
    'kms.request': invocations,
    'events.published': meter['calls.events'] ?? 0,
    'httpApi.request': sum(BEHIND_HTTP),
  };
}

/** US dollars for each kind of use. */
export const costOf = (usage: Usage): Usage =>
  Object.fromEntries(Object.entries(usage).map(([item, count]) => [item, count * priceOf(item)])) as Usage;

export const totalOf = (costs: Usage): number => Object.values(costs).reduce((sum, cost) => sum + cost, 0);

interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
}

/** What the resources of some templates cost a month by being there. */
export function monthlyOf(templates: Record<string, Resource>[]): Priced[] {
  const all = templates.flatMap((resources) => Object.values(resources));
  const ofType = (type: string): Resource[] => all.filter(({ Type }) => Type === type);
  const metrics = new Set(
    ofType('AWS::Logs::MetricFilter').flatMap(({ Properties = {} }) =>
      (Properties.MetricTransformations as { MetricName: string }[]).map(({ MetricName }) => MetricName),
    ),
  );
  const rules = ofType('AWS::WAFv2::WebACL').flatMap(({ Properties = {} }) => Properties.Rules as unknown[]);
  const counted: [what: string, count: number, item: string][] = [
    ['web ACL', ofType('AWS::WAFv2::WebACL').length, 'waf.acl'],
    ['rules of the web ACL', rules.length, 'waf.rule'],
    ['alarms', ofType('AWS::CloudWatch::Alarm').length, 'cloudwatch.alarm'],
    ['metrics from log lines', metrics.size, 'cloudwatch.metric'],
    ['dashboard', ofType('AWS::CloudWatch::Dashboard').length, 'cloudwatch.dashboard'],
    ['keys', ofType('AWS::KMS::Key').length, 'kms.key'],
    ['secrets', ofType('AWS::SecretsManager::Secret').length, 'secrets.secret'],
  ];
  return counted.map(([what, count, item]) => [what, count, count * priceOf(item)]);
}

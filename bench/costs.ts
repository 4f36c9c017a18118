import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureAssembly } from '../sandbox/assembly.ts';
import { bootSandbox } from '../sandbox/sandbox.ts';
import { get, post } from '../sandbox/story/http.ts';
import { play } from '../sandbox/story/play.ts';
import { readStory } from '../sandbox/story/story-file.ts';
import { costOf, type Item, monthlyOf, type Priced, totalOf, type Usage, usageOf } from './costs-priced.ts';
import { table } from './measure.ts';

/**
 * What plans cost, metered in the sandbox, and what a deployment costs that nobody uses, counted in its templates.
 * Writes docs/reference/costs.md. List prices; no free tier is taken off.
 */
const PLANS = [
  'sales-weekly-numbers',
  'dc-answered',
  'dc-silence',
  'colorado-five-follow-ups',
  'missouri-department',
];
const SWEEPS_A_MONTH = 4 * 24 * 30;

const assembly = await ensureAssembly({ log: (line) => console.error(line) });
const plans: { name: string; days: number; usage: Usage }[] = [];
for (const name of PLANS) plans.push({ name, ...(await played(`examples/${name}.json`)) });
const sweep = await oneSweep();
const fixed = [
  ...monthlyOf(templates(await ensureAssembly({ config: 'config/prod.json' }))),
  ['4 sweeps an hour', SWEEPS_A_MONTH, totalOf(costOf(sweep)) * SWEEPS_A_MONTH] satisfies Priced,
];

const page = [
  '# What it costs',
  '<!-- Written by `npm run costs`. -->',
  `Metered in the sandbox, times list prices of us-east-1 in US dollars; no free tier is taken off. [\`bench/prices.json\`](../../bench/prices.json) says where each price was read, and when. \`npm run costs\` writes this page anew.`,
  '## A plan',
  `The plans of [\`examples/\`](../../examples), from draft to end, with everybody answering, or not, as their files say. E-mail is the largest part.`,
  markdown(
    ['plan', 'days', 'transitions', 'mails', 'invocations', 'cost'],
    plans.map(({ name, days, usage }) => [
      name,
      `${days}`,
      `${usage['sfn.transition']}`,
      `${usage['ses.mail']}`,
      `${usage['lambda.request']}`,
      dollars(totalOf(costOf(usage)), 4),
    ]),
  ),
  '## Where it goes',
  markdown(
    ['', ...plans.map(({ name }) => name)],
    Object.keys(plans[0]?.usage ?? {}).map((item) => [
      item,
      ...plans.map(({ usage }) => dollars(costOf(usage)[item as Item] ?? 0, 5)),
    ]),
  ),
  '## A month in which nothing happens',
  'The stage of `config/prod.json`. WAF, the dashboard and the alarms are most of it; a stage without `hosts` has no WAF. Whoever signs in at the Cognito pool is charged for by its price list, which is not in here; neither are traffic out, stored gigabytes and backups, all of them cents.',
  markdown(
    ['what', 'how many', 'cost'],
    [
      ...fixed.map(([what, count, cost]) => [what, `${count}`, dollars(cost, 2)]),
      [
        'together',
        '',
        dollars(
          fixed.reduce((sum, [, , cost]) => sum + cost, 0),
          2,
        ),
      ],
    ],
  ),
  '## What is assumed',
  '- Of a hundred invocations sixty start cold, and initialise for 0.3 seconds that are billed; a call takes 0.1 seconds at 512 MB. Traffic is low, so most starts are cold.\n- Data keys are kept for five minutes by DynamoDB and Step Functions, so at most every invocation asks KMS once.\n- Pages that people open without need, and the site, are not in the figures of a plan; a million requests cost a dollar.',
].join('\n\n');
writeFileSync('docs/reference/costs.md', `${page}\n`);

console.log(
  table([
    ['plan', 'days', 'cost'],
    ...plans.map(({ name, days, usage }) => [name, `${days}`, dollars(totalOf(costOf(usage)), 4)]),
  ]),
);
console.log(
  `\n  a month in which nothing happens: ${dollars(
    fixed.reduce((sum, [, , cost]) => sum + cost, 0),
    2,
  )}`,
);

async function played(file: string) {
  const story = await readStory(file);
  const sandbox = await bootSandbox({ assembly, start: story.clock });
  try {
    const { differences } = await play(story, sandbox.url);
    if (differences.length > 0) throw new Error(`${file} ended otherwise: ${differences.join('; ')}`);
    const meter = await get<Record<string, number>>(sandbox.url, '/_sandbox/meter');
    const { startDate, endDate } = story.plan as unknown as { startDate: string; endDate: string };
    const days = (Date.parse(endDate) - Date.parse(startDate)) / 86_400_000 + 1;
    return { days, usage: usageOf(meter) };
  } finally {
    await sandbox.close();
  }
}

/** A round of the sweeper that finds nothing to do. */
async function oneSweep() {
  const sandbox = await bootSandbox({ assembly });
  try {
    const before = await get<Record<string, number>>(sandbox.url, '/_sandbox/meter');
    await post(sandbox.url, '/_sandbox/invoke', { function: 'Sweeper' });
    const after = await get<Record<string, number>>(sandbox.url, '/_sandbox/meter');
    return usageOf(
      Object.fromEntries(Object.entries(after).map(([name, n]) => [name, n - (before[name] ?? 0)])),
    );
  } finally {
    await sandbox.close();
  }
}

function templates(
  directory: string,
): Record<string, { Type: string; Properties?: Record<string, unknown> }>[] {
  return globSync(join(directory, '*.template.json')).map((file) => {
    console.error(`  reading ${basename(file)}`);
    return JSON.parse(readFileSync(file, 'utf8')).Resources;
  });
}

function markdown(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function dollars(amount: number, digits: number): string {
  return `$${amount.toFixed(digits)}`;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { expect, test } from 'vitest';
import { hosted } from './hosted.ts';
import { assembly } from './templates.ts';

const { app } = hosted();

interface Answered {
  at: string;
  finding: string;
  reason: string;
}

const answersOn = (construct: IConstruct): Answered[] =>
  construct.node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(data as Record<string, string>))
    .map(([finding, reason]) => ({
      at: construct.node.path,
      finding: finding.replace(/^annotation::/i, ''),
      reason,
    }));

const answered: Answered[] = app.node.findAll().flatMap(answersOn);

test('CDK-22: a synth is checked by the rules of AWS Solutions, and nothing is left unanswered', () => {
  const report = JSON.parse(readFileSync(join(assembly, 'validation-report.json'), 'utf8'));
  expect(report.pluginReports).toEqual([]);
});

test('CDK-22: nor is it with hosts, a firewall and distributions before them', () => {
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  expect(
    violations.map(({ ruleName, violatingResources }) => [
      ruleName,
      violatingResources.map(({ constructPath }) => constructPath),
    ]),
  ).toEqual([]);
});

test('CDK-22: every answer says why', () => {
  for (const { at, finding, reason } of answered)
    expect(reason.length, `${at} ${finding}`).toBeGreaterThanOrEqual(20);
});

test('CDK-22: what is answered for, where, and why is what somebody agreed to', async () => {
  const lines = answered
    .map(({ at, finding, reason }) => ({
      finding,
      reason,
      // One answer for all routes that are alike.
      at: at.replace(/(Front\/Api\/).*/, '$1…').replace(/^[^/]+-(data|edge|service)/, '$1'),
    }))
    .map(({ finding, at, reason }) => `${finding}\n  ${at}\n  ${reason}\n`);
  const listed = [...new Set(lines)].sort().join('\n');
  await expect(listed).toMatchFileSnapshot('answers.txt');
});

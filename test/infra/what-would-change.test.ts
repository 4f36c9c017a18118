import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { afterAll, expect, test } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'pip-follow-up-compare-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** An assembly with a stack for each name, each with a queue that keeps messages so long (seconds). */
function assembly(name: string, stacks: Record<string, number>): string {
  const outdir = join(home, name);
  const app = new App({ outdir, analyticsReporting: false });
  for (const [stack, seconds] of Object.entries(stacks)) {
    const properties = { MessageRetentionPeriod: seconds };
    new CfnResource(new Stack(app, stack), 'Queue', { type: 'AWS::SQS::Queue', properties });
  }
  app.synth();
  return outdir;
}

test('a pull request is told what changes in each stack, which are new, and which are no longer made', () => {
  const before = assembly('before', { kept: 60, changed: 60, gone: 60 });
  const after = assembly('after', { kept: 60, changed: 120, fresh: 60 });
  const said = execFileSync('.github/what-would-change.sh', [before, after], { encoding: 'utf8' });
  const [, ...sections] = said.split('<details><summary><code>');
  const of = (stack: string) => sections.find((section) => section.startsWith(`${stack}<`));
  expect(of('kept')).toContain('There were no differences');
  expect(of('changed')).toMatch(/\[-\] 60\n.*\[\+\] 120/);
  expect(of('fresh')).toContain('A new stack.');
  expect(said).toContain('`gone` is no longer made. Deploying does not delete it.');
});

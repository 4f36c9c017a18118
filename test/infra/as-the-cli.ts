import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, AppProps } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Bundler } from '../../infra/bundles.ts';
import { emptyApp } from '../../infra/empty-app.ts';
import { all, assembly, doorOf, type Json, service } from './templates.ts';

/** What the CDK's command line tells an app beyond cdk.json. */
const TOLD = {
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:disable-version-reporting': true,
  'aws:cdk:bundling-stacks': ['**'],
};

const scratch = mkdtempSync(join(tmpdir(), 'pip-follow-up-infra-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** An app that writes into a directory of its own what `cdk synth` would. */
export function appAsTheCli(props: AppProps = {}): App {
  const context = { ...JSON.parse(readFileSync('cdk.json', 'utf8')).context, ...TOLD };
  return emptyApp({ outdir: mkdtempSync(join(scratch, 'app-')), context, ...props });
}

/** The directory of a function's bundle in the assembly that `cdk synth` wrote. */
export const bundleIn = (lambda: Json): string => join(assembly, lambda.Metadata['aws:asset:path']);

/** The bundles of that assembly, which are of the same sources: to bundle again would take seconds. */
export const bundlesThere: Bundler = () => {
  const links = mkdtempSync(join(scratch, 'bundles-'));
  const code = all(service, 'AWS::Lambda::Function').map(([, lambda]) => {
    // What follows the dot in the name of an asset would be taken for the ending of a file.
    const path = join(links, doorOf(lambda));
    symlinkSync(bundleIn(lambda), path);
    return [doorOf(lambda), Code.fromAsset(path)];
  });
  return Object.fromEntries(code);
};

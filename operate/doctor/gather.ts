import { Resolver } from 'node:dns/promises';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { projectRoot } from '../../infra/paths.ts';
import type { Meant } from '../common/configuration.ts';
import { lookUp } from '../common/deployment.ts';
import type { Versions, World } from './world.ts';

const versionIn = (file: string): string | undefined => {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { version?: string }).version;
  } catch {
    return undefined;
  }
};

/** The package a program on the PATH belongs to. */
function packageOf(program: string): string | undefined {
  for (let folder = dirname(realpathSync(program)); folder !== dirname(folder); folder = dirname(folder)) {
    const version = versionIn(join(folder, 'package.json'));
    if (version !== undefined) return version;
  }
  return undefined;
}

function elsewhere(path: string): Versions['cdkElsewhere'] {
  for (const folder of path.split(delimiter)) {
    const program = join(folder, 'cdk');
    if (folder.includes('node_modules') || !existsSync(program)) continue;
    const version = packageOf(program);
    if (version !== undefined) return { path: program, version };
  }
  return undefined;
}

/** The versions of the tools, without starting any of them. */
export function versionsHere(path = process.env.PATH ?? ''): Versions {
  const own = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const cdkElsewhere = elsewhere(path);
  return {
    node: process.versions.node,
    cdkPinned: own.devDependencies['aws-cdk'] ?? '',
    cdkLocal: versionIn(join(projectRoot, 'node_modules', 'aws-cdk', 'package.json')),
    ...(cdkElsewhere && { cdkElsewhere }),
  };
}

/** The world of a deployment, as far as it is deployed. */
export async function worldOf({ stage, aws, found }: Meant, mailsADay: number): Promise<World> {
  return {
    stage,
    aws,
    deployment: await lookUp(aws, stage),
    config: found?.config,
    file: found?.file,
    dns: new Resolver({ timeout: 3_000, tries: 2 }),
    fetch: (address, options) => fetch(address, { signal: AbortSignal.timeout(10_000), ...options }),
    versions: versionsHere(),
    mailsADay,
  };
}

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  shell?: string;
  with?: Record<string, unknown>;
}
interface Job {
  permissions?: Record<string, string>;
  steps: Step[];
  strategy?: { matrix?: Record<string, string[]> };
}
interface Workflow {
  on: Record<string, { inputs?: Record<string, { options?: string[] }> } | null>;
  permissions: Record<string, string>;
  jobs: Record<string, Job>;
}

const text = (file: string) => readFileSync(file, 'utf8');
const files = globSync('.github/workflows/*.yml').sort();
const workflows = files.map((file) => ({ file, source: text(file), is: parse(text(file)) as Workflow }));
const packageJson = JSON.parse(text('package.json')) as {
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
};
const steps = ({ is }: (typeof workflows)[number]): Step[] =>
  Object.values(is.jobs).flatMap((job) => job.steps);
const stages = globSync('config/*.json').map((file) => file.slice('config/'.length, -'.json'.length));

test('there is a workflow for checking, comparing, deploying and scanning', () => {
  expect(files.map((file) => file.split('/').at(-1))).toEqual([
    'check.yml',
    'codeql.yml',
    'deploy.yml',
    'diff.yml',
  ]);
});

test.each(workflows)(
  '$file uses every action by its commit, and says which version that is',
  ({ source }) => {
    const used = source.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
    expect(used.length).toBeGreaterThan(0);
    expect(
      used.filter((line) => !/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
    ).toEqual([]);
  },
);

test('one action is the same commit wherever it is used', () => {
  const used = workflows.flatMap(({ source }) =>
    [...source.matchAll(/uses: ([\w-]+\/[\w./-]+)@(\w+ # \S+)/g)].map(([, name = '', at = '']) => [name, at]),
  );
  const commits = Map.groupBy(used, ([name]) => name);
  expect([...commits.values()].filter((at) => new Set(at.map(([, commit]) => commit)).size > 1)).toEqual([]);
});

test.each(workflows)('$file may do nothing by default but read', ({ is }) => {
  expect([{}, { contents: 'read' }]).toContainEqual(is.permissions);
});

test('what may write runs nothing that came with the change', () => {
  const writing = workflows.flatMap(({ is }) =>
    Object.values(is.jobs).filter(({ permissions }) => permissions?.['pull-requests'] === 'write'),
  );
  expect(
    writing.map((job) => job.steps.filter(({ run, uses }) => run || uses?.includes('checkout'))),
  ).toEqual([[]]);
  expect(workflows.filter(({ is }) => 'pull_request_target' in is.on)).toEqual([]);
});

test('only deploying takes a role of the account, and keeps no key', () => {
  const withToken = workflows.filter(({ is }) =>
    Object.values(is.jobs).some(({ permissions }) => permissions?.['id-token'] === 'write'),
  );
  expect(withToken.map(({ file }) => file)).toEqual(['.github/workflows/deploy.yml']);
  expect(workflows.filter(({ source }) => /aws-(access|secret)-.*key|secrets\./i.test(source))).toEqual([]);
});

test('nothing that somebody else wrote becomes part of a command', () => {
  const commands = workflows.flatMap(steps).flatMap(({ run }) => run ?? []);
  expect(commands.filter((run) => /\$\{\{\s*(inputs|github\.event|github\.head_ref)/.test(run))).toEqual([]);
});

test('every command of npm that a workflow runs is there', () => {
  const run = workflows
    .flatMap(steps)
    .flatMap(({ run = '' }) =>
      [...run.matchAll(/npm run ([\w:$ {}.-]+?)(?= --|$|\n)/g)].map(([, name = '']) => name),
    );
  const named = run.flatMap((name) =>
    name.includes('matrix.suite') ? ['test:browser', 'test:deployed'] : [name.trim()],
  );
  expect(named.filter((name) => !packageJson.scripts[name])).toEqual([]);
  expect(named).toContain('deploy');
});

test('every stage there is a configuration of is synthesized, and can be deployed', () => {
  const check = workflows.find(({ file }) => file.endsWith('check.yml'));
  const deploy = workflows.find(({ file }) => file.endsWith('deploy.yml'));
  expect(check?.is.jobs.synth?.strategy?.matrix?.stage?.toSorted()).toEqual(stages.toSorted());
  expect(deploy?.is.on.workflow_dispatch?.inputs?.stage?.options?.toSorted()).toEqual(stages.toSorted());
});

test('updates of dependencies come in groups, and never the old build with the high number', () => {
  const { updates } = parse(text('.github/dependabot.yml')) as {
    updates: {
      'package-ecosystem': string;
      groups?: Record<string, { patterns?: string[] }>;
      ignore?: { 'dependency-name': string; versions: string[] }[];
    }[];
  };
  const npm = updates.find((each) => each['package-ecosystem'] === 'npm');
  expect(npm?.ignore).toContainEqual({ 'dependency-name': 'aws-cdk', versions: ['3.0.0'] });
  expect(npm?.groups?.['aws-cdk']?.patterns).toContain('aws-cdk-lib');
  expect(npm?.groups?.['aws-sdk']?.patterns).toContain('@aws-sdk/*');
  expect(packageJson.devDependencies['aws-cdk']).toMatch(/^2\.\d+\.\d+$/);
});

test('the development container has the Node and the Java that the project asks for', () => {
  const { image, features, postCreateCommand } = JSON.parse(text('.devcontainer/devcontainer.json')) as {
    image: string;
    features: Record<string, { version: string }>;
    postCreateCommand: string;
  };
  expect(image).toContain(`-${text('.nvmrc').trim()}-`);
  expect(Object.values(features)).toEqual([{ version: '17' }]);
  expect(postCreateCommand).toBe('npm ci');
});

test.each(workflows)(
  '$file takes a failure before a pipe for one: bash has pipefail only by its name',
  (workflow) => {
    const piped = steps(workflow).filter(({ run }) => / \| (?!\|)/.test(run ?? ''));
    expect(piped.filter(({ shell }) => shell !== 'bash').map(({ run }) => run)).toEqual([]);
  },
);

import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { projectRoot } from '../../infra/paths.ts';
import { EXIT_HELP, program, run, type Terminal, type Where, whereTo } from '../common/command-line.ts';
import { type Meant, whatIsMeant } from '../common/configuration.ts';
import { Cannot, EXIT } from '../common/exit.ts';
import { isTableKnown } from '../doctor/checks/left-table.ts';
import { PREFLIGHT } from '../doctor/checks.ts';
import { examine } from '../doctor/examine.ts';
import { worldOf } from '../doctor/gather.ts';
import { lineOf } from '../doctor/report.ts';
import type { World } from '../doctor/world.ts';

interface Options extends Where {
  check?: boolean;
  yes?: boolean;
}

const HELP = `
Looks first (as npm run doctor -- --before-deploy does) and changes nothing when something is wrong. Then deploys all
stacks with the CDK of this project, never a global one.

Examples:
  npm run deploy -- --stage staging
  npm run deploy -- --stage prod --check
  npm run deploy -- --stage prod --yes        (asks nothing, also where rights become wider: for pipelines)
${EXIT_HELP}`;

/** What is started to deploy: the CDK of the project, with the configuration that was checked. */
export function deployCall({ found, aws, stage }: Meant, yes: boolean): { program: string; words: string[] } {
  const bin = join(projectRoot, 'node_modules', '.bin');
  return {
    program: join(bin, 'node'),
    words: [
      join(projectRoot, 'node_modules', 'aws-cdk', 'bin', 'cdk'),
      ...['deploy', '--all', '--progress', 'events'],
      ...['--require-approval', yes ? 'never' : 'broadening'],
      ...['-c', `config=${found?.file ?? `config/${stage}.json`}`],
      ...['--outputs-file', join('cdk.out', `outputs-${stage}-${aws.region}.json`)],
    ],
  };
}

function start(call: ReturnType<typeof deployCall>, { aws }: Meant): Promise<number> {
  const bin = join(projectRoot, 'node_modules', '.bin');
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    AWS_REGION: aws.region,
    CDK_DISABLE_CLI_TELEMETRY: 'true',
  };
  return new Promise((done, failed) => {
    const child = spawn(call.program, call.words, { cwd: projectRoot, env, stdio: 'inherit' });
    child.on('error', failed);
    child.on('close', (code) => done(code ?? 1));
  });
}

const NEXT = (stage: string) => `
Deployed. What is next:
  npm run admin -- first-user --stage ${stage} --email you@agency.org --name "Your Name"     (the first time)
  npm run doctor -- --stage ${stage}
  npm run smoke -- --stage ${stage}`;

/**
 * `npm run deploy`: from nothing to a running stage, or from one version to the next.
 *
 * @param change lets tests put a part of the world in place of the real one
 * @returns the exit code
 */
export async function deploy(
  words: readonly string[],
  print: Terminal,
  change: (world: World) => World = (world) => world,
): Promise<number> {
  let ended: number = EXIT.fine;
  const command = whereTo(
    program('npm run deploy --', 'Deploys a stage, from nothing or to the next version.', print),
  )
    .option('--check', 'only looks whether it can be deployed')
    .option('-y, --yes', 'asks nothing')
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const meant = await whatIsMeant(options);
      if (!meant.found)
        throw new Cannot(
          `There is no config/${meant.stage}.json, so what to deploy is not known.`,
          `Copy config/prod.json to config/${meant.stage}.json and fill it in, or name a file: --config FILE`,
        );
      const findings = await examine(PREFLIGHT, change(await worldOf(meant, 1)), (finding) => {
        if (finding.is !== 'ok' || options.check) print.say(lineOf(finding));
      });
      if (findings.some(({ is }) => is === 'wrong')) {
        print.say('\nNothing was changed. Mend what is WRONG, then type the same again.');
        ended = EXIT.found;
        return;
      }
      if (!isTableKnown(findings)) {
        print.say(
          '\nNothing was changed: whether a record of this stage was left without its stack has to be known first.',
        );
        ended = EXIT.found;
        return;
      }
      if (options.check) return print.say('\nIt can be deployed.');
      if (meant.aws.endpoint)
        throw new Cannot(
          `${meant.aws.endpoint} is not AWS: the CDK would not deploy there.`,
          'Leave --endpoint and AWS_ENDPOINT_URL out; the sandbox runs what npm start synthesizes.',
        );
      const code = await start(deployCall(meant, options.yes ?? false), meant);
      ended = code === 0 ? EXIT.fine : EXIT.found;
      print.say(
        code === 0
          ? NEXT(meant.stage)
          : `\nThe CDK stopped (${code}). What it had changed is taken back by CloudFormation; npm run doctor -- --stage ${meant.stage} says how it stands.`,
      );
    });
  return run(command, words, print, () => ended);
}

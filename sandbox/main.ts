import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureAssembly, SynthFailed } from './assembly.ts';
import { DEFAULT_PORT } from './default-port.ts';
import { defaultStart } from './default-start.ts';
import { NoEngine } from './dynamodb/engine.ts';
import { bootSandbox, type Sandbox } from './sandbox.ts';
import { NotSupported } from './template/load.ts';
import { NoAssembly } from './template/read-assembly.ts';

const HELP = `Runs the app that would be deployed, on this machine: no account, no network. Prints one address:
the console, where plans are started, mails are read, people are acted as, and the clock is moved.

  npm start -- [options]

  --stage <stage>    what config/<stage>.json describes (default: dev)
  --config <file>    the same, from a file of your own
  --port <number>    where to serve (default ${DEFAULT_PORT}; 0 takes any free port)
  --start <moment>   where the clock starts, such as 2027-01-04T14:00:00Z, or now (default: where the
                     earliest of the examples begins, so that each of them can be launched)
  --live             the clock follows real time; without it, it moves when you say so
  --assembly <dir>   run this output of \`cdk synth\` instead of a fresh one
  --help             this text

Everything is kept in memory and gone at the end; the console's Scenario page writes down what was done.
docs/reference/sandbox.md says all of it.

AWS_ENDPOINT_URL_DYNAMODB names a DynamoDB engine to use instead of one of its own. Its tables of the app's
names are made anew, so give each sandbox an engine of its own.`;

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const EXAMPLES = join(ROOT, 'examples');

/** What was asked on the command line cannot be done; the message says what can. */
class BadOption extends Error {}

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: `${DEFAULT_PORT}` },
      start: { type: 'string' },
      live: { type: 'boolean', default: false },
      stage: { type: 'string' },
      config: { type: 'string' },
      assembly: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new BadOption(`--port takes a number from 0 to 65535, not "${values.port}".`);
  if (values.start !== undefined && values.start !== 'now' && Number.isNaN(Date.parse(values.start)))
    throw new BadOption(
      `--start takes a moment such as 2027-01-04T14:00:00Z, or now, not "${values.start}".`,
    );
  return { ...values, port, config: configOf(values) };
};

/** The file that describes what to run; `undefined` for that of development. */
const configOf = (given: { stage?: string; config?: string; assembly?: string }): string | undefined => {
  const named = (['stage', 'config', 'assembly'] as const).filter((name) => given[name] !== undefined);
  if (named.length > 1)
    throw new BadOption(
      `Give one of ${named.map((name) => `--${name}`).join(' and ')}: each says what to run.`,
    );
  const file = given.config ?? (given.stage === undefined ? undefined : `config/${given.stage}.json`);
  if (file !== undefined && !existsSync(resolve(ROOT, file)))
    throw new BadOption(`There is no ${file}. Write it as config/dev.json is written, or name another.`);
  return file;
};

/** What to say of an error that somebody at the command line can do something about. */
const explanation = (error: unknown): string | undefined => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return 'The port is taken, perhaps by another sandbox. Stop that one, or choose: npm start -- --port 0';
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${message}\n\n${HELP}`;
  const isKnown = [BadOption, SynthFailed, NoEngine, NotSupported, NoAssembly].some(
    (one) => error instanceof one,
  );
  return isKnown ? message : undefined;
};

const greet = ({ url, clock, resources }: Sandbox, isLive: boolean): void => {
  const count = (type: string, name: string) => {
    const there = resources.filter((resource) => resource.type === type).length;
    return `${there} ${name}${there === 1 ? '' : 's'}`;
  };
  console.log(`
The sandbox is ready: ${url}

  ${count('AWS::Lambda::Function', 'function')}, ${count('AWS::StepFunctions::StateMachine', 'workflow')}, ${count('AWS::DynamoDB::Table', 'table')}, from the templates as they would be deployed.
  The clock says ${new Date(clock.now()).toISOString()} and ${isLive ? 'follows real time.' : 'stands still until you move it.'}

Open ${url} to start a plan, read its mail, answer, and move the clock: a guide leads through the first.
Point any AWS SDK or CLI at it: AWS_ENDPOINT_URL=${url}
Stop with Ctrl-C; nothing is kept.`);
};

const main = async (): Promise<void> => {
  // Lambda runs in UTC whatever the zone of this machine, and worker threads share the zone of the process.
  process.env.TZ = 'UTC';
  const options = readOptions();
  if (options.help) {
    console.log(HELP);
    return;
  }
  const start = options.start === 'now' ? undefined : (options.start ?? (await defaultStart(EXAMPLES)));
  const assembly =
    options.assembly ??
    (await ensureAssembly({ log: console.log, ...(options.config ? { config: options.config } : {}) }));
  const sandbox = await bootSandbox({
    assembly,
    port: options.port,
    live: options.live,
    examples: EXAMPLES,
    onError: (error) => console.error(error instanceof Error ? error.message : error),
    ...(start ? { start } : {}),
  });
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  greet(sandbox, options.live);
};

main().catch((error: unknown) => {
  const said = explanation(error);
  console.error(said ?? error);
  process.exit(1);
});

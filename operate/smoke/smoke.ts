import { EXIT_HELP, program, run, type Terminal, type Where, whereTo } from '../common/command-line.ts';
import { whatIsMeant } from '../common/configuration.ts';
import { deploymentOf } from '../common/deployment.ts';
import { Cannot, EXIT } from '../common/exit.ts';
import { fly } from './fly.ts';
import { isSandbox, type Site } from './site.ts';
import { programToken } from './token.ts';
import { createWalk } from './walk.ts';
import { withdrawLeft } from './withdraw.ts';

interface Options extends Where {
  url?: string;
  adminUrl?: string;
  token?: string;
  sandbox?: boolean;
  patience: string;
  withdraw?: string;
}

const HELP = `
Flies a canary: a plan about nobody, to mailboxes of Amazon SES that no person reads, with reminders minutes apart. All
of it goes through the public addresses. What stays, for a week, is a withdrawn plan called "Canary …", which is in no
list of HR and in no report. Ctrl-C ends the flight: the canary is withdrawn all the same.

Examples:
  npm run smoke -- --stage staging
  npm run smoke -- --url https://follow-up.agency.org --admin-url https://follow-up-admin.agency.org --token "$TOKEN"
  npm run smoke -- --url http://127.0.0.1:4020        (the sandbox; its clock is moved by some minutes)
  npm run smoke -- --stage staging --withdraw PLAN    (a canary that could not be withdrawn)
${EXIT_HELP}`;

const originOf = (text: string, option: string): string => {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new Cannot(
    `${option} takes an address such as https://follow-up.agency.org, not "${text}".`,
    'Give it in full.',
  );
};

async function siteOf(options: Options): Promise<Site> {
  const { url, token = process.env.FOLLOW_UP_TOKEN } = options;
  if (url !== undefined) {
    const participants = originOf(url, '--url');
    const admin = options.adminUrl ? originOf(options.adminUrl, '--admin-url') : participants;
    return { participants, admin, token, isSandbox: options.sandbox ?? (await isSandbox(participants)) };
  }
  const { aws, stage } = await whatIsMeant(options);
  const deployment = await deploymentOf(aws, stage);
  const participants = deployment.output('BaseUrl');
  const sandbox = options.sandbox ?? (await isSandbox(participants));
  return {
    participants,
    admin: deployment.outputs.get('AdminUrl') ?? participants,
    token: token ?? (sandbox ? undefined : await programToken(aws, deployment)),
    isSandbox: sandbox,
  };
}

const secondsFrom = (text: string): number => {
  const minutes = Number(text);
  if (minutes > 0 && minutes <= 120) return minutes * 60;
  throw new Cannot(
    `--patience takes minutes, more than 0 and at most 120, not "${text}".`,
    'For instance: --patience 15',
  );
};

/** A first Ctrl-C only stops it, so that it can tidy up; a second one ends the process. */
async function stoppable(print: Terminal, run: (stop: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const heard = () => {
    print.complain('Stopped: the canary is withdrawn first. Ctrl-C once more leaves it as it is.');
    stop.abort();
  };
  for (const signal of SIGNALS) process.once(signal, heard);
  try {
    await run(stop.signal);
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, heard);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** `npm run smoke`: whether a deployed stage does what it is for. @returns the exit code */
export async function smoke(words: readonly string[], print: Terminal): Promise<number> {
  let ended: number = EXIT.fine;
  const command = whereTo(
    program('npm run smoke --', 'Tries out a deployed stage with a plan that is about nobody.', print),
  )
    .option('--url <address>', 'the address people open, instead of a stage')
    .option('--admin-url <address>', 'the address of the admin site and the API, where it is another one')
    .option(
      '--token <token>',
      'an access token of HR (default: FOLLOW_UP_TOKEN, then one by client credentials)',
    )
    .option('--sandbox', 'moves the clock instead of waiting (default: when the sandbox answers)')
    .option('--patience <minutes>', 'how long to wait for one thing', '15')
    .option('--withdraw <plan>', 'only withdraws a canary that an earlier flight left')
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const patience = secondsFrom(options.patience);
      const site = await siteOf(options);
      const walk = createWalk(print.say);
      const left = options.withdraw;
      if (left !== undefined) await walk.step(`${left} is withdrawn`, () => withdrawLeft(site, left));
      else await stoppable(print, (stop) => fly(site, walk, { patience, stop }));
      print.say(walk.failed() === 0 ? '\nAll is well.' : `\n${walk.failed()} of it failed.`);
      if (walk.failed() > 0) ended = EXIT.found;
    });
  return run(command, words, print, () => ended);
}

import { EXIT_HELP, program, run, type Terminal, type Where, whereTo } from '../common/command-line.ts';
import { whatIsMeant } from '../common/configuration.ts';
import { deploymentOf } from '../common/deployment.ts';
import { Cannot, EXIT } from '../common/exit.ts';
import { fly } from './fly.ts';
import { isSandbox, type Site } from './site.ts';
import { programToken } from './token.ts';
import { createWalk } from './walk.ts';

interface Options extends Where {
  url?: string;
  adminUrl?: string;
  token?: string;
  sandbox?: boolean;
  patience: string;
}

const HELP = `
Flies a canary: a plan about nobody, to mailboxes of Amazon SES that no person reads, with reminders minutes apart. All
of it goes through the public addresses. What stays is a withdrawn plan called "Canary …".

Examples:
  npm run smoke -- --stage staging
  npm run smoke -- --url https://follow-up.agency.org --admin-url https://follow-up-admin.agency.org --token "$TOKEN"
  npm run smoke -- --url http://127.0.0.1:4020        (the sandbox; its clock is moved by some minutes)
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
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      const patience = secondsFrom(options.patience);
      const site = await siteOf(options);
      const walk = createWalk(print.say);
      await fly(site, walk, patience);
      print.say(walk.failed() === 0 ? '\nAll is well.' : `\n${walk.failed()} of it failed.`);
      if (walk.failed() > 0) ended = EXIT.found;
    });
  return run(command, words, print, () => ended);
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectRoot } from '../../infra/paths.ts';
import type { Config } from '../../infra/settings.ts';
import { type Aws, connect } from './aws.ts';
import { stageOf, type Where } from './command-line.ts';
import { Cannot } from './exit.ts';

export interface Configuration {
  /** As it is named in what is typed. */
  file: string;
  config: Config;
}

const fileOf = ({ config, stage }: Where): string | undefined => {
  if (config !== undefined) return config;
  const usual = stage && `config/${stage}.json`;
  return usual && existsSync(resolve(projectRoot, usual)) ? usual : undefined;
};

/**
 * The configuration that is named, or that of the stage; `undefined` when there is none.
 * @throws Cannot naming everything that is wrong with it
 */
export async function configurationOf(where: Where): Promise<Configuration | undefined> {
  const file = fileOf(where);
  if (file === undefined) return undefined;
  // Loaded only here: the checks of a configuration bring the whole CDK along.
  const { ConfigurationError, loadConfig } = await import('../../infra/config.ts');
  try {
    return { file, config: loadConfig(file) };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new Cannot(error.message, 'Nothing was looked at and nothing was changed.');
  }
}

/** Which deployment is meant, and AWS where it is. */
export interface Meant {
  stage: string;
  aws: Aws;
  found: Configuration | undefined;
}

/** @throws Cannot when stage or region are not said, or contradict the configuration */
export async function whatIsMeant(where: Where): Promise<Meant> {
  const given = where.stage === undefined ? undefined : stageOf(where);
  const found = await configurationOf(where);
  const stage = given ?? found?.config.stage ?? stageOf(where);
  if (found && found.config.stage !== stage)
    throw new Cannot(
      `${found.file} is the configuration of the stage "${found.config.stage}", not of "${stage}".`,
      `Use --stage ${found.config.stage}, or name the file of ${stage} with --config.`,
    );
  const region =
    where.region ?? found?.config.region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
  if (!region)
    throw new Cannot(
      `Which region? There is no config/${stage}.json that says it.`,
      'Add --region us-east-1, or name the configuration: --config FILE',
    );
  if (where.endpoint !== undefined && !/^https?:\/\/[^/]/.test(where.endpoint))
    throw new Cannot(
      `"${where.endpoint}" is no address of an endpoint.`,
      'With http:// or https://, for instance: --endpoint http://127.0.0.1:4020',
    );
  return { stage, aws: connect({ region, endpoint: where.endpoint }), found };
}

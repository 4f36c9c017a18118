import type { Config } from '../../infra/settings.ts';
import type { Aws } from '../common/aws.ts';
import type { Deployment } from '../common/deployment.ts';
import type { Finding } from './finding.ts';

/** The part of `node:dns/promises` the checks ask; a name that is not there is told by an error, as there. */
export interface Dns {
  resolveTxt(name: string): Promise<string[][]>;
  resolveCname(name: string): Promise<string[]>;
  resolveMx(name: string): Promise<{ exchange: string; priority: number }[]>;
  resolveNs(name: string): Promise<string[]>;
  resolve4(name: string): Promise<string[]>;
}

export interface Versions {
  /** Of the Node that runs this, such as `24.21.0`. */
  node: string;
  /** The version of aws-cdk that package.json asks for, and the one that is installed beside it. */
  cdkPinned: string;
  cdkLocal: string | undefined;
  /** A `cdk` somewhere else on the PATH, which answers to `cdk` without `npx`. */
  cdkElsewhere?: { path: string; version: string };
}

/** Everything the checks look at. */
export interface World {
  stage: string;
  aws: Aws;
  deployment: Deployment;
  config: Config | undefined;
  /** How to name the configuration in what is typed. */
  file: string | undefined;
  dns: Dns;
  fetch: typeof fetch;
  versions: Versions;
  /** As many e-mails as are expected in 24 hours. */
  mailsADay: number;
}

export interface Check {
  /** Stands before what it found when it could not look. */
  name: string;
  look(world: World): Promise<Finding[]>;
}

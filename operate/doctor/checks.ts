import { account } from './checks/account.ts';
import { alarms } from './checks/alarms.ts';
import { beforeDeploy } from './checks/before-deploy.ts';
import { bootstrap } from './checks/bootstrap.ts';
import { copies } from './checks/copies.ts';
import { dmarc } from './checks/dmarc.ts';
import { hosts, zoneThere } from './checks/hosts.ts';
import { mailEvents } from './checks/mail-events.ts';
import { people } from './checks/people.ts';
import { queues } from './checks/queues.ts';
import { sender } from './checks/sender.ts';
import { sending } from './checks/sending.ts';
import { stacks } from './checks/stacks.ts';
import { sweeper } from './checks/sweeper.ts';
import { table } from './checks/table.ts';
import { triggers } from './checks/triggers.ts';
import { versions } from './checks/versions.ts';
import type { Check } from './world.ts';

/** Of what may be deployed: before anything changes. */
export const PREFLIGHT: readonly Check[] = [versions, account, bootstrap, zoneThere, ...beforeDeploy];

/** Of what is deployed. */
export const EVERYTHING: readonly Check[] = [
  versions,
  account,
  bootstrap,
  stacks,
  table,
  copies,
  sending,
  sender,
  dmarc,
  mailEvents,
  triggers,
  hosts,
  people,
  alarms,
  queues,
  sweeper,
];

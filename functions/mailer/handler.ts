import { stream } from '../chains.ts';
import { deliver } from './deliver.ts';
import { mailerPorts } from './ports.ts';

/** Sends the e-mails that committed records owe, each at most once. */
export const handler = stream(deliver, mailerPorts());

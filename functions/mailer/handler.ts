import { stream } from '../chains.ts';
import { deliver, ONE_MAIL_MS } from './deliver.ts';
import { mailerPorts } from './ports.ts';

/** Sends the e-mails that committed records owe, each at most once, and begins none that it may not be able to end. */
export const handler = stream(deliver, mailerPorts(), ONE_MAIL_MS);

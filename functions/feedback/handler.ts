import { announced } from '../chains.ts';
import { taskPorts } from '../ports.ts';
import { hear } from './hear.ts';

/** Hears from SES what became of the e-mails that were sent. */
export const handler = announced(hear, taskPorts());

import type { Mail, SendResult } from '../../adapters/mailer.ts';
import type { Pause } from '../../adapters/sending-pause.ts';
import { errorFields, logger } from '../logging.ts';
import type { MailerPorts } from './ports.ts';

type SendPorts = Pick<MailerPorts, 'mailer' | 'pause' | 'now'>;

/**
 * Sends, unless SES takes no mail at all: then one mail in ten minutes is tried and the others are held, and the first
 * that is taken ends the pause for all of them (SES-8).
 *
 * Operators are told by the log: while it lasts, every attempt that SES refuses for it writes one line of level ERROR with
 * the message `mail_paused` and the fields `code` and `since`; its end writes `mail_resumed` with `since`. An alarm counts
 * the lines whose `message` is `mail_paused`.
 *
 * @returns a refusal with `because: 'paused'` for a mail that was held, as if SES had been asked.
 * @throws only before the call that sends.
 */
export async function sendUnlessPaused(mail: Mail, ports: SendPorts): Promise<SendResult> {
  const pause = await ports.pause.current();
  if (pause && !(await ports.pause.mayProbe(ports.now())))
    return { outcome: 'refused', because: 'paused', code: pause.code };
  const result = await ports.mailer.send(mail);
  // What is sent is sent: that the pause could not be written down must not make it go out again.
  await learn(result, pause, ports).catch((error: unknown) =>
    logger().error('pause not written down', errorFields(error)),
  );
  return result;
}

async function learn(result: SendResult, known: Pause | undefined, { pause, now }: SendPorts): Promise<void> {
  if (result.outcome === 'refused' && result.because === 'paused') {
    const { since } = await pause.begin(result.code, now());
    logger().error('mail_paused', { code: result.code, since });
  } else if (known && result.outcome === 'sent' && (await pause.end(known, now()))) {
    logger().info('mail_resumed', { since: known.since });
  }
}

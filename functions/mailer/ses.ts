import { sesClient } from '../../adapters/clients/ses.ts';
import { setting } from '../../adapters/environment.ts';
import { createMailer, type Mailer } from '../../adapters/mailer.ts';
import { recipientsIn } from '../../adapters/recipients.ts';

/** The way out for mail that this deployment is set up with. */
export const ses = (): Mailer =>
  createMailer({
    client: sesClient(),
    from: { name: setting('SENDER_NAME'), address: setting('SENDER_ADDRESS') },
    replyTo: setting('REPLY_TO'),
    configurationSet: setting('MAIL_CONFIGURATION_SET'),
    recipients: recipientsIn(process.env.RECIPIENT_DOMAINS, process.env.RECIPIENT_INSTEAD),
  });

import type { Mailer } from '../../adapters/mailer.ts';

/** SES, whose code is read with the first mail that really goes out: much of what is owed is held back or overtaken. */
export function sesWhenNeeded(): Mailer {
  let made: Promise<Mailer> | undefined;
  return {
    async send(mail) {
      made ??= import('./ses.ts').then(({ ses }) => ses());
      return (await made).send(mail);
    },
  };
}

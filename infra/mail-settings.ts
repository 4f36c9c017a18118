import { z } from 'zod';
import { isMailDomain } from './checks.ts';
import { line, setting } from './setting.ts';

/** Who e-mails come from, whom people answer, and whom a stage may write to. */
export const mailSettings = {
  sender: setting(
    z.strictObject({
      address: setting(z.email(), {
        description: 'The address every e-mail comes from.',
        expected: 'one e-mail address, without a name',
        example: 'follow-up@agency.example.org',
      }),
      name: setting(line(64), {
        description: 'The name shown beside that address.',
        expected: 'a name of 1 to 64 characters on one line',
        example: 'Example Agency Follow-Up',
      }),
      identity: setting(z.enum(['create', 'existing']).default('create'), {
        description:
          'Whether the data stack makes the domain of that address an identity of Amazon SES, with its DNS records where `zone` holds them, or one that was verified before is used.',
        expected: 'create or existing; create when left out',
        example: 'create',
      }),
    }),
    {
      description: 'Who the e-mails come from.',
      expected: 'an object with address and name',
      example: { address: 'follow-up@agency.example.org', name: 'Example Agency Follow-Up' },
    },
  ),
  replyTo: setting(z.email(), {
    description: 'Where answers to those e-mails go. A person should read it.',
    expected: 'one e-mail address, without a name',
    example: 'hr@agency.example.org',
  }),
  contactEmail: setting(z.email(), {
    description: 'Whom people are told to write to when a link does not work or something is wrong.',
    expected: 'one e-mail address, without a name',
    example: 'hr@agency.example.org',
  }),
  recipients: setting(
    z
      .strictObject({
        domains: setting(z.array(z.string().refine(isMailDomain)), {
          description: 'Whom this stage may write to. A domain covers everything below it.',
          expected: 'a list of domains in lowercase; it may be empty',
          example: ['agency.example.org'],
        }),
        insteadTo: setting(z.email(), {
          description: 'Who gets every e-mail that would go to anybody else.',
          expected: 'one e-mail address, without a name',
          example: 'tests@agency.example.org',
        }),
      })
      .optional(),
    {
      description:
        'Keeps a stage for trying things out from writing to people. Needed outside production; in production it is refused, because people would not get what is due to them.',
      expected: 'an object with domains and insteadTo; nothing in production',
      example: { domains: ['agency.example.org'], insteadTo: 'tests@agency.example.org' },
    },
  ),
};

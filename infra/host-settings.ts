import { z } from 'zod';
import { isHost } from './checks.ts';
import { setting } from './setting.ts';

/** The host CloudFront reaches the API by: below the participants' one, so that no host of an organisation's own is taken. */
export const originHost = ({ participants }: { participants: string }): string => `origin.${participants}`;

const certificate = z.string().regex(/^arn:[\w-]+:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/);

/** The addresses people open, and how the world knows them. */
export const hostSettings = {
  hosts: setting(
    z
      .strictObject({
        participants: setting(z.string().refine(isHost), {
          description: 'Where the links in e-mails lead, and nothing else is answered.',
          expected: 'the name of a host in lowercase, without https:// and without a path',
          example: 'follow-up.agency.example.org',
        }),
        admin: setting(z.string().refine(isHost), {
          description: 'Where HR, managers, auditors and operators sign in, and programs find the API.',
          expected: 'the name of another host',
          example: 'follow-up-admin.agency.example.org',
        }),
        originKey: setting(
          z
            .string()
            .regex(/^k[1-9]\d{0,3}$/)
            .default('k1'),
          {
            description:
              'Which key of the secret `OriginSecretName` CloudFront shows when it passes requests on. It is changed to [renew that key](../how-to/deploy.md#renew-the-key-between-cloudfront-and-the-api).',
            expected: 'k and a number; k1 when left out',
            example: 'k1',
          },
        ),
      })
      .optional(),
    {
      description:
        "The two addresses people open, each by CloudFront behind a web firewall, and API Gateway's own address closed. Needed in production. Left out elsewhere, everything is answered under the one address that API Gateway gives.",
      expected: 'an object with participants and admin; left out only outside production',
      example: { participants: 'follow-up.agency.example.org', admin: 'follow-up-admin.agency.example.org' },
    },
  ),
  zone: setting(
    z
      .strictObject({
        id: setting(z.string().regex(/^Z[A-Z0-9]{1,31}$/), {
          description: 'The id of the zone, as Route 53 shows it.',
          expected: 'Z and more capital letters and digits',
          example: 'Z0123456789EXAMPLE',
        }),
        name: setting(z.string().refine(isHost), {
          description: 'The domain it holds.',
          expected: 'a domain in lowercase, without a dot at the end',
          example: 'agency.example.org',
        }),
      })
      .optional(),
    {
      description:
        'The public zone in Route 53 that hosts and sender are under: certificates are made and renewed by it, and every DNS record is written to it. Left out, you write them yourself; the stacks put out what is to be written.',
      expected: 'an object with id and name, or nothing',
      example: { id: 'Z0123456789EXAMPLE', name: 'agency.example.org' },
    },
  ),
  certificates: setting(
    z
      .strictObject({
        edge: setting(certificate, {
          description: 'A certificate in us-east-1 for both hosts; CloudFront takes them from there alone.',
          expected: 'the ARN of a certificate of AWS Certificate Manager in us-east-1',
          example: `arn:aws:acm:us-east-1:123456789012:certificate/${'1'.repeat(8)}-2222-3333-4444-${'5'.repeat(12)}`,
        }),
        api: setting(certificate, {
          description:
            'A certificate in `region` for the name that CloudFront reaches the API by: `origin.` and the host for participants.',
          expected: 'the ARN of a certificate of AWS Certificate Manager in the region of the deployment',
          example: `arn:aws:acm:us-east-1:123456789012:certificate/${'6'.repeat(8)}-7777-8888-9999-${'0'.repeat(12)}`,
        }),
      })
      .optional(),
    {
      description: 'Certificates of your own, where there is no `zone` to make them in.',
      expected: 'an object with edge and api; hosts need this or a zone',
      example: {
        edge: 'arn:aws:acm:us-east-1:123456789012:certificate/…',
        api: 'arn:aws:acm:us-east-1:123456789012:certificate/…',
      },
    },
  ),
};

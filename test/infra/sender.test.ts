import { expect, test } from 'vitest';
import { domainOf, identitiesOf } from '../../infra/sender.ts';

test('SES-9: a domain that the stack makes is the only identity mail may go out under', () =>
  expect(identitiesOf({ address: 'hr@mail.agency.org', identity: 'create' })).toEqual(['mail.agency.org']));

test('SES-9: where one was verified before it may be the address, its domain or one above it', () =>
  expect(identitiesOf({ address: 'hr@mail.agency.org', identity: 'existing' })).toEqual([
    'mail.agency.org',
    'agency.org',
    'hr@mail.agency.org',
  ]));

test('the domain of an address is lower case, as SES keeps it', () =>
  expect(domainOf({ address: 'hr@Agency.Org' })).toBe('agency.org'));

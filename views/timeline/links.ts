import type { Words } from '../words/en.ts';
import type { FactOf, Speaker } from './speaker.ts';

type LinkFact = FactOf<'LinkRenewed' | 'WrongPersonReported' | 'AddressCorrected' | 'AddressSuspended'>;

/** What becomes of somebody's links and address, past or planned by the words given; never the address itself. */
export function linkNews(fact: LinkFact, w: Words['linkHelp']['timeline'], say: Speaker): string {
  const name = say.people([fact.participant]);
  switch (fact.type) {
    case 'LinkRenewed':
      return w.renewed(name);
    case 'WrongPersonReported':
      return w.wrongPerson(name);
    case 'AddressSuspended':
      return w.suspended[fact.because](name);
    case 'AddressCorrected':
      return fact.handed.length > 0 ? w.correctedAndAsked(name) : w.corrected(name);
  }
}

/** What became of a mail that was not lost, past or planned by the words given. */
export function mailNews(
  { type, to, requestId }: FactOf<'MailFound' | 'MailDelayed'>,
  w: Words['linkHelp']['timeline'],
  say: Speaker,
): string {
  const name = say.people([to]);
  const [alone, about] =
    type === 'MailFound' ? ([w.found, w.foundAbout] as const) : ([w.delayed, w.delayedAbout] as const);
  return requestId ? about(name, say.question(requestId)) : alone(name);
}

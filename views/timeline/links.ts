import type { Words } from '../words/en.ts';
import type { FactOf, Speaker } from './speaker.ts';

type LinkFact = FactOf<'LinkRenewed' | 'WrongPersonReported' | 'AddressCorrected'>;

/** What becomes of somebody's links and address, past or planned by the words given; never the address itself. */
export function linkNews(fact: LinkFact, w: Words['linkHelp']['timeline'], say: Speaker): string {
  const name = say.people([fact.participant]);
  switch (fact.type) {
    case 'LinkRenewed':
      return w.renewed(name);
    case 'WrongPersonReported':
      return w.wrongPerson(name);
    case 'AddressCorrected':
      return fact.handed.length > 0 ? w.correctedAndAsked(name) : w.corrected(name);
  }
}

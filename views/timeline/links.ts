import type { Words } from '../words/en.ts';
import type { FactOf, Speaker } from './speaker.ts';

type LinkFact = FactOf<'LinkRenewed' | 'WrongPersonReported' | 'AddressCorrected'>;

/** What became of somebody's links and address; never the address itself. */
export function linkNews(fact: LinkFact, words: Words, say: Speaker): string {
  const w = words.linkHelp.timeline;
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

import { isAnsweredOnPaper } from '../../domain/on-paper.ts';
import type { Plan, Request } from '../../domain/plan.ts';
import { signingOf } from '../models/signing.ts';
import { otherNameTyped } from '../models/typed-name.ts';
import type { Words } from '../words/en.ts';
import type { FactOf, Speaker } from './speaker.ts';

/** That somebody answered, and what kind of answer it was; never the words, and of a survey not even who. */
export function answered(fact: FactOf<'RequestAnswered'>, plan: Plan, words: Words, say: Speaker): string {
  const w = say.w.past;
  const { answer, by, requestId } = fact;
  const name = say.people([by]);
  const typed = otherNameTyped(answer, by, plan);
  const isOnPaper = isAnsweredOnPaper(answer);
  const plain = isOnPaper ? w.onPaper : '';
  const typing = typed === undefined ? plain : w[isOnPaper ? 'writing' : 'typing'](typed);
  switch (answer.kind) {
    case 'acknowledgement':
      if (answer.choice === 'decline') return w.declined(name, typing);
      return isOnPaper
        ? signedOnPaper(name, plan.requests[requestId]?.version, typing, words)
        : signed(fact, typing, plan, say);
    case 'check_in':
      return w.checkedIn(name, say.question(requestId), answer.meeting === 'held');
    case 'survey':
      return w.surveyed(say.question(requestId));
    case 'support': {
      const missing = answer.promises.filter(({ delivered }) => delivered !== 'yes').length;
      return w.supported(name, say.question(requestId), missing);
    }
    case 'response':
      return w[answer.choice === 'waive' ? 'waived' : 'responded'](name, say.regarding(requestId));
    case 'attribution':
      return w.toldWhoMissed(name, say.question(requestId));
    case 'approval':
      return w[answer.choice === 'confirm' ? 'approved' : 'sentBack'](name, typing);
    case 'accommodation':
      return w.accommodated[answer.choice](name);
    case 'decision':
      return w.decided(name, typing);
  }
}

/** Whoever signs with a pen signs for the paper alone: that they received it. */
const signedOnPaper = (
  name: string,
  version: number | undefined,
  typing: string,
  { onPaper }: Words,
): string => (version ? onPaper.signedVersion(name, version, typing) : onPaper.signed(name, typing));

function signed({ by, requestId }: FactOf<'RequestAnswered'>, typing: string, plan: Plan, say: Speaker) {
  const w = say.w.past;
  const name = say.people([by]);
  const request: Pick<Request, 'version'> = plan.requests[requestId] ?? {};
  const { as } = signingOf(request, by, plan);
  if (as === 'successor') return w.signedBySuccessor(name, typing);
  const isIssuer = as === 'issuer';
  if (request.version) {
    return w[isIssuer ? 'signedVersionByIssuer' : 'signedVersion'](name, request.version, typing);
  }
  return w[isIssuer ? 'signedByIssuer' : 'signed'](name, typing);
}

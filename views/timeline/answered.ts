import type { Plan, Request } from '../../domain/plan.ts';
import { signingOf } from '../models/signing.ts';
import { otherNameTyped } from '../models/typed-name.ts';
import type { FactOf, Speaker } from './speaker.ts';

/** That somebody answered, and what kind of answer it was; never the words, and of a survey not even who. */
export function answered(fact: FactOf<'RequestAnswered'>, plan: Plan, say: Speaker): string {
  const w = say.w.past;
  const { answer, by, requestId } = fact;
  const name = say.people([by]);
  const typed = otherNameTyped(answer, by, plan);
  const isOnPaper = answer.kind === 'acknowledgement' && answer.onPaper !== undefined;
  const plain = isOnPaper ? w.onPaper : '';
  const typing = typed === undefined ? plain : w[isOnPaper ? 'writing' : 'typing'](typed);
  switch (answer.kind) {
    case 'acknowledgement':
      return answer.choice === 'decline' ? w.declined(name, typing) : signed(fact, typing, plan, say);
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

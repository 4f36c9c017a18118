import { planHash, sha256 } from '../../adapters/evidence-hash.ts';
import type { LinkRow } from '../../adapters/store.ts';
import { LANGUAGES, type Language } from '../../domain/draft.ts';
import type { Answer, AnswerEvidence, Instant, Plan, Request } from '../../domain/plan.ts';
import { mailsWithLink, owedBy } from '../../domain/reached.ts';
import {
  isSignedAnswer,
  type SignedAnswer,
  signedDocument,
  statementOf,
} from '../../views/models/signed-document.ts';
import type { ViewContext } from '../../views/models/view-context.ts';
import type { WebRequest } from '../http.ts';

/** One answer as it came by link. */
export interface Given {
  link: LinkRow;
  /** When the form was shown, and the number of the plan's last event then: both from its ticket. */
  shownAt: Instant;
  seen: number;
  question: Request;
  answer: Answer;
  /** In the language of the page, with a plan that reads as it did when the form was shown. */
  context: ViewContext;
  from: Pick<WebRequest, 'sourceIp' | 'headers'>;
}

/** What shows later that the answer came from this person, and of a signature what was in front of them (SEC-19). */
export function evidenceOf({ link, shownAt, seen, question, answer, context, from }: Given): AnswerEvidence {
  const mail = mailBefore(shownAt, link, question, context.plan);
  return {
    method: 'email_link',
    link: sha256(link.link),
    generation: link.generation,
    ...(mail ? { mail } : {}),
    shownAt,
    seen,
    language: languageOf(context),
    ...(isSignedAnswer(answer) ? signatureOf(question, answer, context, from) : {}),
  };
}

/** The newest mail that this issue of the link was owed in by then, and that is not known to have been lost. */
function mailBefore(shownAt: Instant, { link, seq }: LinkRow, { respondents }: Request, plan: Plan) {
  const lost = new Set(plan.undelivered.map(({ key }) => key));
  const person = respondents.find((asked) => asked.link === link);
  return (person ? mailsWithLink(person, plan) : []).findLast(
    ({ key, at }) => owedBy(key) >= seq && at <= shownAt && !lost.has(key),
  )?.key;
}

const languageOf = ({ words }: ViewContext): Language =>
  LANGUAGES.find((language) => language === words.lang) ?? 'en';

/** Longer than browsers call themselves. */
const LONGEST = 300;

function signatureOf(
  question: Request,
  answer: SignedAnswer,
  context: ViewContext,
  { sourceIp, headers }: Given['from'],
) {
  const userAgent = headers['user-agent']?.replaceAll(/\p{C}/gu, '').slice(0, LONGEST);
  return {
    statement: statementOf(question, answer, context),
    textHash: sha256(signedDocument(question, answer, context)),
    planHash: planHash(context.plan.draft),
    ip: sourceIp,
    ...(userAgent ? { userAgent } : {}),
  };
}

import type { Plan, Request, Respondent } from '../../domain/plan.ts';
import { mailsWithLink } from '../../domain/reached.ts';
import { momentInWords } from '../dates.ts';
import { referenceOf } from '../reference.ts';
import type { Line } from './answer-view.ts';
import { onPaperInWords } from './on-paper.ts';
import { nameOf } from './plan-view.ts';
import { isSignedAnswer, type SignedAnswer } from './signed-document.ts';
import type { ViewContext } from './view-context.ts';

/** One signature on one page: who, what, when, how. */
export interface CertificateModel {
  facts: Line[];
  /** SHA-256 of the text as it was shown, in groups of four digits; none of what was signed on paper. */
  fingerprint: string | undefined;
}

/** The certificate of `person`'s signature; `undefined` of an answer without one, or of which nothing more is known. */
export function certificateOf(
  request: Request,
  person: Respondent,
  context: ViewContext,
): CertificateModel | undefined {
  const { answer, answeredAt, evidence, participant } = person;
  if (!answer || !answeredAt || !isSignedAnswer(answer)) return undefined;
  const { plan, words } = context;
  const w = words.evidence;
  const paper = onPaper(answer, context);
  if (!evidence?.textHash && !paper) return undefined;
  const local = momentInWords(answeredAt, context.zone, words.locale);
  const facts: [string, string | undefined, (Partial<Line> | undefined)?][] = [
    [w.signedBy, nameOf(plan, participant)],
    [paper ? w.writtenName : w.typedName, answer.typedName],
    [
      w.document,
      w.documentSays(plan.draft.title, versionOf(request, answeredAt, plan)),
      { said: 'plan', parts: [plan.draft.title] },
    ],
    [w.language, evidence && languageName(evidence.language, words.locale)],
    [w.statement, evidence?.statement, evidence && { said: evidence.language }],
    [
      words.onPaper.standsFor,
      paper && answer.kind === 'acknowledgement' && answer.choice === 'sign'
        ? words.onPaper.received
        : undefined,
    ],
    [w.moment, w.momentSays(local, answeredAt)],
    [
      w.reference,
      `${referenceOf(plan.id, request.id, participant)} (${plan.id} / ${request.id} / ${participant})`,
    ],
    [w.delivered, paper ?? delivered(person, context)],
  ];
  return {
    facts: facts.flatMap(([label, value, written]) => (value ? [{ label, value, ...written }] : [])),
    fingerprint: evidence?.textHash?.replaceAll(/(.{4})(?=.)/g, '$1 '),
  };
}

const onPaper = (answer: SignedAnswer, { words }: ViewContext): string | undefined =>
  answer.kind === 'acknowledgement' ? onPaperInWords(answer, words) : undefined;

/** An acknowledgement is of one version; anything else of the one that was in force. */
const versionOf = ({ kind, version = 1 }: Request, at: string, { versions }: Plan): number =>
  kind === 'acknowledgement' ? version : (versions.findLast((each) => each.at <= at)?.number ?? 1);

const languageName = (language: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;

/** By when they were asked: whether the mail left is for the record to say. */
function delivered(person: Respondent, { plan, zone, words }: ViewContext): string {
  const mail = mailsWithLink(person, plan).find(({ key }) => key === person.evidence?.mail);
  return mail ? words.evidence.byMail(momentInWords(mail.at, zone, words.locale)) : words.evidence.byLink;
}

import type { Signature } from './signatures-in.ts';

/** A certificate for every signature of a record, as plain text: who, what, when, in which language, and how it came. */
export const printCertificates = (signatures: readonly Signature[]): string =>
  signatures.map((signature) => `\n${certificate(signature)}`).join('\n');

function certificate(signature: Signature): string {
  const { seq, at, requestId, by, name, title, answer, evidence, misfit } = signature;
  const lines: [string, string | undefined][] = [
    ['Signed by', `${name} (${by})`],
    ['Name given', answer.typedName],
    ['Answer', choiceOf(answer)],
    ['Document', title],
    ['Question', requestId],
    ['When (UTC)', at],
    ['Language', evidence?.language],
    ['Agreed to', evidence?.statement],
    ['Stands for', isReceipt(answer) ? 'Received on paper' : undefined],
    ['Text', hash(evidence?.textHash)],
    ['Plan', hash(evidence?.planHash)],
    ['Link', evidence && `${hash(evidence.link)}, generation ${evidence.generation}`],
    ['Shown', evidence && `${evidence.shownAt}, after event ${evidence.seen}`],
    ['From', evidence?.ip && [evidence.ip, evidence.userAgent].filter(Boolean).join(', ')],
    ['How it came', delivered(signature)],
    ['Standing', standingIn(signature)],
    ['Checked', misfit ? `DOES NOT FIT: ${misfit}` : checked(signature)],
  ];
  const said = lines.flatMap(([label, value]) => (value ? [`  ${label.padEnd(12)}${oneLine(value)}`] : []));
  return [`Signature at event ${seq}`, ...said].join('\n');
}

/** Whoever signs with a pen signs for the paper alone. */
const isReceipt = (answer: Signature['answer']): boolean =>
  answer.kind === 'acknowledgement' && answer.choice === 'sign' && answer.onPaper !== undefined;

function standingIn({ standing: { replacedBy, takenBackBy } }: Signature): string {
  if (replacedBy !== undefined) return `replaced by event ${replacedBy}`;
  return takenBackBy === undefined ? 'stands' : `taken back by event ${takenBackBy}`;
}

function checked({ evidence }: Signature): string {
  return evidence?.planHash
    ? 'it fits the plan as it read then'
    : 'the record has nothing to compare it with but its place';
}

const choiceOf = (answer: Signature['answer']): string =>
  answer.kind === 'decision' ? `${answer.kind}: ${answer.outcome}` : `${answer.kind}: ${answer.choice}`;

const hash = (hex: string | undefined): string | undefined => hex && `SHA-256 ${hex}`;

function delivered({ by, answer, evidence, mail }: Signature): string {
  if (answer.kind === 'acknowledgement' && answer.onPaper) {
    return `on paper on ${answer.onPaper.on}, witnessed by ${answer.onPaper.witness}`;
  }
  if (!evidence) return 'not in the record';
  const link = 'by a link made for them alone';
  if (!evidence.mail) return link;
  const asked = `${link}, asked by mail ${evidence.mail}`;
  if (!mail) return `${asked}, which the record does not show as sent`;
  const { sentAt, messageId } = mail;
  return `${asked}, sent to ${by}${sentAt ? ` on ${sentAt}` : ''}${messageId ? `, message ${messageId}` : ''}`;
}

// People's words may hold anything, even what moves a terminal's cursor.
const oneLine = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '?');

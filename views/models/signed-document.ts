import type { Answer, Request } from '../../domain/plan.ts';
import type { Words } from '../words/en.ts';
import { decisionView, type Line, outcomeTitle } from './answer-view.ts';
import { type ChangesView, changesBehind } from './changes.ts';
import { type ItemView, type PlanView, planView } from './plan-view.ts';
import { handoverTo, signedText, signingOf } from './signing.ts';
import type { ViewContext } from './view-context.ts';

/** An answer that somebody puts their name to. */
export type SignedAnswer = Extract<Answer, { typedName: string }>;

export const isSignedAnswer = (answer: Answer): answer is SignedAnswer => 'typedName' in answer;

/** The sentences somebody agreed to by typing their name: what they chose, what it means, what the name stands for. */
export function statementOf(request: Request, answer: SignedAnswer, context: ViewContext): string {
  const { plan, pack, reader, words } = context;
  switch (answer.kind) {
    case 'acknowledgement': {
      const w = words.acknowledgement;
      const signing = signingOf(request, reader, plan);
      const isSigned = answer.choice === 'sign';
      const meaning = isSigned && signing.as === 'recipient' ? pack.acknowledgement.meaning.is : undefined;
      return said([isSigned ? signedText(signing, words) : w.decline, meaning, w.typedNameHint]);
    }
    case 'approval':
      return said([words.approval[answer.choice], words.approval.typedNameHint]);
    case 'decision': {
      const w = words.decision;
      return said([`${w.outcome} ${outcomeTitle(answer.outcome, pack)}`, w.typedNameHint]);
    }
  }
}

const said = (parts: (string | undefined)[]): string =>
  parts.flatMap((part) => (part ? [/[.!?]$/.test(part) ? part : `${part}.`] : [])).join(' ');

/**
 * The document that was in front of whoever signed, as plain text in their language: every heading, fact and paragraph
 * in the order of the page, one a line, then what they agreed to. The same plan, rules, words and answer make the same
 * text, so that whoever has the record can make it again and compare its hash.
 */
export function signedDocument(request: Request, answer: SignedAnswer, context: ViewContext): string {
  const { plan, pack, reader, words } = context;
  const view = planView(plan, reader, pack, words);
  const lines = [
    view.title,
    ...(answer.kind === 'acknowledgement' ? newsLines(request, context) : []),
    ...planLines(view, words),
    ...decidedLines(answer, context),
    statementOf(request, answer, context),
  ];
  return `${lines.join('\n')}\n`;
}

/** What is handed over and what is different, which are read before the plan. */
function newsLines(request: Request, context: ViewContext): string[] {
  const { plan, reader, words } = context;
  const handover = handoverTo(reader, request, plan)?.takenOver?.handover;
  const changes = changesBehind(request, context);
  return [
    ...(handover === undefined ? [] : [words.acknowledgement.successor.handover, handover]),
    ...(changes ? changesLines(changes) : []),
  ];
}

const changesLines = ({ heading, facts, table }: ChangesView): string[] => [
  heading,
  ...facts.map(pair),
  ...(table ? [table.caption, ...[table.head, ...table.rows].map((row) => row.join(' | '))] : []),
];

/** The decision itself is part of what is signed; so is the proposal that somebody confirms. */
function decidedLines(answer: SignedAnswer, { plan, pack, words }: ViewContext): string[] {
  if (answer.kind === 'decision') {
    return [words.decision.form, ...decisionView(answer, plan, pack, words).map(pair)];
  }
  if (answer.kind !== 'approval' || !plan.proposal) return [];
  return [words.approval.proposed, ...decisionView(plan.proposal.answer, plan, pack, words).map(pair)];
}

function planLines(view: PlanView, words: Words): string[] {
  const w = words.plan;
  const list = (heading: string, lines: string[]): string[] => (lines.length > 0 ? [heading, ...lines] : []);
  const dated = (entries: PlanView['coaching']): string[] =>
    entries.map(({ day, summary }) => `${day}: ${summary}`);
  return [
    ...list(w.about, view.facts.map(pair)),
    ...list(w.reason, [view.reason]),
    ...list(w.coaching, dated(view.coaching)),
    ...list(w.evidence, dated(view.evidence)),
    ...list(w.triage.heading, view.triage.map(pair)),
    view.own ? w.items : w.itemsOther,
    ...view.items.flatMap((item, at) => itemLines(item, at + 1, words)),
    ...list(w.followUps, dated(view.followUps)),
    ...list(w.decided, [(view.own ? w.decidedSays : w.decidedSaysOther)(view.issuer, view.ends)]),
    ...list(w.consequence, [view.own ? view.consequence : w.consequenceOther(view.consequence)]),
    ...list(w.shown, view.shown),
  ];
}

function itemLines(item: ItemView, number: number, { plan: w }: Words): string[] {
  return [
    w.item(number, item.heading),
    ...[item.description, item.rating].flatMap((text) => (text ? [text] : [])),
    pair({ label: w.deficiency, value: item.deficiency }),
    pair({ label: w.desiredOutcome, value: item.desiredOutcome }),
    w.actions,
    ...item.actions,
    pair({ label: w.measure, value: item.measure }),
    ...item.checkIns.map(({ day, benchmark }) => `${w.checkInDay}: ${day}. ${w.benchmark}: ${benchmark}`),
    ...(item.support.length > 0 ? [w.support, ...item.support] : []),
  ];
}

const pair = ({ label, value }: Line): string => `${label}: ${value}`;

import type { Version } from '../../../domain/plan.ts';
import { dayInWords, listInWords } from '../../dates.ts';
import { sees } from '../../visibility.ts';
import { decisionView, outcomeTitle } from '../answer-view.ts';
import type { Block, TableView } from '../blocks.ts';
import { byRule } from '../by-rule.ts';
import { changesBehind } from '../changes.ts';
import { returnedOf } from '../decision.ts';
import { nameOf } from '../plan-view.ts';
import type { ViewContext } from '../view-context.ts';
import { briefDayOf } from './days.ts';

/** What there is in writing, and where: the plan, what changed in it, a decision, the letter at the end. */
export function documentsOf(context: ViewContext): Block[] {
  const w = context.words.planPage.documents;
  const later = sees(context, 'changes') ? context.plan.versions.slice(1) : [];
  const tables = later.flatMap((version) => tableOf(version, context));
  const list = [...planText(context), ...later.map((one) => versionSays(one, context)), ...papers(context)];
  return [
    {
      heading: w.heading,
      ...(list.length > 0 ? { list } : {}),
      ...(list.length < 2 ? { paragraphs: [w.none] } : {}),
      ...(tables.length > 0 ? { tables } : {}),
    },
    ...proposalOf(context),
    ...decisionOf(context),
  ];
}

/** The whole text stands behind the link it was signed for by; whoever was never asked to has none. */
function planText(context: ViewContext): string[] {
  const { plan, reader, words } = context;
  const w = words.planPage.documents;
  if (!sees(context, 'reason')) return [];
  const mailed = Object.values(plan.requests)
    .filter(({ kind }) => kind === 'acknowledgement')
    .flatMap(({ respondents }) => respondents)
    .filter(({ participant }) => participant === reader)
    .flatMap((person) => person.mailed)
    .at(-1);
  return [mailed ? w.plan(briefDayOf(mailed.at, context)) : w.planElsewhere];
}

function versionSays({ number, at, because, reason }: Version, context: ViewContext): string {
  const { words } = context;
  const w = words.fairness.versions;
  const why = because === 'launched' ? '' : w.because[because];
  const says = w.says(number, why, briefDayOf(at, context));
  return reason && because !== 'credited' ? w.reason(says, reason) : says;
}

/** Days that only moved along are told by the sentence alone: every date of the plan would be listed. */
function tableOf({ number, because }: Version, context: ViewContext): TableView[] {
  if (because === 'resumed' || because === 'credited' || because === 'extended') return [];
  const table = changesBehind({ version: number }, context)?.table;
  return table ? [{ ...table, caption: context.words.planPage.documents.version(number) }] : [];
}

function papers(context: ViewContext): string[] {
  const { plan, reader, words } = context;
  const w = words.planPage.documents;
  const isLetterOut = plan.monitoring !== null && plan.relapse === null && plan.status === 'closed';
  return [
    ...plan.decisions
      .filter(({ copies }) => copies.some(({ participant }) => participant === reader))
      .map(({ at }) => w.decision(briefDayOf(at, context))),
    ...(isLetterOut && sees(context, 'aftermath') ? [w.letter(briefDayOf(plan.updatedAt, context))] : []),
    ...(plan.legalHold && sees(context, 'legal_hold') ? [w.hold] : []),
  ];
}

/** A decision on its way: who proposed what and who still confirms it; and why one came back. */
function proposalOf(context: ViewContext): Block[] {
  const { plan, pack, words } = context;
  const w = words.planPage.documents;
  const { proposal } = plan;
  const asking = Object.values(plan.requests).findLast(({ kind }) => kind === 'decision');
  const returned = asking && sees(context, 'returned') ? returnedOf(asking, context) : undefined;
  const back = returned ? [{ heading: w.returned, quotes: [returned] }] : [];
  if (!proposal || !sees(context, 'proposal')) return back;
  const asked = proposal.awaiting.flatMap((id) => plan.requests[id]?.respondents ?? []);
  const names = [...new Set(asked.map(({ participant }) => nameOf(plan, participant)))];
  const says = w.proposed(
    nameOf(plan, proposal.by),
    outcomeTitle(proposal.answer.outcome, pack),
    listInWords(names, words.locale),
  );
  const facts = decisionView({ ...proposal.answer, by: proposal.by }, plan, pack, words);
  return [{ heading: words.approval.proposed, paragraphs: [says], facts }, ...back];
}

/** The newest decision, as it was made. */
function decisionOf(context: ViewContext): Block[] {
  const { plan, pack, words } = context;
  const last = plan.decisions.at(-1);
  if (!last || !sees(context, 'decision')) return [];
  const settled = byRule(last, pack, words);
  return [
    {
      heading: `${words.common.questions.decision}, ${dayInWords(last.at.slice(0, 10), words.locale)}`,
      ...(settled ? { paragraphs: [settled] } : {}),
      facts: decisionView(last, plan, pack, words),
    },
  ];
}

import { tolledDays } from '../../domain/opportunity.ts';
import type { Item, Plan, Reading, Request } from '../../domain/plan.ts';
import { undeliveredSupport } from '../../domain/support.ts';
import { surveyResults } from '../../domain/survey.ts';
import { dayInWords, momentInWords, numberInWords } from '../dates.ts';
import { sees } from '../visibility.ts';
import { itemName } from './answer-view.ts';
import type { Block, Quote, TableView } from './blocks.ts';
import { amount, itemView, nameOf, shownAt, sourceOf } from './plan-view.ts';
import { questionInWords, questionOf, theQuestion } from './questions.ts';
import { saidBy } from './said.ts';
import type { ViewContext } from './view-context.ts';

/** What a fair decision has in view beside the answers; parts that have nothing to say are left out. */
export function fairnessBlocks(context: ViewContext): Block[] {
  return [
    supportBlock(context),
    readingsBlock(context),
    attributionsBlock(context),
    recognitionsBlock(context),
    responsesBlock(context),
    ...surveyBlocks(context),
    absenceBlock(context),
    versionsBlock(context),
    handoversBlock(context),
    shownBlock(context),
  ].filter((block) => block !== undefined);
}

/** The parts of it that stand for themselves beside points, help and documents. */
export function alongTheWay(context: ViewContext): Block[] {
  return [
    attributionsBlock(context),
    recognitionsBlock(context),
    responsesBlock(context),
    ...surveyBlocks(context),
    absenceBlock(context),
    handoversBlock(context),
  ].filter((block) => block !== undefined);
}

function supportBlock(context: ViewContext): Block | undefined {
  if (!sees(context, 'support_delivered')) return undefined;
  const { plan, pack, words } = context;
  const w = words.fairness.support;
  const asked = Object.values(plan.requests).filter(({ kind }) => kind === 'support');
  if (asked.length === 0) return undefined;
  const isOpen = asked.some(({ status }) => status === 'open');
  const list = undeliveredSupport(plan).map(({ item, what, owner, said, ownerSaysSo }) => {
    const name = nameOf(plan, owner);
    const status = ownerSaysSo ? w.ownerSays(name) : w.said[said];
    return w.says(what, name, itemName(plan, item.id, pack, words), status);
  });
  return {
    heading: w.heading,
    ...(isOpen ? { paragraphs: [w.stillAsked] } : list.length === 0 ? { paragraphs: [w.all] } : {}),
    ...(list.length > 0 ? { list } : {}),
  };
}

function readingsBlock(context: ViewContext): Block | undefined {
  if (!sees(context, 'readings')) return undefined;
  const { plan, words } = context;
  const tables = plan.draft.items.flatMap((item) => {
    const readings = plan.readings.filter((reading) => reading.item === item.id);
    return readings.length > 0 ? [readingsTable(item, readings, context)] : [];
  });
  return tables.length > 0 ? { heading: words.fairness.readings.heading, tables } : undefined;
}

function readingsTable(item: Item, readings: Reading[], { plan, pack, words }: ViewContext): TableView {
  const w = words.fairness.readings;
  const { measure } = itemView(item, plan, pack, words);
  return {
    caption: w.caption(itemName(plan, item.id, pack, words), measure),
    head: [w.day, w.value, w.expected, w.source],
    rows: [...readings]
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map((reading) => [
        dayInWords(reading.date, words.locale),
        amount(reading.value, item, words),
        amount(expectedBy(reading.date, item), item, words),
        sourceOf(reading, plan) ?? w.none,
      ]),
  };
}

/** The benchmark in force on a day: the last one up to then, the baseline before the first. */
const expectedBy = (date: string, { checkIns, measure }: Item): number =>
  [...checkIns]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .filter((checkIn) => checkIn.date <= date)
    .at(-1)?.benchmark ?? measure.baseline;

function attributionsBlock(context: ViewContext): Block | undefined {
  if (!sees(context, 'missed_by')) return undefined;
  const { plan, words } = context;
  const w = words.fairness.attributions;
  const list = Object.entries(plan.attributions).map(([id, { to, creditDays }]) => {
    const question = questionInWords(questionOf(plan, id), words);
    return creditDays > 0
      ? w.credited(question, w.who[to], words.common.days(creditDays))
      : w.says(question, w.who[to]);
  });
  return list.length > 0 ? { heading: w.heading, list } : undefined;
}

function recognitionsBlock(context: ViewContext): Block | undefined {
  if (!sees(context, 'recognitions')) return undefined;
  const { plan, words, zone } = context;
  const w = words.fairness;
  const quotes = plan.recognitions.map(({ at, by, text }) => ({
    who: w.saidOn(by ? nameOf(plan, by) : w.somebody, momentInWords(at, zone, words.locale)),
    text,
    said: saidBy(plan, by),
  }));
  return quotes.length > 0 ? { heading: w.recognitions, quotes } : undefined;
}

function responsesBlock(context: ViewContext): Block | undefined {
  const quotes = quotesOf(context.plan.responses, context);
  return quotes.length > 0 ? { heading: context.words.fairness.responses, quotes } : undefined;
}

/** What was said in response to one question, as far as this reader may read it. */
export const responsesTo = (requestId: string, context: ViewContext): Quote[] =>
  quotesOf(
    context.plan.responses.filter(({ regarding }) => regarding === requestId),
    context,
  );

function quotesOf(responses: Plan['responses'], context: ViewContext): Quote[] {
  const { plan, reader, words, zone } = context;
  const isShown = ({ by, regarding }: Plan['responses'][number]): boolean =>
    by === reader || sees(context, 'responses', { asked: wasAsked(regarding, context) });
  return responses.filter(isShown).map(({ at, by, regarding, text }) => ({
    who: words.fairness.respondedTo(
      nameOf(plan, by),
      whatFor(regarding, { plan, words }),
      momentInWords(at, zone, words.locale),
    ),
    text,
    said: saidBy(plan, by),
  }));
}

const wasAsked = (requestId: string, { plan, reader }: ViewContext): boolean =>
  plan.requests[requestId]?.respondents.some(({ participant }) => participant === reader) === true;

/** What was responded to, within a sentence; the draft is only known by the question about it. */
export function whatFor(regarding: string, { plan, words }: Pick<ViewContext, 'plan' | 'words'>): string {
  const question = questionOf(plan, regarding);
  if (question.responseTo === 'draft') return words.timeline.regarding.draft;
  if (question.kind === 'response') return words.timeline.regarding.decision;
  return theQuestion(question, plan, words);
}

const surveyBlocks = (context: ViewContext): Block[] =>
  Object.values(sees(context, 'survey_results') ? context.plan.requests : {})
    .filter(({ kind }) => kind === 'survey')
    .map((request) => surveyBlock(request, context));

function surveyBlock(request: Request, { pack, words }: ViewContext): Block {
  const w = words.fairness.survey;
  const minimum = pack.survey.minimumGroup.is;
  const { asked, answered, questions, comments } = surveyResults(request, minimum);
  const heading = questionInWords(request, words);
  const paragraphs = [w.counts(answered, asked)];
  if (!questions) {
    const why = request.status === 'open' ? w.open : w.suppressed(minimum);
    return { heading, paragraphs: [...paragraphs, why] };
  }
  const table = {
    caption: w.inSum,
    head: [w.question, w.mean, w.spread],
    rows: questions.map(({ text, mean, counts }) => [
      text,
      numberInWords(mean, words.locale),
      counts.join(' / '),
    ]),
  };
  const quotes = comments.map((text) => ({ who: '', text }));
  return { heading, paragraphs, tables: [table], ...(quotes.length > 0 ? { quotes } : {}) };
}

function absenceBlock(context: ViewContext): Block | undefined {
  if (!sees(context, 'pause')) return undefined;
  const { plan, words } = context;
  const days = tolledDays(plan);
  const w = words.fairness.absence;
  return days > 0 ? { heading: w.heading, paragraphs: [w.says(words.common.days(days))] } : undefined;
}

function versionsBlock(context: ViewContext): Block | undefined {
  if (!sees(context, 'changes')) return undefined;
  const { plan, words, zone } = context;
  const w = words.fairness.versions;
  const list = plan.versions.flatMap(({ number, at, because, reason }) => {
    if (because === 'launched') return [];
    const says = w.says(number, w.because[because], momentInWords(at, zone, words.locale));
    return [reason && because !== 'credited' ? w.reason(says, reason) : says];
  });
  return list.length > 0 ? { heading: w.heading, list } : undefined;
}

/** What whoever took over was told: a brief between managers, for them and HR alone. */
function handoversBlock(context: ViewContext): Block | undefined {
  const { plan, reader, words, zone } = context;
  const w = words.fairness.handovers;
  const quotes = plan.versions.flatMap(({ at, takenOver }) =>
    takenOver?.handover !== undefined && sees(context, 'handover', { theirs: takenOver.by === reader })
      ? [
          {
            who: w.who(nameOf(plan, takenOver.by), momentInWords(at, zone, words.locale)),
            text: takenOver.handover,
            said: 'plan' as const,
          },
        ]
      : [],
  );
  return quotes.length > 0 ? { heading: w.heading, quotes } : undefined;
}

function shownBlock({ pack, words }: ViewContext): Block | undefined {
  const list = shownAt('decision', pack, words);
  return list.length > 0 ? { heading: words.fairness.shown, list } : undefined;
}

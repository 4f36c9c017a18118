import type { Request } from '../../../domain/plan.ts';
import { sees } from '../../visibility.ts';
import { itemName } from '../answer-view.ts';
import type { Block } from '../blocks.ts';
import { nameOf } from '../plan-view.ts';
import { questionInWords, theQuestion } from '../questions.ts';
import { saidBy } from '../said.ts';
import type { ViewContext } from '../view-context.ts';
import { briefDay, isAsked } from './days.ts';

/** What people wrote at check-ins that are over, beside the ratings that stand with each point. */
export function saidAtCheckIns(context: ViewContext): Block {
  const { plan, reader, words } = context;
  const w = words.planPage.ratings;
  const mine = Object.values(plan.requests).filter(
    ({ id, kind }) =>
      kind === 'check_in' && sees(context, 'answers_closed', { asked: isAsked(id, reader, plan) }),
  );
  const quotes = mine
    .filter(({ status }) => status !== 'open')
    .flatMap((request) =>
      request.respondents.flatMap(({ participant, answer }) => {
        if (answer?.kind !== 'check_in') return [];
        const who = w.said(nameOf(plan, participant), theQuestion(request, plan, words));
        const notes = answer.items.flatMap(({ item, note }) =>
          note ? [w.noteOn(itemName(plan, item, context.pack, words), note)] : [],
        );
        const text = [...notes, ...(answer.comment ? [answer.comment] : [])].join('\n');
        const written = answer.items.flatMap(({ note }) => (note ? [note] : []));
        const parts = [...written, answer.comment ?? ''];
        return text ? [{ who, text, said: saidBy(plan, participant), parts }] : [];
      }),
    );
  const open = mine
    .filter(({ status, respondents }) => status === 'open' && respondents.length > 1)
    .map((request) => w.hidden(questionInWords(request, words)));
  const paragraphs = [
    ...open,
    ...(quotes.length === 0 && open.length === 0 ? [nothingYet(context, mine)] : []),
  ];
  return {
    heading: w.heading,
    ...(paragraphs.length > 0 ? { paragraphs } : {}),
    ...(quotes.length > 0 ? { quotes } : {}),
  };
}

/** Nothing written, or nothing asked yet: then when it first is. */
function nothingYet({ plan, words }: ViewContext, mine: Request[]): string {
  const w = words.planPage.ratings;
  if (mine.some(({ respondents }) => respondents.some(({ answer }) => answer))) return w.noNotes;
  const first = plan.scheduled.find(({ kind, date }) => kind === 'check_in' && date);
  return first?.date ? w.none(briefDay(first.date, words.locale)) : w.noneAhead;
}

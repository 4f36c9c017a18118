import type { Plan } from '../../../domain/plan.ts';
import { undeliveredSupport } from '../../../domain/support.ts';
import { sees } from '../../visibility.ts';
import type { Block, Quote } from '../blocks.ts';
import { nameOf } from '../plan-view.ts';
import { saidBy } from '../said.ts';
import type { ViewContext } from '../view-context.ts';
import { briefDay } from './days.ts';

/** The help that was promised, and what the person it was promised to said of it. */
export function supportOf(context: ViewContext): Block {
  const { plan, words } = context;
  const w = words.planPage.support;
  const promised = plan.draft.items.flatMap((item) => item.support.map((one) => ({ ...one, item: item.id })));
  if (promised.length === 0) return { heading: w.heading, paragraphs: [w.none] };
  const isKnown = sees(context, 'support_delivered');
  const states = isKnown ? statesOf(plan) : undefined;
  const notes = sees(context, 'support_notes') ? notesOf(context) : [];
  return {
    heading: w.heading,
    tables: [
      {
        caption: w.caption,
        head: [w.what, w.by, ...(states ? [w.state] : [])],
        rows: promised.map(({ item, what, owner, due }) => [
          w.promisedBy(what, nameOf(plan, owner)),
          briefDay(due, words.locale),
          ...(states ? [w.states[states(item, what, due)]] : []),
        ]),
      },
    ],
    ...(notes.length > 0 ? { quotes: notes } : {}),
  };
}

type State = 'yes' | 'partly' | 'no' | 'unconfirmed' | 'open' | 'ahead';

/** Of each promise what is known of it. While it can still be answered, nothing is said but what is known to be missing. */
function statesOf(plan: Plan): (item: string, what: string, due: string) => State {
  const undone = undeliveredSupport(plan);
  const asked = Object.values(plan.requests).filter(({ kind }) => kind === 'support');
  return (item, what, due) => {
    const missing = undone.find((one) => one.item.id === item && one.what === what && one.due === due);
    if (missing) return missing.said;
    const question = asked.find(({ date }) => date === due);
    if (!question) return 'ahead';
    return question.status === 'open' ? 'open' : 'yes';
  };
}

/** What was written beside the answers about it, by whom. */
const notesOf = ({ plan, words }: ViewContext): Quote[] =>
  Object.values(plan.requests).flatMap(({ respondents }) =>
    respondents.flatMap(({ participant, answer }) =>
      answer?.kind === 'support'
        ? answer.promises.flatMap(({ what, note }) =>
            note
              ? [
                  {
                    who: words.planPage.ratings.said(nameOf(plan, participant), what),
                    text: note,
                    said: saidBy(plan, participant),
                  },
                ]
              : [],
          )
        : [],
    ),
  );

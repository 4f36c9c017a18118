import type { Item, PlanDraft } from '../draft.ts';
import { isBlank } from '../text.ts';
import type { Warning } from './rules.ts';
import { isVagueAction, isVagueOutcome } from './seen.ts';
import { searchFor } from './words.ts';

const NAMES_NOTHING = /^(quality|performance|score|kpi|rating|productivity|efficiency|results?|progress)$/i;
const sources = searchFor({
  words: [
    ...[
      'report*',
      'log',
      'logs',
      'logged',
      'system*',
      'register*',
      'survey*',
      'sample*',
      'sampled',
      'audit*',
    ],
    ...[
      'dashboard*',
      'tracker',
      'ledger*',
      'database',
      'spreadsheet*',
      'timesheet*',
      'crm',
      'ticket*',
      'queue',
    ],
    ...[
      'record*',
      'spot check*',
      'statement*',
      'analytics',
      'telemetry',
      'scorecard*',
      'according to',
      'statistic*',
    ],
  ],
});
const times = searchFor({
  words: [
    ...['by', 'within', 'until', 'before', 'per', 'each', 'every', 'daily', 'weekly', 'monthly', 'quarterly'],
    ...[
      'a day',
      'a week',
      'a month',
      'a quarter',
      'a year',
      'day',
      'days',
      'week',
      'weeks',
      'month',
      'months',
    ],
    ...[
      'hour',
      'hours',
      'minutes',
      'quarter',
      'january',
      'february',
      'march',
      'april',
      'june',
      'july',
      'august',
    ],
    ...['september', 'october', 'november', 'december', 'in time', 'on time', 'deadline', 'due'],
  ],
});

/** Whether what an item asks for can be seen, counted and dated. */
export function lintGoals({ items, reason }: PlanDraft): Warning[] {
  const evidence = reason.evidence.map(({ summary }) => summary);
  return items.flatMap((item, index) => {
    const field = `/items/${index}`;
    return [
      ...lintVerbs(field, item),
      ...lintDates(field, item),
      ...lintNumber(`${field}/measure`, item),
      ...lintSource(`${field}/measure/name`, item, evidence),
    ];
  });
}

function lintVerbs(field: string, item: Item): Warning[] {
  const outcomes: [string, string][] = [
    ...(item.source.kind === 'smart_goal' ? [['source/goal', item.source.goal] as [string, string]] : []),
    ['desiredOutcome', item.desiredOutcome],
  ];
  return [
    ...outcomes.flatMap(([name, text]) =>
      warn(
        `${field}/${name}`,
        isVagueOutcome(text),
        'Nobody can say when this is reached: name a number, or what a second person would see done.',
      ),
    ),
    ...item.actions.flatMap(({ what }, at) =>
      warn(
        `${field}/actions/${at}/what`,
        isVagueAction(what),
        'Nobody can see whether this was done: begin with what is done, such as answer, send, file or check.',
      ),
    ),
  ];
}

function warn(field: string, vague: { found: string[] } | undefined, message: string): Warning[] {
  if (!vague) return [];
  return [
    { field, rule: 'G-VERB', message, ...(vague.found.length > 0 ? { found: vague.found.join(', ') } : {}) },
  ];
}

function lintDates(field: string, { source, checkIns, measure }: Item): Warning[] {
  if (checkIns.length === 0) {
    const message = 'No day is set to look at this: plan a check-in with what should be reached by then.';
    return [{ field: `${field}/checkIns`, rule: 'G-DATE', message }];
  }
  const timeless =
    source.kind === 'smart_goal' && times(source.goal).length === 0 && !/\p{N}{4}/u.test(source.goal);
  // The check-in whose benchmark is the target says by when.
  if (!timeless || checkIns.at(-1)?.benchmark === measure.target) return [];
  const message =
    'Neither the goal nor the last check-in says by when the target is reached: name a day, or how often.';
  return [{ field: `${field}/source/goal`, rule: 'G-DATE', message }];
}

function lintNumber(field: string, { measure }: Item): Warning[] {
  const named = !isBlank(measure.name) && !NAMES_NOTHING.test(measure.name.trim());
  const name = 'The measure does not say what is counted: name it, such as "requests answered in time".';
  const unit = 'The number has no unit: say what it counts, such as percent or files a month.';
  return [
    ...(named ? [] : [{ field: `${field}/name`, rule: 'G-NUMBER' as const, message: name }]),
    ...(isBlank(measure.unit) ? [{ field: `${field}/unit`, rule: 'G-NUMBER' as const, message: unit }] : []),
  ];
}

function lintSource(field: string, item: Item, evidence: string[]): Warning[] {
  const goal = item.source.kind === 'smart_goal' ? item.source.goal : '';
  const texts = [
    item.measure.name,
    item.measure.unit,
    goal,
    item.deficiency,
    item.desiredOutcome,
    ...evidence,
  ];
  if (texts.some((text) => sources(text).length > 0)) return [];
  const message =
    'Neither the item nor the evidence says where this number is from: name the report, log or sample it is read from.';
  return [{ field, rule: 'G-SOURCE', message }];
}

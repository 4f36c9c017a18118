import type { PlanDraft } from '../draft.ts';

export interface Reading {
  field: string;
  text: string;
}

/** Every text of a draft that its author wrote in sentences; names, titles of jobs and addresses are not. */
export function textsToRead(draft: PlanDraft): Reading[] {
  const { issuer, reason } = draft;
  return [
    { field: '/title', text: draft.title },
    ...said('/issuer/absenceReason', issuer.absenceReason),
    { field: '/reason/summary', text: reason.summary },
    ...reason.priorCoaching.map(({ summary }, at) => ({
      field: `/reason/priorCoaching/${at}/summary`,
      text: summary,
    })),
    ...reason.evidence.map(({ summary }, at) => ({ field: `/reason/evidence/${at}/summary`, text: summary })),
    ...draft.items.flatMap((item, at) => itemTexts(`/items/${at}`, item)),
    ...(draft.followUps ?? []).flatMap(({ agenda, questions = [] }, at) => [
      ...said(`/followUps/${at}/agenda`, agenda),
      ...questions.map((text, place) => ({ field: `/followUps/${at}/questions/${place}`, text })),
    ]),
  ];
}

function itemTexts(field: string, item: PlanDraft['items'][number]): Reading[] {
  return [
    ...(item.source.kind === 'smart_goal' ? said(`${field}/source/goal`, item.source.goal) : []),
    { field: `${field}/deficiency`, text: item.deficiency },
    { field: `${field}/desiredOutcome`, text: item.desiredOutcome },
    ...item.actions.flatMap(({ what, outcome }, at) => [
      { field: `${field}/actions/${at}/what`, text: what },
      ...said(`${field}/actions/${at}/outcome`, outcome),
    ]),
    { field: `${field}/measure/name`, text: item.measure.name },
    ...item.support.map(({ what }, at) => ({ field: `${field}/support/${at}/what`, text: what })),
  ];
}

const said = (field: string, text: string | undefined): Reading[] =>
  text === undefined ? [] : [{ field, text }];

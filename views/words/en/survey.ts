/** Questions to many people, read only in sum. */
export const survey = {
  tab: 'A short survey',
  lead: (about: string) =>
    `Please answer a few questions about the work of ${about}. It takes a few minutes.`,
  seenBySays: (minimum: number) =>
    `Pages show the answers only in sum, and only once at least ${minimum} people have answered. The sealed record holds each answer with the name of whoever gave it; Human Resources or an auditor can export it, for a dispute for example, and reading it is logged. Please do not write anything in the comment that tells who you are.`,
  silence: 'Answering is up to you; not answering is not held against anybody.',
  scores: {
    1: '1: not at all',
    2: '2: hardly',
    3: '3: in part',
    4: '4: mostly',
    5: '5: fully',
  } satisfies Record<1 | 2 | 3 | 4 | 5, string>,
  comment: 'Anything you want to add',
  commentHint: 'Pages may show it word for word, without your name.',
};

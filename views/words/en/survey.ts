/** Questions to many people, read only in sum. */
export const survey = {
  tab: 'A short survey',
  lead: (about: string) =>
    `Please answer a few questions about the work of ${about}. It takes a few minutes.`,
  seenBySays: (minimum: number) =>
    `Nobody sees what you alone have said. The answers are only shown in sum, and only once at least ${minimum} people have answered. Please do not write anything in the comment that tells who you are.`,
  silence: 'Answering is up to you; not answering is not held against anybody.',
  scores: {
    1: '1: not at all',
    2: '2: hardly',
    3: '3: in part',
    4: '4: mostly',
    5: '5: fully',
  } satisfies Record<1 | 2 | 3 | 4 | 5, string>,
  comment: 'Anything you want to add',
  commentHint: 'It may be shown word for word, without your name.',
};

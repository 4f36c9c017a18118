/** Of one mail that holds several. `count` is two at least. */
export const digest = {
  subject: {
    /** With something to answer, the first by that day. */
    by: (count: number, day: string) => `${count} things for you: the first by ${day}`,
    /** With something to see to, and no day ahead to do it by. */
    open: (count: number) => `${count} things for you`,
    news: (count: number) => `${count} pieces of news: nothing for you to do`,
  },
  preview: 'They come in one message.',
  intro: (count: number) =>
    `Here are ${count} things that came up at the same time, in one message. What is due first comes first.`,
  heading: (place: number, subject: string) => `${place}. ${subject}`,
};

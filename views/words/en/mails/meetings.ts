/** Of meetings, in mails and in the calendar they go to. Calendars are shared: titles and notes name no person and no reason. */
export const meetings = {
  /** The title of the entry in the calendar. */
  title: 'Check-in',
  /** What stands in the entry. */
  note: 'This entry shows the day. The time of day is for you to agree on.',
  invited:
    'The invitation in this message puts the day into your calendar. The time of day is for you to agree on, and the invitation itself needs no answer.',
  moved: {
    subject: (day: string) => `A meeting has moved to ${day}`,
    says: (day: string) => `The meeting that we wrote to you about is now planned for ${day}.`,
    calendar: 'The entry in your calendar moves with it.',
  },
  cancelled: {
    subject: 'A meeting is taken off your calendar: nothing for you to do',
    preview: 'You are not asked to it any more.',
    says: (day: string) => `You are not asked to the meeting of ${day} any more.`,
    /** To whoever still has a part in the plan. */
    notHeld: 'This meeting is not held. If another day is set, you hear from us.',
    calendar: 'Its entry in your calendar goes away. If it does not, please delete it.',
  },
  /** What all the days of a plan are called in the calendar file that people download. */
  dates: {
    starts: 'First day',
    ends: 'Last day',
    meeting: 'Check-in',
    numbers: 'Numbers to write down',
    survey: 'Questions to answer',
    support: 'Questions about promised help',
    decision: 'Decision due',
    /** The last day to answer something else. */
    answer: 'Answer due',
  },
};

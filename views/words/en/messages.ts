/** Pages that say one thing and a way out. */
export const messages = {
  closed: {
    tab: 'This question is closed',
    heading: 'This question is closed',
    body: (question: string, when: string) =>
      `The question “${question}” closed on ${when} and takes no more answers.`,
    unsaved: 'What you wrote has not been recorded. It is shown below so that you can copy it.',
    wayOut:
      'If you want to add something, send it to the contact below. It can be added to the record as a note.',
    withdrawn: 'The plan has been withdrawn: nothing more is asked of you about it.',
    replaced: 'A newer version of the plan has taken its place.',
    changed: 'The plan reads differently now, and this is not asked any more.',
    calledOff:
      'The plan goes on: no decision is to be made for now. It is asked for again when the days of the plan are over.',
    kept: 'What you wrote',
    keptGone: 'This is what you wrote on something that is not asked any more. It is not recorded:',
  },
  badLink: {
    tab: 'This link does not open a page',
    heading: 'This link does not open a page',
    body: 'It may have been cut short on its way, or a newer link may have been sent.',
    wayOut:
      'Open the link in the newest e-mail you received from us. If it is broken over two lines, copy all of it into the address bar.',
  },
  expired: {
    heading: 'This link does not open a page any more',
    /** Where a new link opens the plan. */
    over: 'This question is over. With a new link you can still read where things stood.',
    body: 'What it belonged to ended some time ago, and nothing more can be read or answered here.',
    wayOut: 'If you need a copy of the record, write to the contact below. You can ask for it at any time.',
  },
  handedOver: {
    heading: 'This is no longer yours to open',
    body: 'You are not asked about it any more: somebody else takes care of it now, or your part in it is over.',
    wayOut:
      'If you have something to add, or need something from it, write to the contact below. They can help you, and your words can be added to the record.',
  },
  openAgain: {
    tab: 'Open the link in your e-mail again',
    heading: 'Open the link in your e-mail again',
    body: 'To protect what you see here, this page closes itself after two hours.',
    wayOut: 'Go back to the e-mail we sent you and open its link once more. It still works.',
    unsaved: 'What you wrote has not been recorded yet. It is shown below so that you can copy it.',
  },
  tooLarge: {
    tab: 'That was too much text',
    heading: 'That was too much text for one answer',
    body: 'Nothing was recorded.',
    wayOut:
      'Go back with your browser, where your words are still in place, shorten them and send them again. Longer documents can go to the contact below.',
  },
  notFound: {
    tab: 'Page not found',
    heading: 'There is no page at this address',
    body: 'If you typed the address, check that it is correct.',
    wayOut: 'If you came from an e-mail, open the link in it again.',
  },
  error: {
    tab: 'Something went wrong on our side',
    heading: 'Something went wrong on our side',
    body: 'You did nothing wrong. We are not sure that your last step was recorded.',
    wayOut:
      'Please open the link in your e-mail again in a few minutes. If your answer arrived, you will see it there. Sending it twice does no harm.',
  },
};

/** When a link does not open, was for somebody else, or is used very often. */
export const linkHelp = {
  offer: {
    heading: 'Send me a new link',
    says: 'Type the e-mail address at which you got our message. If it is the one we have for this link, we send a new link to it.',
    field: 'Your e-mail address',
    send: 'Send me a new link',
    missing: 'Type your e-mail address',
    invalid: 'Type the whole e-mail address, with the @ in it',
  },
  page: {
    tab: 'Send me a new link',
    heading: 'Send me a new link',
  },
  /** The same whatever was typed, so that it tells nobody anything. */
  asked: {
    tab: 'Please look in your mailbox',
    heading: 'Please look in your mailbox',
    body: 'If this address is the one we have for this link, a message is on its way. It can take a few minutes; please look in the junk folder, too.',
    wayOut:
      'The new link takes the place of the old one. A few new links can be sent in one day. If no message comes, write to the contact below.',
  },
  wrongPerson: {
    link: 'This message was not meant for me',
    lead: 'Is this not yours?',
    tab: 'This message was not meant for me',
    heading: 'Was this message not meant for you?',
    body: 'Then please tell us here. We stop writing to this address about it, and Human Resources is asked to correct it. You do not have to do anything else.',
    closes: 'The link you came by opens nothing after that.',
    tick: 'This message was not meant for me',
    missing: 'Tick the box if the message was not meant for you; if it was, just go back',
    send: 'Tell us',
    back: 'It is for me: go back',
    done: {
      tab: 'Thank you for telling us',
      heading: 'Thank you for telling us',
      body: 'Nothing more is sent to your address about this, and Human Resources has been asked to correct it.',
      wayOut:
        'Please delete the message and keep to yourself what you may have read. There is nothing else to do.',
    },
  },
  tooMany: {
    tab: 'Please wait a little',
    heading: 'Please wait a little',
    body: 'This page was sent very often within one hour, so it takes a break. You did nothing wrong.',
    wayOut: 'Please try again in an hour. If you need help before, write to the contact below.',
    unsaved: 'What you wrote last has not been recorded. It is shown below so that you can copy it.',
  },
  mail: {
    renewed: {
      subject: 'Your new link',
      preview: 'You asked for a new link.',
      says: 'You asked for a new link. Here it is.',
      older: 'Links in older messages about the same thing do not open any more.',
      notYou: 'If you did not ask for it, you need not do anything.',
      action: 'Open the page',
    },
    /** Sent again by HR: nobody has asked for it. */
    again: {
      subject: 'A question waits for you',
      preview: 'An earlier message about it did not reach you.',
      says: 'An earlier message about a question did not reach you. Here is the link to it.',
    },
    wrongPerson: {
      subject: 'Please check an e-mail address',
      preview: 'A message may have reached somebody else.',
      says: (name: string) =>
        `Somebody who opened a message for ${name} says that it was not meant for them. Nothing more is sent to that address, and the links in it open nothing.`,
      asks: 'Please find out the right address and have it corrected. What is still open is then asked again there. If the address was right, it can be confirmed in the same way.',
      where:
        'HR does this on the admin site, on the page Repair; programs do it with the command correct_address of the API.',
      silence: 'Until then, nobody’s silence is held against them.',
    },
    /** Mail to somebody comes back for good, or they called it unwanted. */
    suspended: {
      subject: 'Somebody cannot be written to: please help',
      preview: 'An e-mail address is out of use.',
      says: {
        bounced: (name: string) =>
          `A message to ${name} came back: their mailbox takes none. Nothing more is sent to that address for now.`,
        complained: (name: string) =>
          `A message to ${name} arrived and was marked as unwanted. Nothing more is sent to that address for now.`,
      },
      correct: 'If the address is wrong, please find out the right one and have it corrected.',
      confirm: {
        bounced: 'If it is right, and the mailbox works again, have the same address confirmed.',
        complained:
          'If it is right, ask them whether they want these messages there, and have the same address confirmed.',
      },
      paper:
        'Until then, hand over on paper what is open, let somebody see it, and record the day and that person’s name as served on paper.',
      goesOn:
        'The plan goes on meanwhile, and nobody’s silence is held against them for what did not reach them. What is still open is asked again by mail as soon as the address is corrected or confirmed.',
    },
    /** Before the address of the page that takes it, which names nobody. */
    notYours: 'If this message was not meant for you, please say so here:',
  },
  /** Added where a question has closed already, and the record said that they kept silent. */
  saysNothing: (name: string) =>
    `That ${name} did not answer in time says nothing about them: as far as we know now, no message reached them.`,
  timeline: {
    suspended: {
      bounced: (name: string) =>
        `Mail to ${name} came back for good. Nothing more is sent to that address until it is corrected or confirmed.`,
      complained: (name: string) =>
        `A message to ${name} was marked as unwanted. Nothing more is sent to that address until it is corrected or confirmed.`,
    },
    found: (name: string) => `It is known now that the message to ${name} did leave.`,
    foundAbout: (name: string, question: string) =>
      `It is known now that the message to ${name} about ${question} did leave.`,
    delayed: (name: string) => `A message to ${name} takes long to arrive; it is still tried.`,
    delayedAbout: (name: string, question: string) =>
      `A message to ${name} about ${question} takes long to arrive; it is still tried.`,
    renewed: (name: string) => `A new link was sent to ${name}.`,
    wrongPerson: (name: string) =>
      `Somebody who opened a message for ${name} said that it was not meant for them. Nothing more is sent to that address.`,
    corrected: (name: string) => `The e-mail address of ${name} was corrected.`,
    correctedAndAsked: (name: string) =>
      `The e-mail address of ${name} was corrected. What was still open was sent there with new links.`,
  },
  /** The same, of what would happen. */
  planned: {
    suspended: {
      bounced: (name: string) => `Nothing more will be sent to the address of ${name}.`,
      complained: (name: string) => `Nothing more will be sent to the address of ${name}.`,
    },
    found: (name: string) => `It will be on record that a message to ${name} did leave.`,
    foundAbout: (name: string, question: string) =>
      `It will be on record that a message to ${name} about ${question} did leave.`,
    delayed: (name: string) => `A message to ${name} will take long to arrive.`,
    delayedAbout: (name: string, question: string) =>
      `A message to ${name} about ${question} will take long to arrive.`,
    renewed: (name: string) => `A new link will be sent to ${name}.`,
    wrongPerson: (name: string) =>
      `It will be on record that a message for ${name} was not meant for whoever opened it. Nothing more will be sent to that address.`,
    corrected: (name: string) => `The e-mail address of ${name} will be corrected.`,
    correctedAndAsked: (name: string) =>
      `The e-mail address of ${name} will be corrected. What is still open will be sent there with new links.`,
  },
};

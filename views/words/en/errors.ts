/** What is wrong with a field, in the same words in the summary and at the field. */
export const errors = {
  choice: 'Choose whether you have received this plan or decline to sign',
  typedName: 'Type your full name',
  meeting: 'Choose whether you met for this check-in',
  progress: (heading: string) => `Choose where things stand on “${heading}”`,
  outcome: 'Choose an outcome',
  reason: (heading: string) => `Give your reasons for “${heading}”`,
  extendTo: 'Choose the new last day',
  extendToUnneeded: 'Choose “No extension”, or an outcome that gives more time',
  absenceReason: 'Say why somebody else decides',
  servesAsNotice: 'Clear this box, or choose an outcome that may serve as notice',
  tooLong: (max: string) => `Shorten this to ${max} characters or fewer`,
  notOffered: 'Choose one of the answers on this page',
  twice: 'Give this answer only once',
  unknown: 'The form contained something this page does not ask for. Check your answer and send it again',
  stale: 'This form was open for more than a day. Your answer is still here: check it and send it again',
  rule: (message: string) => message,
};

import type { Notice } from '../../../views/admin/layout.tsx';

const done = (title: string, ...points: string[]): Notice => ({ kind: 'done', title, points });
const trouble = (title: string, ...points: string[]): Notice => ({ kind: 'trouble', title, points });

/** What the editor says of what was just done, by the query of its address. */
const NOTICES: Readonly<Record<string, Notice>> = {
  'saved=yes': done('Saved.'),
  'begun=blank': done(
    'A new draft was begun.',
    'It has the usual people, days and check-ins of your organisation’s rules. Change whatever does not fit.',
  ),
  'begun=copy': done(
    'A copy was made.',
    'Its people, days and numbers are those of the other plan: read all of it anew.',
  ),
  'begun=file': done('The file was read.'),
  'begun=plan': done('The plan’s text as it reads now was taken into the editor.'),
  'begun=anew': done('The draft was not there any more, so what you typed was kept as a new one.'),
  'merged=yes': done('Both texts were put together and saved. Read it once more before you go on.'),
  'restored=yes': done('The draft is back.'),
  'begun=text': done(
    'The draft has become a plan, so what you typed was kept as a new text for that plan.',
    'The plan reads as before until you put it in the draft’s place.',
  ),
  'sent=became': trouble(
    'This draft had become a plan already, with another text.',
    'What is written here is kept as a new text for that plan: read it once more, then put it in the draft’s place.',
  ),
  'sent=meanwhile': done(
    'What was sent is recorded in the plan.',
    'Somebody saved more at the same moment. That is no part of the plan yet: it stands here as another text for it.',
  ),
  'days=missing': trouble(
    'The check-ins could not be filled in.',
    'Write the first and the last day of the plan, and an end that is ahead; then press again.',
  ),
};

/** `faults`: how many things still stand in the way. */
export function noticeFor(query: URLSearchParams, faults: number): Notice | undefined {
  if (query.get('sent') === 'refused' && faults > 0) {
    const things = faults === 1 ? 'One thing is' : `${faults} things are`;
    return trouble(
      `Not yet: ${things.toLowerCase()} still to do.`,
      'Each stands at its place in the form and in the list beside it. What you typed is saved.',
    );
  }
  const leftOut = query.getAll('left-out');
  const [first] = query.entries();
  const notice = first && NOTICES[`${first[0]}=${first[1]}`];
  return notice && leftOut.length > 0
    ? { ...notice, points: [`Not known, and left out: ${leftOut.join(', ')}.`] }
    : notice;
}

import type { QuestionWords } from './kinds.ts';
import { kinds } from './kinds.ts';

/** What a request to sign says to whoever is asked; it escalates and closes in the words of its kind. */
type Asking = Pick<QuestionWords, 'asks' | 'reminds' | 'action'> & {
  subjects: Pick<QuestionWords['subjects'], 'opened' | 'late' | 'reminder' | 'overdue'>;
};

const changedSubjects: Asking['subjects'] = {
  opened: (day) => `A document has changed: please sign for it by ${day}`,
  late: (day) => `A document has changed: signing for it was due by ${day}`,
  reminder: (day) => `Reminder: a document has changed, please sign for it by ${day}`,
  overdue: (day) => `Reminder: a changed document was to be signed for by ${day}`,
};

const changed = 'The plan that earlier messages were about reads differently from now on.';
const top = 'What changed is at the top of the page.';

const successor: Asking = {
  subjects: {
    opened: (day) => `Please confirm by ${day} that you have taken over a document`,
    late: (day) => `Please confirm that you have taken over a document: it was due by ${day}`,
    reminder: (day) => `Reminder: please confirm by ${day} that you have taken over a document`,
    overdue: (day) => `Reminder: please confirm that you have taken over a document, due by ${day}`,
  },
  asks: `From now on you are asked about a plan that somebody else supervised before. Please confirm that you have taken over this plan and have read it. ${top}`,
  reminds:
    'We asked you to confirm that you have taken over this plan and have read it, and have not heard from you yet.',
  action: 'Read and confirm',
};

/** By the part somebody has: of what was launched, and of a later version. */
export const acknowledging: Record<
  'recipient' | 'issuer' | 'successor',
  Record<'first' | 'changed', Asking>
> = {
  recipient: {
    first: kinds.acknowledgement,
    changed: {
      subjects: changedSubjects,
      asks: `${changed} ${top} Please read it and say whether you have received it. Receiving it does not mean that you agree with it.`,
      reminds:
        'We asked you to read a plan that reads differently now, and to say whether you have received it, and have not heard from you yet.',
      action: 'Read and answer',
    },
  },
  issuer: {
    first: {
      subjects: {
        opened: (day) => `Please confirm by ${day} that you issued a document`,
        late: (day) => `Please confirm that you issued a document: it was due by ${day}`,
        reminder: (day) => `Reminder: please confirm by ${day} that you issued a document`,
        overdue: (day) => `Reminder: please confirm that you issued a document, due by ${day}`,
      },
      asks: 'Please confirm that you issued this plan and have discussed it.',
      reminds:
        'We asked you to confirm that you issued this plan and have discussed it, and have not heard from you yet.',
      action: 'Read and confirm',
    },
    changed: {
      subjects: changedSubjects,
      asks: `${changed} ${top} Please discuss it, and confirm that you have discussed it as it reads now.`,
      reminds:
        'We asked you to confirm that you have discussed a plan that reads differently now, and have not heard from you yet.',
      action: 'Read and confirm',
    },
  },
  successor: { first: successor, changed: successor },
};

import { openRequests } from '../../../../domain/agenda.ts';
import type { Plan } from '../../../../domain/plan.ts';
import { type Action, type ActionType, reason } from '../action.ts';
import { subjectName } from '../choices.ts';

const openNow = (plan: Plan): string => {
  const count = openRequests(plan).length;
  return count === 1 ? 'one open question' : `${count} open questions`;
};

/** From draft to launch, and out. */
export const steps = {
  approve: {
    title: 'Approve the draft',
    group: 'Steps',
    hint: 'The draft may go to the people it concerns. Nobody is written to yet. From now on its text changes only by amending it.',
    done: 'The draft is approved.',
    fields: () => [
      {
        name: '/comment',
        label: 'Comment',
        hint: 'What you looked at, or what somebody should know later. It stays in the record.',
        input: 'text',
        optional: true,
      },
    ],
  },
  return_draft: {
    title: 'Return the draft',
    group: 'Steps',
    hint: 'The draft needs changes before it can be approved. Whoever writes it reads your comment here.',
    done: 'The draft is returned, with your comment.',
    fields: () => [
      {
        name: '/comment',
        label: 'What has to change',
        hint: 'It stays in the record.',
        input: 'text',
      },
    ],
  },
  share: {
    title: 'Share the draft',
    group: 'Steps',
    hint: 'The person the plan is about may read the approved draft and respond to it before anything starts.',
    done: 'The draft is shared: the person it is about may respond to it.',
    fields: () => [],
  },
  launch: {
    title: 'Launch the plan',
    group: 'Steps',
    hint: 'The plan follows itself up from here: it asks, reminds, counts the days and asks for the decision.',
    done: 'The plan is launched.',
    fields: () => [],
  },
  withdraw: {
    title: 'Withdraw the plan',
    group: 'Steps',
    hint: 'Ends the following-up without an outcome. Everybody is told that nothing more is asked. It cannot be taken back.',
    done: 'The plan is withdrawn: nothing more is asked of anybody.',
    final: true,
    fields: (plan) => [
      reason(
        plan && openRequests(plan).length > 0
          ? `It stays in the record. With it, ${openNow(plan)} about ${subjectName(plan)}’s plan will close.`
          : 'It stays in the record.',
      ),
    ],
  },
} satisfies Partial<Record<ActionType | 'return_draft', Action>>;

import { runningPause } from '../../../../domain/agenda.ts';
import { type Action, type ActionType, reason } from '../action.ts';
import { issuer, plannedPauseDays } from '../choices.ts';

/** What moves the days of a plan, or ends them early. */
export const time = {
  extend: {
    title: 'Give more time',
    group: 'Time',
    hint: 'A later last day, with check-ins in the rhythm the plan had. Both sides sign for the new version.',
    done: 'The plan is extended.',
    fields: (plan) => [
      {
        name: '/endDate',
        label: 'New last day',
        hint: plan
          ? `The last day is ${plan.draft.endDate} now.`
          : 'Of every plan. A plan whose rules do not allow it is left as it is, and says why.',
        input: 'day',
      },
      reason('Why more time is given. Both sides read it with the new version.'),
    ],
  },
  pause: {
    title: 'Pause the plan',
    group: 'Time',
    hint: 'The clock stands still for an absence, past, running or ahead. The days are given back when it is over.',
    done: 'The pause is recorded.',
    fields: (_plan, today) => [
      {
        name: '/from',
        label: 'First day away',
        hint: 'A day that is past, today, or ahead.',
        input: 'day',
        value: today,
      },
      {
        name: '/until',
        label: 'Last day away',
        hint: 'Leave it empty while nobody knows. The plan then stands still until you resume it.',
        input: 'day',
        optional: true,
      },
      {
        name: '/reason',
        label: 'Why',
        hint: 'Only HR reads it; everybody else reads “approved absence”. No medical facts.',
        input: 'choice',
        options: [
          { value: 'approved_absence', text: 'Approved absence' },
          { value: 'accommodation', text: 'An adjustment is being arranged' },
        ],
        value: 'approved_absence',
      },
    ],
    undo: (plan) => {
      const planned = plannedPauseDays(plan).at(-1);
      if (planned) {
        const values = { '/from': planned.value };
        return { command: 'cancel_pause', text: 'Cancel this pause', values };
      }
      const from = runningPause(plan)?.from;
      return from
        ? { command: 'resume', text: 'Resume the plan from the same day', values: { '/on': from } }
        : undefined;
    },
  },
  cancel_pause: {
    title: 'Cancel a planned pause',
    group: 'Time',
    hint: 'Takes back a pause that has not begun. The plan goes on as if it had never been planned.',
    done: 'The pause is cancelled.',
    needs: (plan) =>
      plannedPauseDays(plan).length === 0
        ? 'No pause is planned. A pause that has begun is resumed.'
        : undefined,
    fields: (plan) => [
      {
        name: '/from',
        label: 'Which pause',
        input: 'choice',
        options: plan ? plannedPauseDays(plan) : [],
      },
    ],
  },
  resume: {
    title: 'Resume the plan',
    group: 'Time',
    hint: 'The clock runs again, and every day still ahead moves by the days it stood still.',
    done: 'The plan goes on.',
    fields: (_plan, today) => [
      {
        name: '/on',
        label: 'First day that counts again',
        hint: 'Today, or up to a week ago.',
        input: 'day',
        value: today,
        optional: true,
      },
    ],
  },
  end_early: {
    title: 'End early as met',
    group: 'Time',
    hint: 'The plan is met before its last day. This is the written finding of whoever issued it, put on record for them. It cannot be taken back.',
    done: 'The plan is closed as met.',
    final: true,
    fields: (plan) => [
      {
        name: '/by',
        label: 'Whose finding it is',
        hint: 'Only whoever issued the plan ends it early.',
        input: 'choice',
        options: plan ? [issuer(plan)] : [],
      },
      {
        name: '/typedName',
        label: 'Their name, as they signed',
        input: 'line',
      },
      {
        name: '/summary',
        label: 'The finding',
        hint: 'Why every goal is met already. It stays in the record, and everybody concerned reads it.',
        input: 'text',
      },
    ],
  },
} satisfies Partial<Record<ActionType, Action>>;

import { DETAIL_VERSIONS, type Details, type DetailType } from './details.ts';

/** A part of a detail as JSON Schema (draft 2020-12). */
export type Field = Readonly<Record<string, unknown>> & { description: string };

export interface DetailSchema<T extends DetailType> {
  /** When it is told, in one sentence. */
  when: string;
  /** Who can use it, for what. */
  use: string;
  fields: { [F in keyof Details[T]]-?: Field };
  /** Fields that may be missing. */
  optional?: readonly (keyof Details[T])[];
}

const day = (description: string): Field => ({ type: 'string', format: 'date', description });
const id = (description: string): Field => ({ type: 'string', minLength: 1, description });
const count = (description: string, minimum = 0): Field => ({ type: 'integer', minimum, description });
const code = (description: string, ...values: string[]): Field => ({
  type: 'string',
  ...(values.length > 0 ? { enum: values } : { minLength: 1 }),
  description,
});

const question = id('Id of the question.');
const endDate = day('Last day of the plan as it reads now.');
const revised = { version: count('Number of the version that holds now.', 1), endDate };
const outcome = code("Code of the outcome, as the plan's rule pack lists it.");
const yesOrNo = (description: string): Field => code(description, 'yes', 'no');

/** Every type of event that other systems may listen to. */
export const DETAIL_SCHEMAS: { readonly [T in DetailType]: DetailSchema<T> } = {
  PlanApproved: {
    when: 'HR let the draft go.',
    use: 'HR systems: ask for the signatures a launch needs in your organisation.',
    fields: {},
  },
  PlanLaunched: {
    when: 'The plan began to follow itself up; everybody is asked to acknowledge it.',
    use: 'HR and review systems: mark the period; block a regular review meanwhile.',
    fields: {
      run: count('Number of the workflow run that drives the plan.', 1),
      startDate: day('First day of the plan.'),
      endDate,
    },
  },
  AcknowledgementMissed: {
    when: 'The time to acknowledge is over and somebody kept silent; the plan goes on.',
    use: 'HR desks: call, or serve it on paper.',
    fields: { requestId: question },
  },
  CheckInCompleted: {
    when: 'Both sides have answered a check-in.',
    use: 'Review systems: one of the meetings of the period is on record.',
    fields: { requestId: question, date: day('Day of the check-in.') },
    optional: ['date'],
  },
  CheckInMissed: {
    when: 'A check-in closed and not both sides had answered.',
    use: 'HR desks: ask why, before a second one is missed. Whose doing it was comes later, as CheckInAttributed.',
    fields: { requestId: question, date: day('Day of the check-in.') },
    optional: ['date'],
  },
  CheckInAttributed: {
    when: 'HR said whose doing a missed check-in was.',
    use: 'Reports on how managers keep their meetings.',
    fields: {
      requestId: question,
      to: code('Whose doing it was; excused: nobody is to blame.', 'manager', 'employee', 'excused'),
    },
  },
  CreditGranted: {
    when: 'Days that a missed check-in had cost were given back.',
    use: 'HR and review systems: move what hangs on the last day.',
    fields: revised,
  },
  PlanAmended: {
    when: 'The plan has a new text.',
    use: 'Whoever keeps a copy: read the plan again.',
    fields: revised,
  },
  ManagerChanged: {
    when: 'Somebody else supervises from now on.',
    use: 'HR systems: check that they have the same supervisor on record.',
    fields: revised,
  },
  CapacityReduced: {
    when: 'Targets were lowered to a share of full hours.',
    use: 'Systems that send readings: read the targets again.',
    fields: revised,
  },
  PlanExtended: {
    when: 'The plan got a later last day.',
    use: 'HR and review systems: move what hangs on the last day.',
    fields: revised,
  },
  PlanPaused: {
    when: 'The clock stands still for an approved absence. Why is never told.',
    use: 'Training and meeting systems: book nothing meanwhile.',
    fields: { from: day('First day that does not count.'), until: day('Last such day, when it is known.') },
    optional: ['until'],
  },
  PlanResumed: {
    when: 'The clock runs again, and every later date moved.',
    use: 'HR, training and review systems: read the dates again.',
    fields: {
      on: day('First day that counts again.'),
      tolledDays: count('Days the clock stood still.'),
      endDate,
    },
  },
  TrainingPromised: {
    when: 'The plan promises trainings: told at the launch, and again, whole, when a change touched one.',
    use: 'Training systems: book them, and send training_completed when they were attended.',
    fields: {
      promises: {
        type: 'array',
        minItems: 1,
        description: 'Every training the plan promises now.',
        items: {
          type: 'object',
          properties: {
            item: id('Id of the item it belongs to.'),
            promise: count("Its number among the item's promises, from 1.", 1),
            due: day('By when it is promised.'),
          },
          required: ['item', 'promise', 'due'],
          additionalProperties: true,
        },
      },
    },
  },
  SupportUndelivered: {
    when: 'The employee says that promised help did not come, or not all of it.',
    use: 'HR desks and training systems: bring it, before it stands on the decision page.',
    fields: {
      requestId: question,
      item: id('Id of the item it was promised for.'),
      kind: code('What kind of help it was.', 'training', 'mentor', 'tool', 'hours', 'other'),
    },
  },
  DecisionOverdue: {
    when: 'No decision was made in time; the question went up a step, and does so again until somebody decides.',
    use: 'HR desks: a chat message or ticket beside the mails.',
    fields: { requestId: question, step: count('How often it has gone up.', 1) },
  },
  DecisionRecorded: {
    when: 'A decision counts: it was made, and confirmed where the rules ask for that.',
    use: 'HR and payroll systems: begin what your organisation does next. The employee may still respond before the plan closes.',
    fields: {
      requestId: question,
      outcome,
      early: yesOrNo('Whether it ended the plan before its last day.'),
    },
  },
  PlanClosed: {
    when: 'The plan is over.',
    use: 'HR, review and archive systems: fetch the sealed record.',
    fields: { outcome },
  },
  MonitoringStarted: {
    when: 'The plan was met, and whether it holds is watched.',
    use: 'Review systems: the watched time shows beside the next review.',
    fields: { until: day('Last day that is watched.') },
  },
  RelapseRecorded: {
    when: 'What was reached did not hold within the watched time.',
    use: 'HR systems: your rules say what follows.',
    fields: { item: id('Id of the item.'), date: day('Day it is about.') },
  },
  MonitoringEnded: {
    when: 'The watched time is over.',
    use: 'Review systems: lift the mark.',
    fields: { clean: yesOrNo('Whether nothing was recorded within it.') },
  },
  PlanWithdrawn: {
    when: 'HR took the plan back.',
    use: 'HR, training and review systems: undo what hangs on it.',
    fields: {},
  },
};

/** The JSON Schema of one detail as it is sent. More fields may come: whoever reads it ignores those it does not know. */
export function detailSchemaOf(type: DetailType): Record<string, unknown> {
  const { when, fields, optional = [] } = DETAIL_SCHEMAS[type] as DetailSchema<DetailType>;
  const needed = Object.keys(fields).filter((field) => !(optional as readonly string[]).includes(field));
  return {
    title: type,
    description: when,
    type: 'object',
    properties: {
      v: { const: DETAIL_VERSIONS[type], description: 'Version of this shape.' },
      planId: { type: 'string', pattern: '^pln[a-z2-7]{20}$', description: 'Id of the plan.' },
      ...fields,
    },
    required: ['v', 'planId', ...needed],
    additionalProperties: true,
  };
}

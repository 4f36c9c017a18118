import { LIVE } from '../../domain/agenda.ts';
import type { Instant } from '../../domain/plan.ts';
import type { Action, Preview } from '../../views/admin/executions/confirm-page.tsx';
import { STATUS_WORDS } from '../../views/admin/executions/model.ts';
import { moment } from '../../views/admin/executions/times.ts';
import { whatIsAsked } from '../../views/admin/executions/waits-for.ts';
import { SWEPT_WITHIN } from '../../views/admin/sweeper.ts';
import type { Situation } from './situation.ts';

/** What an action would do: what stops, what starts, and what people notice of it. */
export function previewOf(action: Action, situation: Situation, now: Instant): Preview {
  const { named } = situation;
  return {
    title: named.plan
      ? `Run ${named.plan.run} of the plan ${named.plan.planId}.`
      : `The execution ${named.name}.`,
    parts: [
      { heading: 'What stops', points: stops(situation) },
      { heading: 'What starts', points: action === 'stop' ? afterStop(situation) : newRun(situation, now) },
      { heading: 'What people notice', points: noticed(action, situation) },
    ],
  };
}

function stops({ details, place, named }: Situation): string[] {
  if (!details) return ['Nothing: Step Functions does not keep this execution any more.'];
  if (details.status !== 'RUNNING')
    return [`Nothing: it has ended already (${STATUS_WORDS[details.status]}).`];
  return [`The execution ${named.name}${place ? `, which is in the state “${place.state}”` : ''}.`];
}

function afterStop({ named, pulse }: Situation): string[] {
  if (!named.plan) {
    return [
      named.work
        ? 'Nothing. The work stays as far as it came; HR can go on with it at once, from its page.'
        : 'Nothing.',
    ];
  }
  if (!pulse || !LIVE.includes(pulse.status)) return ['Nothing: no run needs to drive this plan.'];
  if (pulse.run !== named.plan.run) return [`Nothing: run ${pulse.run} drives the plan.`];
  const late = pulse.nextDueAt
    ? `Nothing at once. Within ${SWEPT_WITHIN} of what is next due (${moment(pulse.nextDueAt, pulse.timeZone)}), the sweeper starts run ${pulse.run + 1}.`
    : 'Nothing: nothing comes due by itself.';
  return [late, 'To have another run at once, restart from the record instead.'];
}

function newRun({ pulse }: Situation, now: Instant): string[] {
  if (!pulse) return ['Nothing.'];
  const next = pulse.nextDueAt;
  const day = next && moment(next, pulse.timeZone);
  return [
    `Run ${pulse.run + 1} of the plan, on the current version of the workflow. It reads the record and goes on from there.`,
    ...(day && next < now ? [`What has been due since ${day} is done at once.`] : []),
    ...(day && next >= now ? [`It then waits until ${day}, or until everybody asked has answered.`] : []),
  ];
}

function noticed(action: Action, { named, pulse }: Situation): string[] {
  if (!named.plan)
    return [named.work ? 'Its page says that it was stopped. What is done stays done.' : 'Nothing.'];
  const open = pulse?.openRequests ?? [];
  return [
    action === 'stop'
      ? 'Links and forms work, and answers are recorded; reminders wait until a run drives the plan again.'
      : 'Nothing. Nobody is asked again and nothing is sent twice: the record knows what was asked and sent.',
    ...open.map(
      (request) =>
        `Stays open, with the same links: ${whatIsAsked(request, pulse?.startDate ?? '')}, due ${moment(request.dueAt, pulse?.timeZone ?? 'UTC')}.`,
    ),
  ];
}

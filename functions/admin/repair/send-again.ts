import type { Command } from '../../../domain/commands.ts';
import { NotAsked } from '../../../domain/errors.ts';
import { isPutRight } from '../../../domain/listing/lost-mail.ts';
import { isMailable } from '../../../domain/mailable.ts';
import type { Plan } from '../../../domain/plan.ts';
import { confirmRepairPage } from '../../../views/admin/repair/confirm-page.tsx';
import { nameOf } from '../../../views/models/plan-view.ts';
import { theQuestion } from '../../../views/models/questions.ts';
import { en } from '../../../views/words/en.ts';
import { dryRun } from '../../api/dry-run.ts';
import { planIdOf } from '../../api/plan-id.ts';
import { commandContext } from '../../command-context.ts';
import type { WebResponse } from '../../http.ts';
import type { SiteRequest } from '../../site.ts';
import type { AdminPorts } from '../ports.ts';

/** The domain answers with no event once a person was sent so many links within a day. */
export const ENOUGH =
  'As many links as may go to one person within a day were sent already. Serve it on paper, or try tomorrow.';

type Renewal = Extract<Command, { type: 'RenewLink' }>;

/** GET /admin/repair/{planId}/mail: a question whose mail certainly did not arrive, to be sent once more. */
export async function showSendAgain(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const planId = planIdOf(request);
  const plan = await ports.store.load(planId);
  const { requestId, to } = named(request.query);
  const renewal = renewalOf(plan, requestId, to);
  const name = nameOf(plan, to);
  const tried = renewal && dryRun(renewal, plan, commandContext(ports, planId, request.actor));
  const over = !renewal
    ? 'This mail is not lost any more, or it may have left: it is not sent again.'
    : tried?.preview.length === 0
      ? ENOUGH
      : undefined;
  const about = plan.requests[requestId];
  const body = confirmRepairPage(request.frame, {
    title: `Send it again to ${name}`,
    action: `/admin/repair/${planId}/mail`,
    effects: [
      `${name} gets a mail with a new link to ${about ? theQuestion(about, plan, en) : requestId}, at the address in the plan.`,
      'The link of the mail that did not arrive opens nothing any more.',
      'Before you do: if the address is wrong, correct it instead; the question is then mailed again by itself.',
    ],
    fields: [],
    values: new Map(),
    faults: [],
    carried: [
      ['requestId', requestId],
      ['to', to],
    ],
    button: 'Send it again now',
    ...(over !== undefined && { over }),
  });
  return { status: 200, body };
}

/** POST /admin/repair/{planId}/mail: sends it, if it is still lost. @throws NotAsked */
export async function sendAgain(request: SiteRequest, ports: AdminPorts): Promise<WebResponse> {
  const planId = planIdOf(request);
  const plan = await ports.store.load(planId);
  const { requestId, to } = named(request.form ?? new URLSearchParams());
  const renewal = renewalOf(plan, requestId, to);
  if (!renewal) throw new NotAsked(requestId);
  const { events } = await ports.store.commit(planId, renewal, commandContext(ports, planId, request.actor));
  const isSent = events.some(({ type }) => type === 'LinkRenewed');
  return { status: 303, headers: { Location: `/admin/repair?done=${isSent ? 'mail' : 'enough'}` } };
}

const named = (form: URLSearchParams) => ({
  requestId: form.get('requestId') ?? '',
  to: form.get('to') ?? '',
});

/** Of a mail that is known not to have arrived, and that nothing has put right since; nobody is asked twice in doubt. */
function renewalOf(plan: Plan, requestId: string, to: string): Renewal | undefined {
  const request = plan.requests[requestId];
  const person = request?.respondents.find(({ participant }) => participant === to);
  const mails = plan.undelivered.filter(
    (mail) => mail.requestId === requestId && mail.to === to && !isPutRight(mail, plan),
  );
  const isLost =
    mails.length > 0 && mails.every(({ outcome }) => outcome !== 'unknown') && isMailable(to, plan);
  if (!person || !isLost || request?.status !== 'open' || request.kind === 'survey') return undefined;
  return { type: 'RenewLink', link: person.link, participant: to, requestId, purpose: 'answer' };
}

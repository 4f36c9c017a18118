import { HtmlValidate } from 'html-validate';
import { evolve, owed, type Plan } from '../../domain/index.ts';
import {
  type MailItem,
  type MailModel,
  mailModel,
  type RenderedMail,
  renderMail,
} from '../../views/mails.ts';
import { dcDraft } from '../support/plans.ts';
import { Scenario } from '../support/scenario.ts';
import * as lived from './lived.ts';
import { frame } from './sample.ts';

export const LINK =
  'https://plans.example/l/plnaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbb.cccccccccccccccccccccccccccccccccccccccccccc';

export interface Sent {
  item: MailItem;
  mail: RenderedMail;
  plan: Plan;
}

export const sent = (item: MailItem, plan: Plan, now = plan.updatedAt, words = frame.words): Sent => ({
  item,
  mail: renderMail(item.template, modelOf(item, plan, now, words)),
  plan,
});

export const modelOf = (item: MailItem, plan: Plan, now = plan.updatedAt, words = frame.words): MailModel =>
  mailModel({
    item,
    plan,
    link: item.link && LINK,
    organisation: 'Department of Buildings',
    contactEmail: 'people-team@agency.example',
    now,
    words,
  });

/** Every mail that a plan has owed, each as it was on the plan of its moment. */
export function mailsOfLife({ events }: Scenario): Sent[] {
  let plan: Plan | undefined;
  return events.flatMap((event) => {
    const now = evolve(plan, event);
    plan = now;
    return owed(event, now).flatMap((item) => (item.kind === 'mail' ? [sent(item, now)] : []));
  });
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'no-raw-characters': 'off',
    'long-title': 'off',
    // Mail programs read styles on elements and tables that lay out; browsers' manners do not apply.
    'no-inline-style': 'off',
    'no-deprecated-attr': 'off',
    'presentation-role-style': 'off',
  },
});

export const faultsOf = (html: string): string[] =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));

/** Every mail of plans on which everything happened that can. */
export const livesMailed = (): Sent[] =>
  [
    lived.notMet(),
    lived.sentBack(),
    lived.shared(),
    lived.amended(),
    lived.asked(),
    lived.handedOver(),
    lived.calledOff(),
    lived.calledBack(),
    lived.onPaper(),
    lived.paused().until('2027-02-18T15:00:00Z'),
  ].flatMap(mailsOfLife);

/** The two mails of the time after success. */
export function afterSuccess(): Sent[] {
  const plan = Scenario.launched(dcDraft()).require();
  const watched = { ...plan, monitoring: { until: '2027-12-06', endsAt: '2027-12-07T05:00:00Z' } };
  return (['clean-period', 'relapse-recorded'] as const).flatMap((template) =>
    ['employee', 'hr'].map((to) => sent({ kind: 'mail', key: 'k', template, to }, watched)),
  );
}

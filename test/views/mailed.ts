import { HtmlValidate } from 'html-validate';
import { evolve, owed, type Plan } from '../../domain/index.ts';
import { type MailItem, mailModel, type RenderedMail, renderMail } from '../../views/mails.ts';
import type { Scenario } from '../support/scenario.ts';

export const LINK =
  'https://plans.example/l/plnaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbb.cccccccccccccccccccccccccccccccccccccccccccc';

export interface Sent {
  item: MailItem;
  mail: RenderedMail;
  plan: Plan;
}

export function sent(item: MailItem, plan: Plan, now = plan.updatedAt): Sent {
  const model = mailModel({
    item,
    plan,
    link: item.link && LINK,
    organisation: 'Department of Buildings',
    contactEmail: 'people-team@agency.example',
    now,
  });
  return { item, mail: renderMail(item.template, model), plan };
}

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

import { CANARY_PACK } from '../../domain/canary.ts';
import type { Instant, PlanDraft } from '../../domain/plan.ts';

/** Mailboxes of Amazon SES for tests: no person reads them, and what they do counts against nobody's reputation. */
const SIMULATOR = 'simulator.amazonses.com';
const mailbox = (behaves: 'success' | 'bounce' | 'complaint', label: string): string =>
  `${behaves}+${label}@${SIMULATOR}`;

/** How every canary is called, and found afterwards. */
export const CANARY_TITLE = 'Canary';

/** A zone where it is about noon: there nobody is spared a mail because it is night. */
export function noonZone(now: Instant): string {
  const ahead = 12 - new Date(now).getUTCHours();
  // The names of these zones count the other way round.
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

const dayAfter = (now: Instant, days: number): string =>
  new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * A plan about nobody: a lead whose mail arrives, a supervisor whose mail comes back, HR whose mailbox complains. It is
 * withdrawn long before it would begin.
 *
 * @param label tells canaries apart; letters, digits and hyphens
 */
export const canaryDraft = (label: string, now: Instant): PlanDraft => ({
  title: `${CANARY_TITLE} ${label}`,
  pack: CANARY_PACK,
  timeZone: noonZone(now),
  triage: { purpose: 'improvement', expectationsKnown: true, helpGiven: true, managerDidTheirPart: true },
  subject: { type: 'program', participant: 'lead' },
  participants: [
    { id: 'lead', role: 'lead', name: 'Canary Lead', email: mailbox('success', `lead-${label}`) },
    {
      id: 'supervisor',
      role: 'supervisor',
      name: 'Canary Supervisor',
      email: mailbox('bounce', `supervisor-${label}`),
    },
    { id: 'hr', role: 'hr', name: 'Canary HR', email: mailbox('complaint', `hr-${label}`) },
  ],
  startDate: dayAfter(now, 10),
  endDate: dayAfter(now, 40),
  issuer: { participant: 'supervisor' },
  reason: {
    summary: 'A test of the deployment. It is about no person and is withdrawn within minutes.',
    priorCoaching: [{ date: dayAfter(now, -2), summary: 'None: this is a test.' }],
    evidence: [{ date: dayAfter(now, -2), summary: 'None: this is a test.' }],
  },
  items: [
    {
      id: 'canary',
      source: { kind: 'smart_goal', goal: 'By the end date 1 canary is withdrawn.' },
      deficiency: 'None: this is a test.',
      desiredOutcome: 'The deployment does what it should.',
      actions: [{ what: 'Nothing: this is a test.' }],
      measure: { name: 'Canaries', unit: 'count', baseline: 0, target: 1, direction: 'increase' },
      checkIns: [{ date: dayAfter(now, 24), benchmark: 1 }],
      support: [],
    },
  ],
});

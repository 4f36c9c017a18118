import { addDays } from '../../../domain/days.ts';
import type { RulePack } from '../../../domain/pack.ts';
import type { Day, Role } from '../../../domain/plan.ts';
import { rulesFor } from '../../../domain/rules.ts';
import type { TaskPorts } from '../../ports.ts';
import { checkInDays } from './cadence.ts';
import type { Content } from './content.ts';

const USUAL_DAYS = 60;

/** A plan that nobody has written anything in yet, as the organisation's own rules would have it begin. */
export function blankPlan({
  library,
  settings,
  now,
}: Pick<TaskPorts, 'library' | 'settings' | 'now'>): Content {
  const { pack: ref, timeZone } = settings.defaults;
  const rules = rulesFor(ref, timeZone, library);
  if (!rules) return { participants: [], items: [] };
  const { pack, calendar } = rules;
  // A week for reading, approving and handing over.
  const startDate = calendar.add(calendar.dayOf(now()), '+5bd');
  const endDate = addDays(startDate, lengthIn(pack) - 1);
  const roles = rolesIn(pack);
  const days = checkInDays(startDate, endDate, 2, calendar);
  return {
    title: '',
    pack: ref,
    participants: roles.map((role) => ({ id: role, role, name: '', email: '' })),
    subject: { type: 'employee', participant: roles.includes('employee') ? 'employee' : '' },
    issuer: { participant: roles.includes(pack.issuer.is.role) ? pack.issuer.is.role : '' },
    startDate,
    endDate,
    reason: {
      summary: '',
      priorCoaching: times(pack.content.minPriorCoaching.is, () => ({ date: '', summary: '' })),
      evidence: times(pack.content.minEvidence.is, () => ({ date: '', summary: '' })),
    },
    items: times(Math.max(1, pack.content.minItems.is), (at) => blankItem(at, days, pack)),
  };
}

/** One who is in charge is always needed, also where the rules do not say how many. */
function rolesIn(pack: RulePack): Role[] {
  const asked = Object.entries(pack.participants.is).filter(([, count]) => count && count.min > 0);
  const roles = asked.map(([role]) => role as Role);
  return roles.length > 0 ? roles : ['employee', 'supervisor', 'hr'];
}

function lengthIn({ duration }: RulePack): number {
  const wanted = Math.min(Math.max(USUAL_DAYS, duration.minDays.is), duration.maxDays.is);
  const step = duration.incrementDays.is;
  return step === null ? wanted : Math.max(duration.minDays.is, Math.floor(wanted / step) * step);
}

function blankItem(at: number, days: readonly Day[], pack: RulePack): Content {
  const kinds = pack.content.sources.is;
  return {
    id: `item-${at + 1}`,
    source: {
      kind: kinds.includes('competency') && pack.content.competencies.is.length > 0 ? 'competency' : kinds[0],
    },
    deficiency: '',
    desiredOutcome: '',
    actions: times(Math.max(1, pack.content.minActions.is), () => ({ what: '' })),
    measure: { name: '', unit: '' },
    checkIns: days.map((date) => ({ date })),
    support: [],
  };
}

const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

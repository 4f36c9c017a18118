import type { FiredOrFolded, Moved } from '../control/clock-move.ts';
import type { Mail } from '../inbox.ts';
import { aboutOf } from './plan-list.tsx';
import { callApi, type HomeOptions, listPlans, type PlanRow, type TimelineEntry } from './world.ts';

/** Something that happened to a plan, or a mail about it. */
export interface Happened {
  at: string;
  text: string;
  /** Which plan it is about, when there are several. */
  about?: string;
  /** The page that shows it whole. */
  href?: string;
}

/** What a move of the clock brought about. */
export interface News {
  now: string;
  happened: Happened[];
  /** What the clock ran for it. */
  fired: FiredOrFolded[];
  /** The zone the plans have in common, to tell moments in. */
  timeZone: string;
}

const mailNews = (mail: Mail, plans: readonly PlanRow[]): Happened => {
  const people = new Map(
    plans.flatMap(({ participants }) => participants.map(({ email, name }) => [email.toLowerCase(), name])),
  );
  const names = mail.to.map((address) => people.get(address.toLowerCase()) ?? address);
  return {
    at: mail.at,
    text: `Mail to ${names.join(', ')}: ${mail.subject}`,
    href: `/_sandbox/ui/mail/${encodeURIComponent(mail.id)}`,
  };
};

/** Looks at the world now; the answer, called after a move, tells what is new since. */
export const startWatch = async ({
  gateway,
  inbox,
}: HomeOptions): Promise<(moved: Moved) => Promise<News>> => {
  // A move is told even when the app cannot say what it did.
  const plansNow = () => listPlans(gateway).catch((): PlanRow[] => []);
  const versions = new Map((await plansNow()).map(({ planId, version }) => [planId, version]));
  const mailsBefore = new Set(inbox.list().map(({ id }) => id));

  const sinceIn = async (plan: PlanRow): Promise<Happened[]> => {
    const known = versions.get(plan.planId) ?? 0;
    if (plan.version === known) return [];
    const address = `/api/plans/${encodeURIComponent(plan.planId)}/timeline`;
    const { entries } = await callApi<{ entries: TimelineEntry[] }>(gateway, 'GET', address);
    // One entry of the past for each event, in order.
    return entries
      .filter(({ kind }) => kind === 'past')
      .slice(known)
      .map(({ at, text }) => ({ at, text, href: `/_sandbox/ui/plans/${encodeURIComponent(plan.planId)}` }));
  };

  return async ({ now, fired }) => {
    const plans = await plansNow();
    const label = (happened: Happened[], plan: PlanRow | undefined): Happened[] =>
      plans.length > 1 && plan ? happened.map((one) => ({ ...one, about: aboutOf(plan) })) : happened;
    const happened: Happened[] = [];
    for (const plan of plans) happened.push(...label(await sinceIn(plan).catch(() => []), plan));
    for (const mail of inbox.list().filter(({ id }) => !mailsBefore.has(id))) {
      const plan = plans.find(({ planId }) => planId === mail.tags.plan);
      happened.push(...label([mailNews(mail, plan ? [plan] : plans)], plan));
    }
    const zones = new Set(plans.map(({ timeZone }) => timeZone));
    const [timeZone = 'UTC'] = zones.size === 1 ? zones : [];
    return { now, fired, timeZone, happened: happened.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)) };
  };
};

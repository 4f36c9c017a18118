import type { FiredOrFolded, Moved } from '../control/clock-move.ts';
import type { Mail } from '../inbox.ts';
import { at } from './address.ts';
import type { Desk } from './desk.ts';
import { aboutOf } from './plan-list.tsx';
import type { PlanRow } from './world.ts';

/** Something that happened to a plan, or a mail about it. */
export interface Happened {
  at: string;
  /** `mail`, or the type of the event. */
  kind: string;
  text: string;
  /** Which plan it is about, when there are several. */
  about?: string;
  /** The page that shows it whole. */
  href?: string;
}

/** What a move of the clock, or a form, brought about. */
export interface News {
  now: string;
  happened: Happened[];
  /** What the clock ran for it. */
  fired: FiredOrFolded[];
  /** The zone the plans have in common, to tell moments in. */
  timeZone: string;
  /** What was done, when it was not the clock alone that moved. */
  title?: string;
}

const mailNews = (mail: Mail, plans: readonly PlanRow[]): Happened => {
  const people = new Map(
    plans.flatMap(({ participants }) => participants.map(({ email, name }) => [email.toLowerCase(), name])),
  );
  const names = mail.to.map((address) => people.get(address.toLowerCase()) ?? address);
  return {
    at: mail.at,
    kind: 'mail',
    text: `Mail to ${names.join(', ')}: ${mail.subject}`,
    href: at(['mail', mail.id]),
  };
};

/** Looks at the world now; the answer, called after a move, tells what is new since. */
export const startWatch = async (desk: Desk): Promise<(moved: Moved) => Promise<News>> => {
  const { inbox } = desk.options;
  // A move is told even when the app cannot say what it did.
  const plansNow = () => desk.plans().catch((): PlanRow[] => []);
  const versions = new Map((await plansNow()).map(({ planId, version }) => [planId, version]));
  const mailsBefore = new Set(inbox.list().map(({ id }) => id));

  const sinceIn = async (plan: PlanRow): Promise<Happened[]> => {
    const known = versions.get(plan.planId) ?? 0;
    if (plan.version === known) return [];
    const href = at(['plans', plan.planId]);
    // One entry of the past for each event, in order.
    return (await desk.timeline(plan.planId))
      .filter(({ kind }) => kind === 'past')
      .slice(known)
      .map(({ at, what, text }) => ({ at, kind: what, text, href }));
  };

  return async ({ now, fired }) => {
    desk.changed();
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

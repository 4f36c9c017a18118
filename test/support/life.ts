import type { PlanDraft, PlanEvent } from '../../domain/index.ts';
import { get, post, Refused } from '../../sandbox/story/http.ts';
import { Person } from '../../sandbox/story/people.ts';
import { instantOf } from '../../sandbox/story/story-file.ts';
import { type QuickApp, quickApp } from './quick-app.ts';

export interface ReadMail {
  at: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  links: string[];
}

/** What the API refused, as its problem document says it. */
export interface Problem {
  status: number;
  code: string;
  detail: string;
  errors?: { field: string; message: string; rule: string; citation: string }[];
}

/**
 * One plan lived through the front door: HR by the API, everybody else by the links in their mails, time by the clock.
 * Local times are in the plan's zone.
 */
export class Life {
  planId = '';

  private constructor(
    readonly app: QuickApp,
    readonly draft: PlanDraft,
    private readonly zone: string,
  ) {}

  static async begin(draft: PlanDraft, clock = '2026-12-01T14:00:00Z'): Promise<Life> {
    const life = new Life(await quickApp(clock), draft, draft.timeZone ?? 'America/New_York');
    const { planId } = await post<{ planId: string }>(life.app.url, '/api/plans', draft);
    life.planId = planId;
    return life;
  }

  /** Begun, approved and launched at once. */
  static async launched(draft: PlanDraft, clock?: string): Promise<Life> {
    const life = await Life.begin(draft, clock);
    await life.hr('approve');
    await life.hr('launch');
    return life;
  }

  async hr(type: string, fields: object = {}): Promise<void> {
    await post(this.app.url, `/api/plans/${this.planId}/commands`, { type, ...fields });
    await this.settle();
  }

  /** What the API says to a command it refuses. */
  async refused(type: string, fields: object = {}): Promise<Problem> {
    return problemOf(this.app.url, `/api/plans/${this.planId}/commands`, { type, ...fields });
  }

  /** Opens the newest link to the question, fills in its form and sends it. */
  async answer(who: string, request: string, form: Record<string, string>): Promise<void> {
    await this.person(who).answer(request, form);
    await this.settle();
  }

  person(who: string): Person {
    return new Person(this.app.url, who, this.emailOf(who));
  }

  /** Lets time pass up to a local moment. */
  async until(local: string): Promise<void> {
    await post(this.app.url, '/_sandbox/clock', { to: instantOf(local, this.zone) });
  }

  plan<T = Record<string, unknown>>(): Promise<
    T & { status: string; outcome: string | null; endDate: string }
  > {
    return get(this.app.url, `/api/plans/${this.planId}`);
  }

  async events<T extends PlanEvent['type']>(type?: T): Promise<Extract<PlanEvent, { type: T }>[]> {
    const { events } = await get<{ events: PlanEvent[] }>(this.app.url, `/api/plans/${this.planId}/events`);
    return events.filter((event) => type === undefined || event.type === type) as never;
  }

  async timeline(): Promise<{ at: string; kind: string; what: string; text: string }[]> {
    const { entries } = await get<{ entries: { at: string; kind: string; what: string; text: string }[] }>(
      this.app.url,
      `/api/plans/${this.planId}/timeline`,
    );
    return entries;
  }

  mails(who?: string): Promise<ReadMail[]> {
    const to = who ? `&to=${encodeURIComponent(this.emailOf(who))}` : '';
    return get(this.app.url, `/_sandbox/mail?plan=${this.planId}${to}`);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  private emailOf(who: string): string {
    const person = this.draft.participants.find(({ id }) => id === who);
    if (!person) throw new RangeError(`The plan has no participant ${who}.`);
    return person.email;
  }

  private settle(): Promise<unknown> {
    return post(this.app.url, '/_sandbox/clock', { advance: 'PT0S' });
  }
}

/** The problem document a call is refused with. */
export async function problemOf(base: string, path: string, body: object): Promise<Problem> {
  const reply = await fetch(new URL(path, base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (reply.ok) throw new Refused(`${path} was not refused.`);
  return (await reply.json()) as Problem;
}

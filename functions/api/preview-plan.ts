import * as z from 'zod/mini';
import type { Context } from '../../domain/commands.ts';
import { futureOf, type Moment, type WhatIf } from '../../domain/future.ts';
import type { RulePack } from '../../domain/pack.ts';
import type { Day, Instant, MailTemplate, PlanDraft, RequestId, RequestKind } from '../../domain/plan.ts';
import { nameOf } from '../../views/models/plan-view.ts';
import { describePlanned } from '../../views/timeline.ts';
import { commandContext } from '../command-context.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { brokenBy, brokenIn, warningsOf } from './read-draft.ts';
import { inShape, readJson } from './read-json.ts';
import { PlanDraftShape } from './schema.ts';

const day = z.iso.date('Write a day that exists as 2026-12-01.');
const WhatIfShape: z.ZodMiniType<WhatIf> = z.strictObject({
  launchAt: z.exactOptional(
    z.iso.datetime({ precision: 0, error: 'Write a moment in UTC, in whole seconds: 2026-12-01T14:00:00Z.' }),
  ),
  people: z.exactOptional(z.enum(['silent', 'answer'])),
  silent: z.exactOptional(z.array(z.string())),
  absences: z.exactOptional(z.array(z.strictObject({ from: day, until: day })).check(z.maxLength(50))),
});
/** What `POST /api/plans/preview` takes. */
export const PreviewShape = z.strictObject({ draft: PlanDraftShape, whatIf: z.exactOptional(WhatIfShape) });

/** Everything that would happen at one moment. */
export interface PreviewedMoment {
  at: Instant;
  /** One plain sentence per event. */
  text: string[];
  /** Who would be written to, by name. */
  mails: { to: string; template: MailTemplate }[];
}

interface PreviewedDeadline {
  requestId: RequestId;
  kind: RequestKind;
  date?: Day;
  opensAt: Instant;
  dueAt: Instant;
  /** When it closes without an answer; `null` for questions that stay until somebody answers. */
  closesAt: Instant | null;
  /** Who would be asked, by name. */
  asked: string[];
}

/** POST /api/plans/preview: what a draft would lead to. Nothing is kept, and a broken rule is part of the answer. */
export async function previewPlan(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const { draft, whatIf } = inShape(PreviewShape, readJson(request));
  const context = commandContext(ports, ports.ids.plan(), request.actor);
  const { broken, moments } = lookAhead(draft, context, whatIf);
  const warnings = warningsOf(draft, context);
  return {
    status: 200,
    json: { broken, warnings, future: futureIn(moments, context), deadlines: deadlinesIn(moments) },
  };
}

/** The rules a draft breaks, and when it breaks none, its future. */
export function lookAhead(draft: PlanDraft, context: Context, whatIf?: WhatIf) {
  const broken = brokenBy(draft, context);
  let moments: Moment[] = [];
  if (broken.length > 0) return { broken, moments };
  // A sound draft may still not be launched when it is meant to be, or its people not be away when they are.
  return {
    broken: brokenIn(() => {
      moments = futureOf(draft, context, whatIf);
    }),
    moments,
  };
}

/** The same in words. */
export function futureIn(moments: Moment[], { library }: Context): PreviewedMoment[] {
  const pinned = moments[0]?.plan.pack;
  const pack: RulePack | undefined = pinned && library.pack(`${pinned.id}@${pinned.version}`);
  return moments.map(({ at, facts, mails, plan }) => ({
    at,
    text: facts.map((fact) => describePlanned(fact, plan, pack)),
    mails: mails.map(({ to, template }) => ({ to: nameOf(plan, to), template })),
  }));
}

/** Every question of the future as it stands in the end, with all that has moved it. */
function deadlinesIn(moments: Moment[]): PreviewedDeadline[] {
  const plan = moments.at(-1)?.plan;
  return Object.values(plan?.requests ?? {})
    .map(({ id, kind, date, openedAt, dueAt, missedAt, respondents }) => ({
      requestId: id,
      kind,
      ...(date && { date }),
      opensAt: openedAt,
      dueAt,
      closesAt: missedAt,
      asked: plan ? respondents.map(({ participant }) => nameOf(plan, participant)) : [],
    }))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

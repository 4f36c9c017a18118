import type { Desk } from './desk.ts';
import { EmptyLink } from './example-list.tsx';
import { listExamples } from './examples.ts';
import { guideFor } from './guide.tsx';
import { TroubleNotice } from './layout.tsx';
import { PlanList } from './plan-list.tsx';
import type { Shown } from './shown.ts';
import { troubleOf } from './trouble.ts';
import type { PlanRow } from './world.ts';

/** The first page: the guide, the plans, the examples. */
export const homePage = async (desk: Desk): Promise<Shown> => {
  let trouble: unknown;
  const plans = await desk.plans().catch((error: unknown): PlanRow[] => {
    trouble = error;
    return [];
  });
  const examples = await listExamples(desk.options.examples);
  const guide = trouble ? null : await guideFor(desk, plans).catch(() => null);
  return {
    title: 'Home',
    plans,
    children: (
      <>
        <h1 class="unseen">Plans</h1>
        {trouble ? <TroubleNotice trouble={troubleOf(trouble)} /> : null}
        {guide}
        <PlanList plans={plans} examples={examples} now={desk.options.clock.now()} began={desk.began} />
        <div class="over">
          <EmptyLink label="Empty the sandbox and start over" />
        </div>
      </>
    ),
  };
};

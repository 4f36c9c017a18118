import { type AdminFrame, adminPage } from '../layout.tsx';
import { SWEPT_WITHIN } from '../sweeper.ts';
import { executionHref } from './model.ts';

export interface GoneModel {
  name: string;
  /** Of a plan that is there. */
  plan?: { planId: string; run: number; isLive: boolean; isThisRun: boolean };
  canAct: boolean;
}

/** When Step Functions does not keep an execution. */
export const gonePage = (frame: AdminFrame, { name, plan, canAct }: GoneModel): string =>
  adminPage(
    frame,
    {
      title: 'This execution is not kept',
      lead: 'Step Functions forgets an execution 90 days after it ended, and never had one that was not started.',
      crumbs: [{ href: '/admin/executions', text: 'Executions' }],
    },
    <>
      <p>
        Asked for: <span class="mono">{name}</span>
      </p>
      {plan ? (
        <>
          <p>
            Nothing of the plan is lost: its record has everything that happened, whatever Step Functions
            keeps.
          </p>
          <PlanPart name={name} plan={plan} canAct={canAct} />
        </>
      ) : (
        <p>No plan of that id is there either. Check the address, or search the list for the plan's id.</p>
      )}
      <p>
        <a href="/admin/executions">All executions</a>
      </p>
    </>,
  );

const PlanPart = ({ name, plan, canAct }: GoneModel & { plan: NonNullable<GoneModel['plan']> }) => {
  if (!plan.isLive) return <p>The plan is over, or not launched yet: no execution needs to drive it.</p>;
  if (!plan.isThisRun) {
    return (
      <p>
        Run {plan.run} drives the plan now:{' '}
        <a href={executionHref(`${plan.planId}-r${plan.run}`)}>
          {plan.planId}-r{plan.run}
        </a>
      </p>
    );
  }
  return (
    <>
      <p>
        The plan says that this run drives it, and it is not there. The sweeper starts another within{' '}
        {SWEPT_WITHIN}
        of the next thing that is due.
      </p>
      {canAct ? (
        <p class="actions">
          <a class="button" href={`${executionHref(name)}/restart`}>
            Restart from the record …
          </a>
        </p>
      ) : null}
    </>
  );
};

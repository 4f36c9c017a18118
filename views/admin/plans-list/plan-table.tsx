import type { Instant } from '../../../domain/plan.ts';
import type { PlansModel } from './model.ts';
import { PlanRow } from './plan-row.tsx';

/** The plans of one page. HR can choose some of them and do the same with all. */
export const PlanTable = ({ model, now, caption }: { model: PlansModel; now: Instant; caption: string }) =>
  model.mayAct ? (
    <form method="post" action="/admin/bulk">
      <Table model={model} now={now} caption={caption} />
      <div class="actions">
        <button type="submit" class="button-plain">
          Do the same with the chosen plans
        </button>
        <span class="soft small">You choose what, and see what would happen, on the next page.</span>
      </div>
    </form>
  ) : (
    <Table model={model} now={now} caption={caption} />
  );

const Table = ({ model, now, caption }: { model: PlansModel; now: Instant; caption: string }) => (
  <div class="scroll">
    <table class="table plans">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {model.mayAct ? (
            <th scope="col" class="chosen">
              <span class="visually-hidden">Chosen</span>
              <input
                type="checkbox"
                data-needs-script
                data-check-all="planId"
                aria-label="Choose all plans on this page"
              />
            </th>
          ) : null}
          <th scope="col">Who, and the plan</th>
          <th scope="col">Status</th>
          <th scope="col">Waiting on</th>
          <th scope="col">Next due</th>
          <th scope="col">Decision due</th>
        </tr>
      </thead>
      <tbody>
        {model.plans.map((plan) => (
          <PlanRow key={plan.planId} plan={plan} now={now} mayAct={model.mayAct} />
        ))}
      </tbody>
    </table>
  </div>
);

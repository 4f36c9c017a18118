import type { PlanPageModel } from '../../models/plan-page.ts';
import { PlanPageBody } from '../../pages/plan.tsx';
import { en } from '../../words/en.ts';
import { type AdminFrame, adminPage } from '../layout.tsx';

/** A plan as its supervisor or reviewer may see it. They answer by the links in their mail, not here. */
export const managerPage = (frame: AdminFrame, model: PlanPageModel): string =>
  adminPage(
    frame,
    {
      title: model.planTitle,
      lead: 'What you see here is what the page behind your links shows. To answer a question, use the link in its mail.',
      crumbs: [{ href: '/admin/plans', text: 'Plans' }],
    },
    <PlanPageBody model={model} frame={{ words: en }} />,
  );

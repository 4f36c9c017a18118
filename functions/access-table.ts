import { ACCESS_ROLES, type Rule } from './access.ts';
import { allAdminRoutes } from './admin/areas.ts';
import { ROUTES as API_ROUTES } from './api/routes.ts';
import { executionRoutes } from './executions/routes.ts';

/** Every address for people who sign in and for programs, with who may use it, as the doors themselves have it. */
export const ACCESS: Readonly<
  Record<'api' | 'admin' | 'executions', Readonly<Record<string, { who: Rule }>>>
> = {
  api: API_ROUTES,
  admin: await allAdminRoutes(),
  executions: executionRoutes,
};

const TITLES = { api: 'API', admin: 'Admin site', executions: 'Executions' } as const;

/** The same as a page of the reference. */
export function accessReference(): string {
  const tables = Object.entries(ACCESS).map(([door, routes]) => {
    const rows = Object.entries(routes)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([route, { who }]) => `| \`${route}\` | ${ACCESS_ROLES.map((role) => who[role] ?? '').join(' | ')} |`,
      );
    return [
      `## ${TITLES[door as keyof typeof TITLES]}`,
      '',
      `| address | ${ACCESS_ROLES.join(' | ')} |`,
      `| --- | ${ACCESS_ROLES.map(() => '---').join(' | ')} |`,
      ...rows,
      '',
    ].join('\n');
  });
  return [INTRODUCTION, ...tables].join('\n');
}

const INTRODUCTION = `# Who may do what

Made by \`npm run docs\` from the tables that the functions themselves go by. \`all\` is every plan; \`own\` is the plans
whose supervisor or reviewer has the e-mail address of whoever signed in; an empty cell is refused. Somebody with several
roles may do what any of them may. Participants do not sign in: what they see and do is in
[who sees what](visibility.md).

**Nobody acts on the plan that is about themselves, nor reads it here**, whatever their role: whoever signed in with the
address of the person a plan is about gets 403 \`about_you\` at every address of that plan, does not find it in lists and
exports, can neither draft nor copy such a plan, and bulk work that they start refuses that row. They read it by the link
in their e-mails; somebody else in HR does the rest.

- **hr** starts, steers and closes plans.
- **manager** reads the plans they supervise or review, as far as a supervisor may see them: from the launch, or from the
  draft being shared with the employee, for as long as a link to the plan opens it. An address that somebody reported as
  not theirs opens nothing until HR has corrected it. A plan that is not theirs, one that is not there and one whose
  record was deleted get one and the same answer.
- **auditor** reads every plan, and changes nothing.
- **recorder** is a program: it sends \`readings\` and \`training_completed\`, and reads nothing of a plan.
- **operator** watches and repairs executions. No page of theirs holds names, addresses or anybody's words.
`;

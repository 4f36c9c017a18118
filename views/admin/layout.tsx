import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Instant } from '../../domain/plan.ts';

/** What a signed-in reader may be. */
export type ReaderRole = 'hr' | 'manager' | 'auditor' | 'operator' | 'recorder';

/** Something that was just done, or could not be. */
export interface Notice {
  kind: 'done' | 'trouble';
  title: string;
  points?: readonly string[];
}

/** What every page of the admin site needs to know besides its own model. */
export interface AdminFrame {
  organisation: string;
  reader: { name: string; roles: readonly ReaderRole[] };
  /** The path of the page. */
  here: string;
  now: Instant;
  /** The organisation's own. */
  timeZone: string;
  notice?: Notice;
}

export interface AdminPage {
  title: string;
  /** One or two sentences under the title. */
  lead?: string;
  /** The way here, from the outside in, without the page itself. */
  crumbs?: readonly { href: string; text: string }[];
  /** For broad tables and drawings. */
  wide?: boolean;
}

interface Area {
  href: string;
  text: string;
  for: readonly ReaderRole[];
}

const AREAS: readonly Area[] = [
  { href: '/admin/plans', text: 'Plans', for: ['hr', 'manager', 'auditor'] },
  { href: '/admin/drafts', text: 'Writing', for: ['hr'] },
  { href: '/admin/import', text: 'Import', for: ['hr'] },
  { href: '/admin/jobs', text: 'Bulk work', for: ['hr'] },
  { href: '/admin/repair', text: 'Repair', for: ['hr', 'operator'] },
  { href: '/admin/reports', text: 'Reports', for: ['hr', 'auditor'] },
  { href: '/admin/executions', text: 'Executions', for: ['auditor', 'operator'] },
  { href: '/api/docs', text: 'API', for: ['hr', 'auditor', 'operator'] },
];

const ROLE_NAMES: Record<ReaderRole, string> = {
  hr: 'HR',
  manager: 'manager',
  auditor: 'auditor',
  operator: 'operator',
  recorder: 'recorder',
};

/** One whole page of the admin site as text, for somebody who is signed in. */
export const adminPage = (frame: AdminFrame, page: AdminPage, children: ComponentChildren): string =>
  documentOf({
    title: `${page.title} – ${frame.organisation}`,
    wide: page.wide ?? false,
    top: <Top {...frame} />,
    children: (
      <>
        <Crumbs crumbs={page.crumbs ?? []} />
        <NoticeBox notice={frame.notice} />
        <h1>{page.title}</h1>
        {page.lead ? <p class="lead">{page.lead}</p> : null}
        {children}
      </>
    ),
  });

/** A page for whoever comes, signed in or not. With `goTo` the browser goes on there by itself. */
export const plainPage = (title: string, children: ComponentChildren, goTo?: string): string =>
  documentOf({
    title,
    wide: false,
    goTo,
    top: (
      <div class="top">
        <a class="brand" href="/admin">
          Follow-up
        </a>
      </div>
    ),
    children: (
      <>
        <h1>{title}</h1>
        {children}
      </>
    ),
  });

interface DocumentProps {
  title: string;
  wide: boolean;
  goTo?: string | undefined;
  top: ComponentChildren;
  children: ComponentChildren;
}

const documentOf = (props: DocumentProps): string => `<!DOCTYPE html>\n${render(<Document {...props} />)}\n`;

const Document = ({ title, wide, goTo, top, children }: DocumentProps) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      {goTo ? <meta http-equiv="refresh" content={`0; url=${goTo}`} /> : null}
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/admin/assets/admin.css" />
      <script src="/admin/assets/admin.js" defer />
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="band">{top}</header>
      <main id="main" class={wide ? 'wide-page' : undefined} tabIndex={-1}>
        {children}
      </main>
    </body>
  </html>
);

const Top = ({ organisation, reader, here }: AdminFrame) => (
  <div class="top">
    <a class="brand" href="/admin">
      {organisation} <span class="brand-what">follow-up</span>
    </a>
    <nav aria-label="Areas">
      <ul class="areas">
        {AREAS.filter((area) => area.for.some((role) => reader.roles.includes(role))).map(
          ({ href, text }) => (
            <li key={href}>
              <a href={href} aria-current={isHere(here, href)}>
                {text}
              </a>
            </li>
          ),
        )}
      </ul>
    </nav>
    <form class="signed-in" method="post" action="/admin/sign-out">
      <span>
        {reader.name}
        {reader.roles.length > 0 ? `, ${reader.roles.map((role) => ROLE_NAMES[role]).join(' and ')}` : ''}
      </span>
      <button type="submit" class="button-plain small">
        Sign out
      </button>
    </form>
  </div>
);

const isHere = (here: string, href: string): 'page' | 'true' | undefined =>
  here === href ? 'page' : here.startsWith(`${href}/`) ? 'true' : undefined;

const Crumbs = ({ crumbs }: { crumbs: NonNullable<AdminPage['crumbs']> }) =>
  crumbs.length === 0 ? null : (
    <nav class="crumbs" aria-label="Where this page is">
      <ol>
        {crumbs.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );

export const NoticeBox = ({ notice }: { notice: Notice | undefined }) =>
  notice ? (
    <div class={`notice notice-${notice.kind}`} role={notice.kind === 'trouble' ? 'alert' : 'status'}>
      <p class="notice-title">{notice.title}</p>
      {notice.points && notice.points.length > 0 ? (
        <ul>
          {notice.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      ) : null}
    </div>
  ) : null;

import { dynamoClient } from '../../adapters/clients/dynamo.ts';
import { createDynamoRows } from '../../adapters/dynamo-rows.ts';
import { setting } from '../../adapters/environment.ts';
import { createSavedViews, type SavedViews } from '../../adapters/saved-views.ts';
import { createSendingPause, type SendingPause } from '../../adapters/sending-pause.ts';
import { createSessions } from '../../adapters/sessions.ts';
import { createSignIn } from '../../adapters/sign-in.ts';
import { createWorkspace } from '../../adapters/workspace.ts';
import { groupSettings } from '../group-settings.ts';
import { type ApiPorts, apiPorts, lazy, type TaskPorts } from '../ports.ts';
import { keysIn, textIn } from '../secret-in.ts';
import type { SignInPorts } from '../sign-in.ts';
import type { SitePorts } from '../site.ts';
import { originKeysWhenNeeded } from '../through-edge.ts';
import type { WorkPorts } from './drafts/open.ts';

/** What the admin site may do to the world. */
export type AdminPorts = TaskPorts &
  SitePorts &
  SignInPorts &
  WorkPorts &
  Pick<ApiPorts, 'jobs'> & { views: SavedViews; pause: Pick<SendingPause, 'current'> };

/** Of every part of the site: how it knows who is signed in. */
export const siteMembers = {
  sessions: () =>
    createSessions({
      secret: keysIn(setting('SESSION_SECRET_ARN')),
    }),
  groups: groupSettings,
  knowsOriginKey: originKeysWhenNeeded,
};

export const adminPorts = (): AdminPorts => {
  const shared = apiPorts();
  return lazy<AdminPorts>({
    store: () => shared.store,
    library: () => shared.library,
    now: () => shared.now,
    ids: () => shared.ids,
    settings: () => shared.settings,
    jobs: () => shared.jobs,
    workspace: () =>
      createWorkspace(createDynamoRows({ client: dynamoClient(), tableName: setting('TABLE_NAME') })),
    views: () =>
      createSavedViews(createDynamoRows({ client: dynamoClient(), tableName: setting('TABLE_NAME') })),
    pause: () =>
      createSendingPause(createDynamoRows({ client: dynamoClient(), tableName: setting('TABLE_NAME') })),
    ...siteMembers,
    signIn: () =>
      createSignIn({
        issuer: setting('ISSUER'),
        clientId: setting('CLIENT_ID'),
        baseUrl: setting('BASE_URL'),
        ...(process.env.CLIENT_SECRET_ARN && {
          clientSecret: textIn(process.env.CLIENT_SECRET_ARN),
        }),
      }),
  });
};

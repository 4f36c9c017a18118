import { signInRoutes } from '../sign-in.ts';
import { site } from '../site.ts';
import { adminRoute } from './areas.ts';
import { assetRoutes } from './assets.ts';
import { adminPorts } from './ports.ts';

/** Where HR starts and steers plans, and managers and auditors read them. */
export const handler = site(adminRoute, adminPorts(), { ...signInRoutes, ...assetRoutes });

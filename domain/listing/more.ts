import type { Listing } from '../listing.ts';
import type { Plan } from '../plan.ts';
import { reportListing } from '../report-card.ts';

/** Lists that a plan stands in beside those that people look through; each answers at most one place. */
export const MORE_LISTINGS: readonly ((plan: Plan) => Listing | undefined)[] = [reportListing];

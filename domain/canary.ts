import type { Plan } from './plan.ts';

/** The pack of plans that try out a deployment. */
export const CANARY_PACK = 'canary';

/** Whether a plan tries out a deployment: it is about nobody, so that no list or report of people's plans has it. */
export const isCanary = ({ pack }: Pick<Plan, 'pack'>): boolean => pack.id === CANARY_PACK;

/** A plan counts as stuck ten minutes after its due moment, and the sweeper looks every fifteen: together the longest wait. */
export const SWEPT_WITHIN = '25 minutes';

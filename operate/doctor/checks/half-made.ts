/** States of a stack that never was whole: nothing ever ran in it, and nothing can be deployed over it. */
const NEVER_WHOLE = ['REVIEW_IN_PROGRESS', 'CREATE_FAILED', 'ROLLBACK_FAILED', 'ROLLBACK_COMPLETE'];

/** Whether a stack is only what a first deployment left behind. */
export const isHalfMade = (status: string | undefined): boolean => NEVER_WHOLE.includes(`${status}`);

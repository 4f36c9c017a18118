export const planPage = {};

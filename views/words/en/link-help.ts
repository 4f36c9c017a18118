export const linkHelp = {};

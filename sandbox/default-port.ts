/** Where `npm start` serves when it is not told another port. */
export const DEFAULT_PORT = 4020;

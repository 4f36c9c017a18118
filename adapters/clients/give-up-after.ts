/** Short enough that a call that hangs is given up before the function's own time is over; in milliseconds. */
export const giveUpAfter = (requestTimeout: number) => ({
  connectionTimeout: 1_000,
  requestTimeout,
  // Without it the SDK only complains that a call takes long.
  throwOnRequestTimeout: true,
});

/** What every call is given that may be tried again. */
export const requestHandler = giveUpAfter(5_000);

/**
 * What serves a route, whose code is read when the route is first asked for: a cold start waits for the one page it is
 * about to show, not for all there are.
 */
export const readWhenAsked = <Serve extends (...given: never[]) => Promise<unknown>>(
  read: () => Promise<Serve>,
): Serve => ((...given) => read().then((serve) => serve(...given))) as Serve;

/** Makes it on the first call, and hands out the same one ever after. */
export const once = <T>(create: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= create();
    return made;
  };
};

/**
 * `Date` as the virtual clock has it: `new Date()`, `Date()` and `Date.now()` answer `now`, everything else is the
 * real thing.
 */
export const virtualDate = (real: DateConstructor, now: () => number): DateConstructor => {
  const clockNow = () => now();
  const virtual = new Proxy(real, {
    construct: (target, parts: unknown[], subclass) =>
      Reflect.construct(target, parts.length === 0 ? [now()] : parts, subclass),
    apply: () => new real(now()).toString(),
    get: (target, key) => (key === 'now' ? clockNow : Reflect.get(target, key)),
  });
  // Without this `new Date().constructor` would still tell the real time.
  real.prototype.constructor = virtual;
  return virtual;
};

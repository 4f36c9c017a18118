import type { Jobs } from './job.ts';

/** Jobs whose code is read when one is first asked for: most pages of the site need none of it. */
export function jobsWhenNeeded(): Jobs {
  let made: Promise<Jobs> | undefined;
  const jobs = (): Promise<Jobs> => {
    made ??= import('./make.ts').then((module) => module.jobs());
    return made;
  };
  return {
    create: async (...given) => (await jobs()).create(...given),
    get: async (...given) => (await jobs()).get(...given),
    list: async (...given) => (await jobs()).list(...given),
    putSlice: async (...given) => (await jobs()).putSlice(...given),
    slices: async (...given) => (await jobs()).slices(...given),
    check: async (...given) => (await jobs()).check(...given),
    start: async (...given) => (await jobs()).start(...given),
    stop: async (...given) => (await jobs()).stop(...given),
    resume: async (...given) => (await jobs()).resume(...given),
    faulty: async (...given) => (await jobs()).faulty(...given),
    warned: async (...given) => (await jobs()).warned(...given),
    async *results(...given) {
      yield* (await jobs()).results(...given);
    },
  };
}

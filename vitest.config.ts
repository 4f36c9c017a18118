import { defineConfig } from 'vitest/config';

// Sandboxes that run at the same time would take each other's tables on an engine somebody gave.
delete process.env.AWS_ENDPOINT_URL_DYNAMODB;

// Every page in a real browser, and what follows every link, take minutes of their own: `npm run test:browser`; so does
// what boots the whole app as it would be deployed: `npm run test:deployed`. All others leave nothing behind, so a worker
// loads the modules once for all of them.
const IN_A_BROWSER = [
  'test/views/browser*.test.ts',
  'test/story/{admin-browser*,browser-flows,scanners,links}.test.ts',
];
const DEPLOYED = [
  'test/story/{bad-input,cli,privacy,repair,rights,sdk,stories}.test.ts',
  'test/story/{mail-comes-back,mail-trouble,operated}.test.ts',
  'test/operate/*.deployed.test.ts',
  'test/runbooks.test.ts',
  'test/infra/what-would-change.test.ts',
  'test/sandbox/{assembly,main}.test.ts',
];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
    // A transcript that is missing is a failure, not a reason to write one.
    update: 'none',
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...IN_A_BROWSER, ...DEPLOYED],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'browser', include: IN_A_BROWSER } },
      { extends: true, test: { name: 'deployed', include: DEPLOYED } },
    ],
  },
});

import { defineConfig } from 'vitest/config';

// Sandboxes that run at the same time would take each other's tables on an engine somebody gave.
delete process.env.AWS_ENDPOINT_URL_DYNAMODB;

// Tests of pure functions share nothing that one could leave to another, so a worker loads the modules once for all.
const PURE = ['domain', 'packs', 'views'].map((room) => `test/${room}/**/!(browser).test.ts`);

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
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.{ts,tsx}'], exclude: PURE } },
    ],
  },
});

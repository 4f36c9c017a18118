import { defineConfig } from 'vitest/config';

// Sandboxes that run at the same time would take each other's tables on an engine somebody gave.
delete process.env.AWS_ENDPOINT_URL_DYNAMODB;

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
    // A transcript that is missing is a failure, not a reason to write one.
    update: 'none',
  },
});

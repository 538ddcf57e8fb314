import { defineConfig } from 'vitest/config';

const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;
const onDatabase = 'src/**/*.{db,authority}.test.{ts,tsx}';

/** Split by what a file needs: nothing, a PostgreSQL, or a PostgreSQL and a Chromium. */
export default defineConfig({
  test: {
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          include: ['{src,simulators,worlds,scripts,test}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.{db,authority,browser}.test.{ts,tsx}'],
        },
      },
      {
        oxc,
        test: {
          name: 'database',
          include: [onDatabase, '{simulators,test}/**/*.{db,authority}.test.{ts,tsx}'],
          globalSetup: ['test/postgres.ts'],
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        oxc,
        test: {
          name: 'browser',
          include: ['{src,test}/**/*.browser.test.{ts,tsx}'],
          globalSetup: ['test/postgres.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

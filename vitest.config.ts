import { defineConfig } from 'vitest/config';

const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;
/** What is asked until it is so: a busy machine takes its time. */
const patient = { poll: { timeout: 60_000, interval: 50 } };
/** Only what never ends meets them: a machine that is five times slower does not. */
const limits = { testTimeout: 180_000, hookTimeout: 300_000 };
const onDatabase = 'src/**/*.{db,authority}.test.{ts,tsx}';

/** Split by what a file needs: nothing, a PostgreSQL, or a PostgreSQL and a Chromium. */
export default defineConfig({
  test: {
    maxWorkers: 3, // much of a test is waiting: one more than the cores of the smallest machine
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          include: ['{src,simulators,worlds,scripts,test}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.{db,authority,browser}.test.{ts,tsx}'],
          isolate: false, // they change nothing that another could see: less than half of the work
          ...limits,
        },
      },
      {
        oxc,
        test: {
          name: 'database',
          include: [onDatabase, '{simulators,test}/**/*.{db,authority}.test.{ts,tsx}'],
          globalSetup: ['test/build.ts', 'test/postgres.ts'],
          pool: 'forks',
          isolate: false, // half of a file's time was to read the whole house anew; each has a database of its own
          ...limits,
          expect: patient,
        },
      },
      {
        oxc,
        test: {
          name: 'browser',
          include: ['{src,test}/**/*.browser.test.{ts,tsx}'],
          globalSetup: ['test/build.ts', 'test/postgres.ts', 'test/asked-of-axe.ts'],
          isolate: false,
          ...limits,
          testTimeout: 900_000, // a journey takes a minute and a half where others work beside it
          expect: patient,
        },
      },
    ],
  },
});

import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    maxWorkers: 2,
    css: true,
    teardownTimeout: 1000, // the router's plugin keeps watching files, which nothing needs here
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          isolate: false,
          include: ['test/{domain,emails,locales}/**/*.test.ts', 'test/documentation.test.ts'],
          testTimeout: 30_000, // properties, on a busy machine
        },
      },
      {
        // The real request handler, loaded once a worker, on a real database for each file.
        extends: true,
        plugins: [reactRouter()],
        test: {
          name: 'hub',
          isolate: false,
          include: ['test/use-cases/**/*.test.ts', 'test/routes/**/*.test.ts', 'test/support/**/*.test.ts'],
          globalSetup: ['test/support/database-server.ts'],
          setupFiles: ['test/support/quick-passwords.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The same as in production: modules with another configuration, which no other test may meet.
        extends: true,
        plugins: [reactRouter()],
        test: {
          name: 'production',
          include: ['test/production/**/*.test.ts'],
          globalSetup: ['test/support/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'platform',
          include: ['test/platform/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        // The built hub with its sample content, in a real Chromium.
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/running-hub.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

import { defineProject } from 'vitest/config'

/** Tests that start and kill a PostgreSQL of their own: one after another, when nothing else runs. */
export default defineProject({
  test: {
    name: 'alone',
    include: ['src/**/*.alone.test.ts'],
    maxWorkers: 1,
    globalSetup: ['./src/testing/global-setup.ts'],
    setupFiles: ['./src/testing/freeze.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})

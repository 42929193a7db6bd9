import { defineProject } from 'vitest/config'

/**
 * Tests that need a PostgreSQL cluster without neighbours (a seal waits for the oldest transaction of
 * the whole cluster) or kill one: one after another, when nothing else runs.
 */
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

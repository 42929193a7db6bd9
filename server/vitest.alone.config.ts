import { defineProject } from 'vitest/config'
import { order } from '../scripts/test-workers.ts'

/** Tests that start and kill a PostgreSQL of their own: one after another, when no other test file runs. */
export default defineProject({
  test: {
    name: 'alone',
    include: ['src/**/*.alone.test.ts'],
    maxWorkers: 1,
    sequence: order.alone,
    globalSetup: ['./src/testing/global-setup.ts'],
    setupFiles: ['./src/testing/freeze.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})

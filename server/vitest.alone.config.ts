import { defineProject } from 'vitest/config'
import { order, patience } from '../scripts/test-workers.ts'

/** Tests that start and kill a PostgreSQL of their own: one after another, when no other test file runs. */
export default defineProject({
  test: {
    name: 'alone',
    include: ['src/**/*.alone.test.ts'],
    maxWorkers: 1,
    sequence: order.alone,
    ...patience,
    globalSetup: ['./src/testing/global-setup.ts'],
    // not cheap-passwords: desks of other processes read what these write
    setupFiles: ['./src/testing/freeze.ts'],
  },
})

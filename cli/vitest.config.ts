import { defineProject } from 'vitest/config'
import { maxWorkers, order } from '../scripts/test-workers.ts'

export default defineProject({
  test: {
    name: 'cli',
    include: ['src/**/*.test.ts'],
    exclude: ['src/**/*.world.test.ts'],
    maxWorkers,
    sequence: order.others,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})

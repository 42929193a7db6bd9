import { defineProject } from 'vitest/config'
import { maxWorkers, order } from '../../scripts/test-workers.ts'

export default defineProject({
  test: {
    name: 'acme',
    include: ['src/**/*.test.ts'],
    maxWorkers,
    sequence: order.others,
    globalSetup: ['src/testing/scratch-cluster.ts'],
    testTimeout: 60_000,
    hookTimeout: 30_000,
  },
})

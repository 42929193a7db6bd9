import { defineProject } from 'vitest/config'
import { maxWorkers } from '../../scripts/test-workers.ts'

export default defineProject({
  test: {
    name: 'acme',
    include: ['src/**/*.test.ts'],
    maxWorkers,
    globalSetup: ['src/testing/scratch-cluster.ts'],
    testTimeout: 60_000,
    hookTimeout: 30_000,
  },
})

import { defineProject } from 'vitest/config'
import { maxWorkers, order, patience } from '../scripts/test-workers.ts'

export default defineProject({
  test: {
    name: 'cli',
    include: ['src/**/*.test.ts'],
    exclude: ['src/**/*.world.test.ts'],
    maxWorkers,
    // what they share is code, read once for each worker
    isolate: false,
    setupFiles: ['src/testing/own-environment.ts'],
    sequence: order.others,
    ...patience,
  },
})

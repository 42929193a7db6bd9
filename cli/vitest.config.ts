import { defineProject } from 'vitest/config'
import { maxWorkers, order, patience } from '../scripts/test-workers.ts'

export default defineProject({
  test: {
    name: 'cli',
    include: ['src/**/*.test.ts'],
    exclude: ['src/**/*.world.test.ts'],
    maxWorkers,
    sequence: order.others,
    ...patience,
  },
})

import { defineProject } from 'vitest/config'
import { maxWorkers, order, patience } from '../scripts/test-workers.ts'

export default defineProject({
  test: {
    name: 'contract',
    include: ['src/**/*.test.ts'],
    maxWorkers,
    sequence: order.others,
    ...patience,
  },
})

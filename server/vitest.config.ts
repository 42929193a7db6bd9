import { defineProject } from 'vitest/config'
import { maxWorkers, order, patience } from '../scripts/test-workers.ts'

export default defineProject({
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    exclude: ['src/**/*.alone.test.ts', 'src/**/*.world.test.ts'],
    maxWorkers,
    sequence: order.others,
    ...patience,
    // each file has a desk of its own; what they share is code, read once for each worker
    isolate: false,
    globalSetup: ['./src/testing/global-setup.ts'],
    setupFiles: [
      './src/testing/freeze.ts',
      './src/testing/cheap-passwords.ts',
      './src/testing/record-refusals.ts',
      './src/testing/plans/record-statements.ts',
    ],
  },
})

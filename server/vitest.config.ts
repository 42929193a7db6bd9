import { defineProject } from 'vitest/config'
import { maxWorkers, order, patience } from '../scripts/test-workers.ts'

/** Test files that each have a desk of their own; what they share is code, read once for each worker. */
export const onOwnDesks = {
  maxWorkers,
  sequence: order.others,
  ...patience,
  isolate: false,
  globalSetup: ['./src/testing/global-setup.ts'],
  setupFiles: [
    './src/testing/freeze.ts',
    './src/testing/cheap-passwords.ts',
    './src/testing/patient-reads.ts',
    './src/testing/record-refusals.ts',
    './src/testing/plans/record-statements.ts',
  ],
}

export default defineProject({
  test: {
    ...onOwnDesks,
    name: 'server',
    include: ['src/**/*.test.ts'],
    exclude: ['src/**/*.{alone,proof,world}.test.ts'],
  },
})

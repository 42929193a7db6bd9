import { defineProject } from 'vitest/config'
import { maxWorkers } from '../scripts/test-workers.ts'

export default defineProject({
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    exclude: ['src/**/*.alone.test.ts', 'src/**/*.world.test.ts'],
    maxWorkers,
    globalSetup: ['./src/testing/global-setup.ts'],
    setupFiles: ['./src/testing/freeze.ts'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
  },
})

import { defineConfig } from 'vitest/config'
import { patience } from './scripts/test-workers.ts'

/** Against real servers from Debian's packages: `npm run test:world`. */
export default defineConfig({
  test: {
    include: ['{server,cli,examples}/**/src/**/*.world.test.ts', 'e2e/*.world.test.ts'],
    maxWorkers: 2,
    globalSetup: ['./server/src/testing/global-setup.ts'],
    ...patience,
  },
})

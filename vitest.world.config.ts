import { defineConfig } from 'vitest/config'

/** Against real servers from Debian's packages: `npm run test:world`. */
export default defineConfig({
  test: {
    include: ['{server,cli,examples}/**/src/**/*.world.test.ts'],
    maxWorkers: 2,
    globalSetup: ['./server/src/testing/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

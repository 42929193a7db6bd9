import { defineProject } from 'vitest/config'

export default defineProject({
  test: {
    name: 'acme',
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/scratch-cluster.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})

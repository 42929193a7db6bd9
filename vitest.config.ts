import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      'contract',
      'server',
      'server/vitest.alone.config.ts',
      'server/vitest.proofs.config.ts',
      'web',
      'cli',
      'examples/acme',
    ],
  },
})

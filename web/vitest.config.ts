import { defineProject, mergeConfig } from 'vitest/config'
import viteConfig from './vite.config.ts'

export default mergeConfig(
  viteConfig,
  defineProject({
    test: {
      name: 'web',
      environment: 'jsdom',
      include: ['src/**/*.test.{ts,tsx}'],
      // A page's first opening loads its code; two busy cores take their time.
      testTimeout: 20_000,
      setupFiles: ['src/testing/setup.ts'],
    },
  }),
)

import { defineProject, mergeConfig } from 'vitest/config'
import viteConfig from './vite.config.ts'
import { maxWorkers, order, patience } from '../scripts/test-workers.ts'

export default mergeConfig(
  viteConfig,
  defineProject({
    test: {
      name: 'web',
      environment: 'jsdom',
      include: ['src/**/*.test.{ts,tsx}'],
      maxWorkers,
      sequence: order.others,
      ...patience,
      // each test renders its own; what they share is code and a window, made once for each worker
      isolate: false,
      unstubGlobals: true,
      setupFiles: ['src/testing/setup.ts'],
    },
  }),
)

import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: ['contract', 'server', 'web', 'cli', 'examples/acme'],
    // they wait for PostgreSQL and for processes as much as they compute
    maxWorkers: availableParallelism() + 1,
  },
})

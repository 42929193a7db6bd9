import { deepStrictEqual } from 'node:assert'
import { afterAll, vi } from 'vitest'

// the test files of a worker share its environment: each leaves it as it was
const before = { ...process.env }

afterAll(() => {
  vi.unstubAllEnvs()
  deepStrictEqual({ ...process.env }, before)
})

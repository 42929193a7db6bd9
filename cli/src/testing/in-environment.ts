import { vi } from 'vitest'

/** For the rest of the test file: own-environment.ts takes it back. */
export function inEnvironment(values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value)
}

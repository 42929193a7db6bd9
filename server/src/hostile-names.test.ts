import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const fuzz = fileURLToPath(new URL('../../scripts/fuzz.ts', import.meta.url))

// a process of its own, as the prototypes of this one are frozen
test('no way in changes what all objects share, whatever names come by it', async () => {
  const env = { ...process.env, FUZZ_RUNS: '40', FUZZ_SEED: '20261128' }
  const { stdout } = await promisify(execFile)(process.execPath, [fuzz, 'names'], { env })
  expect(stdout).toContain('40 rounds of every way in')
  expect(stdout).toContain('names: 0 findings')
})

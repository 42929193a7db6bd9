import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * A proof of the test run, at length: the same file, told by its environment to go on for longer.
 * @returns 1 finding when anything in it failed
 */
export function runProof(
  name: string,
  env: Record<string, string>,
  project: 'proofs' | 'alone' = 'proofs',
): { findings: number } {
  const file = project === 'alone' ? `${name}.alone.test.ts` : `${name}.proof.test.ts`
  const { status } = spawnSync(
    'vitest',
    ['run', '--project', project, `server/src/proofs/${file}`],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: { ...process.env, ...env },
      stdio: 'inherit',
    },
  )
  return { findings: status === 0 ? 0 : 1 }
}

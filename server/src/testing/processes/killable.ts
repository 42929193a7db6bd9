import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach } from 'vitest'

/** Processes of a script, to be killed in the middle of what they do; none outlives its test. */
export function killable(script: string) {
  const children: ChildProcess[] = []
  afterEach(async () => {
    for (const child of children.splice(0)) await kill(child)
  })
  return {
    /** As soon as it has said something. */
    async start(...args: string[]): Promise<ChildProcess> {
      const child = spawn(process.execPath, [script, ...args], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      children.push(child)
      await once(child.stdout, 'data')
      return child
    },
    kill,
  }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

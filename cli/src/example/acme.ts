import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { present } from '@firstline/contract/present'

const main = fileURLToPath(new URL('../../../examples/acme/src/main.ts', import.meta.url))
export const projectFolder = fileURLToPath(
  new URL('../../../examples/acme/firstline', import.meta.url),
)
export const historyGenerator = fileURLToPath(
  new URL('../../../examples/acme/src/history/generate-history.ts', import.meta.url),
)

export type Acme = { stop(): Promise<void> }

/**
 * The example company, a process of its own, started again when it dies. It leaves with us: its
 * channel to this process closes even if we are killed.
 * @throws when it does not get ready
 */
export async function startAcme(
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<Acme> {
  let isStopping = false
  let child = await launch(env)

  function watch(running: ChildProcess): void {
    running.once('exit', (code, signal) => {
      if (isStopping) return
      say(`Acme ended (${signal ?? `exit code ${code}`}); starting it again`)
      setTimeout(() => void again(), 1000)
    })
  }

  async function again(): Promise<void> {
    if (isStopping) return
    try {
      child = await launch(env)
      watch(child)
    } catch (error) {
      say(`Acme did not start again: ${(error as Error).message}`)
    }
  }

  watch(child)
  return {
    async stop() {
      isStopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      // its work is leased: what is under way is taken up again
      const late = setTimeout(() => child.kill('SIGKILL'), 2500)
      await exit
      clearTimeout(late)
    },
  }
}

async function launch(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  const errors: string[] = []
  createInterface({ input: present(child.stderr) }).on('line', (line) => {
    errors.push(line)
    if (errors.length > 20) errors.shift()
  })
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: present(child.stdout) }).on('line', (line) => {
      if (line.startsWith('{"ready":true')) resolve()
    })
    child.once('exit', (code) =>
      reject(new Error(`the example company ended with ${code}: ${errors.join(' ')}`)),
    )
  })
  return child
}

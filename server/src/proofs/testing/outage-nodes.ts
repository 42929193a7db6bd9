import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '#server/testing/free-port.ts'

const main = fileURLToPath(new URL('../../main.ts', import.meta.url))
const hangingLibrary = new URL('hanging-library.ts', import.meta.url).href

export type DeskNode = {
  name: string
  role: 'web' | 'worker'
  /** Of its HTTP server, or of its probes. */
  url: string
  smtpPort: number
  log: string
  /** Killed without a word; whoever looks after it starts it again. */
  kill(): void
  /** The library that runs its jobs waits for ever from now on. */
  hang(): void
  starts(): number
  /** @returns how it ended after SIGTERM, and after how long */
  stop(): Promise<{ code: number | null; ms: number }>
}

type Starting = { role: DeskNode['role']; name: string; folder: string; env: NodeJS.ProcessEnv }

/** A node as an operator runs it: the real command, started again whenever it has ended. */
export async function startNode({ role, name, folder, env }: Starting): Promise<DeskNode> {
  const [port, smtpPort, healthPort] = [await freePort(), await freePort(), await freePort()]
  const log = join(folder, `${name}.log`)
  const ports = {
    PORT: String(port),
    SMTP_IN_PORT: String(smtpPort),
    HEALTH_PORT: String(healthPort),
  }
  let isStopping = false
  let starts = 0
  let child = launch()

  function launch(): ChildProcess {
    starts++
    const out = openSync(log, 'a')
    const started = spawn(process.execPath, ['--import', hangingLibrary, main, '--role', role], {
      env: { ...process.env, ...env, ...ports },
      stdio: ['ignore', out, out],
    })
    closeSync(out)
    started.once('exit', () => void again())
    return started
  }

  async function again(): Promise<void> {
    if (isStopping) return
    await wait(500)
    if (!isStopping) child = launch()
  }

  return {
    name,
    role,
    url: `http://127.0.0.1:${role === 'web' ? port : healthPort}`,
    smtpPort,
    log,
    starts: () => starts,
    kill: () => void child.kill('SIGKILL'),
    hang: () => void child.kill('SIGUSR2'),
    async stop() {
      isStopping = true
      if (child.exitCode !== null || child.signalCode !== null)
        return { code: child.exitCode, ms: 0 }
      const began = performance.now()
      const exit = once(child, 'exit') as Promise<[number | null]>
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
      const [code] = await exit
      clearTimeout(late)
      return { code, ms: performance.now() - began }
    },
  }
}

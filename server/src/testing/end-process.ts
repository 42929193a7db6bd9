import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'

/** Ends a server of a test, and with it what it kept. To be asked for before it may end by itself. */
export function endsWith(folder: string, running: ChildProcess): () => Promise<void> {
  const ended = once(running, 'exit')
  return async () => {
    running.kill('SIGKILL')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

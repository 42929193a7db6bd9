import { once } from 'node:events'
import { createConnection } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** Whether a program of this machine takes connections there by now. */
export async function isListening(port: number): Promise<boolean> {
  const socket = createConnection(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** For a program that was started just now. @throws after two minutes */
export async function untilListening(port: number): Promise<void> {
  for (let tries = 0; tries < 6_000; tries++) {
    if (await isListening(port)) return
    await wait(20)
  }
  throw new Error(`Nothing listens on port ${port}`)
}

import { Socket } from 'node:net'
import { seconds } from './clock.ts'

const longestGoodbyeMs = 2 * seconds

/** The sockets of some connections to PostgreSQL, which can be closed whatever the other side does. */
export type Sockets = {
  /** For pg's option `stream`. */
  open(): Socket
  /** What waits for an answer on one of them is rejected. */
  closeAll(): void
}

export function createSockets(): Sockets {
  const all = new Set<Socket>()
  let isClosed = false
  return {
    open() {
      const socket = new Socket()
      all.add(socket)
      socket.once('close', () => all.delete(socket))
      // we said goodbye: who does not answer that either is not waited for
      socket.once('finish', () => setTimeout(() => socket.destroy(), longestGoodbyeMs).unref())
      if (isClosed) setImmediate(() => socket.destroy())
      return socket
    },
    closeAll() {
      isClosed = true
      for (const socket of all) socket.destroy()
    },
  }
}

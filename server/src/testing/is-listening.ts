import { once } from 'node:events'
import { createConnection } from 'node:net'

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

import { createServer } from 'node:net'

/** @throws naming the port and the variable to set, when something listens there already. */
export async function requireFreePort(port: number, host: string, variable: string): Promise<void> {
  if (port === 0) return
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port, variable)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function portError(error: NodeJS.ErrnoException, port: number, variable: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} is in use. Stop what listens there, or set ${variable} to another.`)
  }
  return new Error(`Port ${port} cannot be used (${error.code}). Set ${variable} to another.`)
}

import { createServer } from 'node:net'

/** @throws naming the port and the variable to set, when something listens there already. */
export async function requireFreePort(port: number, host: string, variable: string): Promise<void> {
  if (port === 0) return
  const probing = new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
  await sayingPort(probing, port, variable)
}

/** For the listening itself: another process may have been faster since the port was free. */
export async function sayingPort<T>(
  listening: Promise<T>,
  port: number,
  variable: string,
): Promise<T> {
  try {
    return await listening
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== 'listen') throw error
    throw portError(error as NodeJS.ErrnoException, port, variable)
  }
}

function portError(error: NodeJS.ErrnoException, port: number, variable: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} is in use. Stop what listens there, or set ${variable} to another. A second desk ` +
        `beside the first: PORT=${port + 500} FIRSTLINE_HOME=./second-desk npm start`,
    )
  }
  return new Error(`Port ${port} cannot be used (${error.code}). Set ${variable} to another.`)
}

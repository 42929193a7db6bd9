import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { requireFreePort, sayingPort } from './ports.ts'

async function listen(port: number): Promise<{ port: number; close(): void }> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}

test('a port in use is said with the variable to set, before and while listening', async () => {
  const { port, close } = await listen(0)
  const said = `Port ${port} is in use. Stop what listens there, or set PORT to another. A second desk beside`
  await expect(requireFreePort(port, '127.0.0.1', 'PORT')).rejects.toThrow(said)
  await expect(sayingPort(listen(port), port, 'PORT')).rejects.toThrow(said)
  close()
})

test('what is no matter of a port is passed on', async () => {
  const failing = Promise.reject(new Error('The certificate is not readable'))
  await expect(sayingPort(failing, 25, 'SMTP_IN_PORT')).rejects.toThrow('The certificate')
})

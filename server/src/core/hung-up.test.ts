import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { anonymous } from './actor.ts'
import { createHttp } from './http.ts'

test('a caller that hangs up before it is answered is no error', async () => {
  const logged: string[] = []
  const route = { method: 'GET', path: '/', summary: 'Answers', permission: 'public' } as const
  const http = await createHttp({
    log: pino({ level: 'error' }, { write: (line: string) => void logged.push(line) }),
    routes: { answer: { ...route, response: z.object({}) } },
    version: '0.0.0',
    origins: [],
    authenticate: async () => anonymous,
    handlers: { answer: { permission: 'public', handle: async () => ({}) } },
  })
  await http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = http.server.address() as AddressInfo
  for (let call = 0; call < 20; call++) {
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    await once(socket, 'connect')
    socket.write('GET / HTTP/1.1\r\nhost: desk.example\r\n\r\n', () => socket.resetAndDestroy())
    await once(socket, 'close')
  }
  // one that stays is answered after all of them
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
  await http.close()
  expect(logged).toEqual([])
})

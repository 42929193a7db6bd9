import { randomBytes } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Route } from '@firstline/contract/route'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { anonymous } from './actor.ts'
import { createHttp } from './http.ts'

/** Too much for the buffers between, and nothing that would be compressed to less. */
const noise = randomBytes(3_000_000).toString('base64')

const answer: Route = {
  method: 'GET',
  path: '/',
  summary: 'Answers',
  permission: 'public',
  response: z.looseObject({}),
}
const stream: Route = { ...answer, path: '/stream', raw: {} }
const upload: Route = {
  ...answer,
  method: 'POST',
  path: '/upload',
  raw: { request: ['application/octet-stream'], isStreamed: true },
}

const takesUpload = new EventEmitter()
const logged: string[] = []
const http = await createHttp({
  log: pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) }),
  routes: { answer, stream, upload },
  version: '0.0.0',
  origins: [],
  authenticate: async () => anonymous,
  handlers: {
    answer: { permission: 'public', handle: async () => ({ noise }) },
    stream: {
      permission: 'public',
      handle: async (_actor, _input, { reply }) => {
        await reply.send(Readable.from([noise, noise]))
      },
    },
    upload: {
      permission: 'public',
      handle: async (_actor, _input, { request, reply }) => {
        takesUpload.emit('begun')
        await pipeline(request.body as Readable, new PassThrough().resume())
        await reply.send({})
      },
    },
  },
})
await http.listen({ port: 0, host: '127.0.0.1' })
const { port } = http.server.address() as AddressInfo
afterAll(() => http.close())

const atOnce = (socket: Socket) => socket.resetAndDestroy()
const amid = (socket: Socket) => socket.once('data', () => socket.resetAndDestroy())

const whileSending = (socket: Socket) =>
  void takesUpload.once('begun', () => socket.resetAndDestroy())

test.each([
  ['before it is answered', 'GET /', atOnce],
  ['in the middle of an answer', 'GET /', amid],
  ['in the middle of a stream', 'GET /stream', amid],
  ['in the middle of what it sends', 'POST /upload', whileSending],
])('a caller that hangs up %s is no error', async (_when, request, hangUp) => {
  for (let call = 0; call < 12; call++) {
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    await once(socket, 'connect')
    const encoding = ['br', 'gzip', 'identity'][call % 3]
    const head = `${request} HTTP/1.1\r\nhost: desk.example\r\naccept-encoding: ${encoding}\r\n`
    const body = 'content-type: application/octet-stream\r\ncontent-length: 90\r\n\r\nhalf of it'
    if (hangUp === whileSending) hangUp(socket)
    const whole = request.startsWith('POST') ? head + body : `${head}\r\n`
    socket.write(whole, () => hangUp !== whileSending && hangUp(socket))
    await once(socket, 'close')
  }
  // one that stays is answered after all of them
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)
  expect(logged).toEqual([])
})

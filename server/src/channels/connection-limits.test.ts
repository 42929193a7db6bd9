import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { ticketDesk } from '#server/tickets/testing/factory.ts'
import { connectionLimits } from './connection-limits.ts'
import type { ConnectionLimits } from './connection-limits.ts'
import { listenForMail } from './smtp-listener.ts'

const desk = await ticketDesk(await createTestDesk())
const opened: Socket[] = []
afterEach(() => {
  for (const socket of opened.splice(0)) socket.destroy()
})

async function listen(limits: Partial<ConnectionLimits>) {
  const given = { ...connectionLimits, ...limits }
  return listenForMail(desk, { host: '127.0.0.1', port: 0 }, given)
}

/** Everything the other side says, as it comes; the first of it was awaited. */
async function speak(port: number) {
  const socket = connect(port, '127.0.0.1')
  opened.push(socket)
  const heard = { said: '' }
  socket.on('error', () => {})
  socket.on('data', (chunk: Buffer) => (heard.said += chunk.toString()))
  await once(socket, 'data')
  return { socket, heard }
}

test('idle connections of one address leave the door open for it to be told so, and for others', async () => {
  const { port, stop } = await listen({ perAddress: 3 })
  for (let i = 0; i < 3; i++) expect((await speak(port)).heard.said).toMatch(/^220 /)
  const refused = await speak(port)
  expect(refused.heard.said).toBe('421 4.7.0 Too many connections from your address\r\n')
  opened[0]!.destroy()
  await expect.poll(async () => (await speak(port)).heard.said.slice(0, 3)).toBe('220')
  await stop()
})

test('so many in all are too many', async () => {
  const { port, stop } = await listen({ inAll: 2 })
  await speak(port)
  await speak(port)
  expect((await speak(port)).heard.said).toMatch(/^421 4\.7\.0 Too many connections, /)
  await stop()
})

test.each<[string, Partial<ConnectionLimits>, string]>([
  ['says nothing', { firstCommandMs: 50 }, '421 4.7.0 Nothing said'],
  ['takes for ever', { sessionMs: 50 }, '421 4.7.0 It takes too long'],
])('a connection that %s is ended', async (_what, limits, said) => {
  const { port, stop } = await listen(limits)
  const { socket, heard } = await speak(port)
  await expect.poll(() => heard.said).toContain(`${said}\r\n`)
  if (!socket.closed) await once(socket, 'close')
  await stop()
})

test.each([
  ['LF', '\n.\n'],
  ['LF before it', '\n.\r\n'],
  ['LF behind it', '\r\n.\n'],
  ['CR', '\r.\r'],
  ['CR before it', '\r.\r\n'],
])('a mail does not end at a dot between ends of lines that are %s', async (_how, end) => {
  const { port, stop } = await listen({})
  const { socket, heard } = await speak(port)
  const commands = 'MAIL FROM:<a@x.example>\r\nRCPT TO:<support@acme.example>\r\nDATA\r\n'
  const inner = `${end}${commands}From: boss@acme.example\r\nSubject: Second\r\n\r\nx\r\n.\r\n`
  // all at once, as programs send that do not wait for answers
  socket.write(`EHLO x\r\n${commands}Subject: First\r\n\r\nx${inner}QUIT\r\n`)
  await once(socket, 'close')
  expect(heard.said.match(/250 OK: stored/g)).toHaveLength(1)
  await stop()
})

import { createTransport } from 'nodemailer'
import { afterAll, expect, test } from 'vitest'
import { system } from './core/actor.ts'
import { readConfig } from './core/config.ts'
import { createApp } from './create-app.ts'
import { listenForMail } from './channels/smtp-listener.ts'
import { createHttpOf } from './serve.ts'
import { addPerson } from './team/add-person.ts'
import { createDatabaseDoor } from './testing/database-door.ts'
import { createTestDesk } from './testing/desk.ts'
import { eventually } from '#server/testing/eventually.ts'

const publicUrl = 'http://localhost:3999'
const person = { email: 'ada@desk.example', password: 'correct-horse-12' }
const desk = await createTestDesk()
const door = await createDatabaseDoor(desk.url)
const app = await createApp(
  readConfig({ PUBLIC_URL: publicUrl, LOG_LEVEL: 'silent', FIRSTLINE_HOME: '/nowhere' }),
  door.url,
)
const http = await createHttpOf(app)
const address = await http.listen({ port: 0, host: '127.0.0.1' })
const smtp = await listenForMail(app, { port: 0, host: '127.0.0.1' })
await addPerson(app, system('test'), { ...person, name: 'Ada', role: 'agent', line: 'L1' })
const cookie = await signIn().then(({ headers }) =>
  headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; '),
)
afterAll(async () => {
  await smtp.stop()
  await http.close()
  await app.close()
  await door.remove()
})

function signIn(): Promise<Response> {
  return fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify(person),
  })
}

function ask(path: string): Promise<Response> {
  return fetch(address + path, { headers: { cookie } })
}

/** @returns what the listener said at the end */
async function send(subject: string): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port: smtp.port, ignoreTLS: true })
  const { address: to } = app.sources.project.current().support
  const mail = { from: 'kim@harbour.example', to, subject, text: 'Hello' }
  const answer = await transport.sendMail(mail).catch((error: { response?: string }) => error)
  transport.close()
  return answer.response ?? 'no answer'
}

test('while the database is away everything says so, and all is well when it is back', async () => {
  await door.shut()
  for (const path of ['/api/tickets', '/api/me', '/readyz', '/api/events']) {
    const answer = await ask(path)
    expect(await answer.json()).toMatchObject({ status: 503, reason: 'database.unavailable' })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  }
  expect((await signIn()).status).toBe(503)
  expect((await ask('/healthz')).status).toBe(200)
  expect(await send('Lost?')).toMatch(/^451 4\.3\.0/)

  await door.open()
  await eventually(async () => expect((await ask('/readyz')).status).toBe(200))
  expect((await ask('/api/tickets')).status).toBe(200)
  expect((await signIn()).status).toBe(200)
  expect(await send('Taken')).toMatch(/^250/)
})

test('an open stream of events outlives the database and says to read again', async () => {
  const stream = await ask('/api/events')
  const text = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  await door.shut()
  await door.open()
  let seen = ''
  while (!seen.includes('event: resync')) {
    const { value, done } = await text.read()
    expect(done, seen).toBe(false)
    seen += value
  }
  await text.cancel()
})

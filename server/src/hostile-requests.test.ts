import type { Route } from '@firstline/contract/route'
import { routes } from '@firstline/contract/routes'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { system } from './core/actor.ts'
import { readConfig } from './core/config.ts'
import { createApp } from './create-app.ts'
import { createHttpOf } from './serve.ts'
import { createApiKey } from './team/create-api-key.ts'
import { addPerson } from './team/add-person.ts'
import { createTestDesk } from './testing/desk.ts'
import { hostileRequests } from './testing/hostile-requests.ts'
import { createTicket } from './tickets/create-ticket.ts'

const publicUrl = 'http://localhost:3999'
const { url } = await createTestDesk()
const app = await createApp(
  readConfig({ PUBLIC_URL: publicUrl, LOG_LEVEL: 'silent', FIRSTLINE_HOME: '/nowhere' }),
  url,
)
const http = await createHttpOf(app)
afterAll(async () => {
  await http.close()
  await app.close()
})

const lead = { email: 'lena@desk.example', password: 'correct-horse-12' }
const person = await addPerson(app, system('test'), {
  ...lead,
  name: 'Lena',
  role: 'lead',
  line: 'L1',
})
const session = await http.inject({
  method: 'POST',
  url: '/api/auth/sign-in/email',
  headers: { origin: publicUrl },
  payload: lead,
})
const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
const { key } = await createApiKey(app, system('test'), {
  name: 'machine',
  permissions: ['telemetry:write', 'change:write', 'mail:receive'],
})
const machine = { authorization: `Bearer ${key}` }

async function knownIds() {
  const ticket = await createTicket(app, system('test'), {
    contactEmail: 'kim@harbour.example',
    subject: 'Nothing works',
    text: 'Since this morning.',
  })
  return { ticketId: ticket.id, personId: person.id }
}

/**
 * Every change is recorded in its transaction: what records nothing has changed nothing. Where a key
 * came from is on record whatever was asked with it.
 */
async function newestChange(): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select coalesce(max(id), 0)::text as id from event
    where name not like '%.used_from_new_network'`.execute(app.db)
  return rows[0]!.id
}

const mayBeSlowedDown = ({ permission }: Route) => ['public', 'self:manage'].includes(permission)
const isMachines = (route: Route) =>
  ['telemetry:write', 'change:write', 'mail:receive'].includes(route.permission)

for (const [name, route] of Object.entries<Route>(routes)) {
  if (name === 'streamEvents') continue // does not end
  test(`${name} refuses what nobody should send, never fails by it, and keeps nothing it refused`, async () => {
    const known = await knownIds()
    const headers = isMachines(route) ? machine : { cookie, origin: publicUrl }
    const failures: string[] = []
    let n = 0
    let newest = await newestChange()
    for (const { url: address, body, about } of hostileRequests(route, known)) {
      // guesses at a password are slowed down, which is not what is tried here
      if (mayBeSlowedDown(route)) await sql`delete from sign_in_attempt`.execute(app.db)
      const answer = await http.inject({
        method: route.method,
        url: address,
        headers: {
          ...headers,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        remoteAddress: `127.1.0.${n++ % 250}`,
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      })
      if (answer.statusCode >= 500 && !isUnavailable(answer.body)) {
        failures.push(`${about}: ${answer.statusCode} ${answer.body}`)
      }
      expect(answer.statusCode, about).not.toBe(429)
      if (route.method === 'GET') continue
      const now = await newestChange()
      if (answer.statusCode >= 400 && now !== newest) {
        failures.push(`${about}: ${answer.statusCode}, and yet it changed something`)
      }
      newest = now
    }
    expect(failures).toEqual([])
  })
}

/** A refusal with a reason: a system that this desk has not is not there. */
function isUnavailable(body: string): boolean {
  const { status, reason } = JSON.parse(body) as { status?: number; reason?: string }
  return status === 503 && reason !== 'database.unavailable'
}

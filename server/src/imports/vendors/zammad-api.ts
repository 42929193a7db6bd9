import type { ApiAccess, Checkpoint, Told } from './vendor.ts'
import { addressOf, vendorClient } from '#server/imports/vendors/http.ts'
import { has, isObject } from '#server/imports/vendors/json-reader.ts'
import {
  cursorFrom,
  listIn,
  nextRound,
  pageReader,
  query,
  textIn,
} from '#server/imports/vendors/pages.ts'
import type { StepFound } from '#server/imports/vendors/step.ts'
import { translateZammad } from '#server/imports/vendors/zammad-records.ts'

const perPage = 100

/** All tickets by page, each with its history; those unchanged since are left out. */
export async function* readZammadApi(
  api: ApiAccess,
  told: Told,
): AsyncGenerator<StepFound | Checkpoint> {
  const url = addressOf(api.url)
  const client = vendorClient(api, {
    title: 'Zammad',
    address: `${url.origin}${url.pathname.replace(/\/$/, '')}`,
    headers: { authorization: `Token token=${api.key}` },
    needs: 'an access token with ticket.agent, of a user who sees all groups',
  })
  const read = pageReader(told, translateZammad)
  const seen = new Set<string>()
  const cursor = cursorFrom(api, { page: 1 })
  for (;;) {
    const { page } = cursor
    const wanted = query({ expand: 'true', page, per_page: perPage })
    const answer = await client.get(`/api/v1/tickets?${wanted}`)
    const tickets = Array.isArray(answer) ? answer : []
    for (const ticket of tickets.filter((one) => isChangedSince(one, cursor.since))) {
      yield* read([ticket], 'tickets')
      const id = textIn(ticket, 'id')
      if (id === null) continue
      const history = await client.tryGet(`/api/v1/ticket_history/${encodeURIComponent(id)}`)
      yield* read(listIn(history, 'history'), 'history')
      yield* read(newUsers(history, seen), 'users')
    }
    if (tickets.length === 0) break
    cursor.page += 1
    yield { cursor: { ...cursor } }
  }
  yield nextRound(cursor)
}

function isChangedSince(ticket: unknown, since: string): boolean {
  const changed = Date.parse(textIn(ticket, 'updated_at') ?? '')
  return Number.isNaN(changed) || changed >= Date.parse(since)
}

/** Of the users who come with each history, those not told of before. */
function newUsers(history: unknown, seen: Set<string>): unknown[] {
  const assets = has(history, 'assets') ? history['assets'] : null
  const users = has(assets, 'User') && isObject(assets['User']) ? assets['User'] : {}
  return Object.entries(users).flatMap(([id, user]) => {
    if (seen.has(id) || !has(user, 'role_ids')) return []
    seen.add(id)
    return [user]
  })
}

import type { ApiAccess, Checkpoint, Told } from '#server/imports/vendor.ts'
import { addressOf, vendorClient } from '#server/imports/vendors/http.ts'
import { has, isObject } from '#server/imports/vendors/json-reader.ts'
import { cursorFrom, listIn, pageReader, query, textIn } from '#server/imports/vendors/pages.ts'
import type { StepFound } from '#server/imports/vendors/step.ts'
import { translateZammad } from '#server/imports/vendors/zammad-records.ts'

type Cursor = { page: number }

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
  for (let { page } = cursorFrom<Cursor>(api.cursor, { page: 1 }); ; page += 1) {
    const wanted = query({ expand: 'true', page, per_page: perPage })
    const answer = await client.get(`/api/v1/tickets?${wanted}`)
    const tickets = Array.isArray(answer) ? answer : []
    for (const ticket of tickets.filter((one) => isChangedSince(one, api.since))) {
      yield* read([ticket], 'tickets')
      const id = textIn(ticket, 'id')
      if (id === null) continue
      const history = await client.tryGet(`/api/v1/ticket_history/${encodeURIComponent(id)}`)
      yield* read(listIn(history, 'history'), 'history')
      yield* read(newUsers(history, seen), 'users')
    }
    if (tickets.length === 0) return
    yield { cursor: { page: page + 1 } satisfies Cursor }
  }
}

function isChangedSince(ticket: unknown, since: Date | null): boolean {
  const changed = Date.parse(textIn(ticket, 'updated_at') ?? '')
  return since === null || Number.isNaN(changed) || changed >= since.getTime()
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

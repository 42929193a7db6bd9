import type { ApiAccess, Checkpoint, Told } from '#server/imports/vendor.ts'
import { addressOf, basic, vendorClient } from '#server/imports/vendors/http.ts'
import type { VendorClient } from '#server/imports/vendors/http.ts'
import { has } from '#server/imports/vendors/json-reader.ts'
import {
  cursorFrom,
  listIn,
  numberIn,
  pageReader,
  query,
  textIn,
} from '#server/imports/vendors/pages.ts'
import type { StepFound } from '#server/imports/vendors/step.ts'
import { translateZendesk } from '#server/imports/vendors/zendesk-records.ts'

/** Tickets, then what happened to them, then ratings: each has a place of its own to go on from. */
type Cursor = {
  phase: 'tickets' | 'events' | 'ratings' | 'done'
  /** Of the phase under way, null at its beginning. */
  next: string | null
}

type Page = ReturnType<typeof pageReader<StepFound>>
type Phase = { client: VendorClient; page: Page; since: number }

export async function* readZendeskApi(
  api: ApiAccess,
  told: Told,
): AsyncGenerator<StepFound | Checkpoint> {
  const client = vendorClient(api, {
    title: 'Zendesk',
    address: addressOf(api.url).origin,
    headers: { authorization: authorization(api.key) },
    needs: 'an administrator’s API token as “email:token”, or an OAuth token with the scope read',
  })
  const page = pageReader(told, translateZendesk)
  const since = Math.floor((api.since?.getTime() ?? 0) / 1000)
  const phase = { client, page, since }
  const cursor = cursorFrom<Cursor>(api.cursor, { phase: 'tickets', next: null })
  yield* page(listIn(await client.tryGet('/api/v2/groups.json?page[size]=100'), 'groups'), 'groups')
  if (cursor.phase === 'tickets') {
    yield* readTickets(phase, cursor.next)
    yield* movedOn(cursor, 'events')
  }
  if (cursor.phase === 'events') {
    yield* readEvents(phase, cursor.next)
    yield* movedOn(cursor, 'ratings')
  }
  if (cursor.phase === 'ratings') {
    yield* readRatings(phase, cursor.next)
    yield* movedOn(cursor, 'done')
  }
}

function* movedOn(cursor: Cursor, phase: Cursor['phase']): Generator<Checkpoint> {
  Object.assign(cursor, { phase, next: null })
  yield { cursor: { phase, next: null } satisfies Cursor }
}

/** `email:token` is an API token; anything else an OAuth token. */
function authorization(key: string): string {
  const at = key.lastIndexOf(':')
  if (at < 0) return `Bearer ${key}`
  const user = key.slice(0, at)
  return basic(user.endsWith('/token') ? user : `${user}/token`, key.slice(at + 1))
}

async function* readTickets({ client, page, since }: Phase, next: string | null) {
  for (let after = next; ;) {
    const include = 'users,groups,metric_sets'
    const from = after === null ? { start_time: since } : { cursor: after }
    const answer = await client.get(
      `/api/v2/incremental/tickets/cursor.json?${query({ ...from, include })}`,
    )
    for (const list of ['users', 'groups', 'tickets', 'metric_sets']) {
      yield* page(listIn(answer, list), list)
    }
    const found = textIn(answer, 'after_cursor')
    if (isOver(answer) || found === null || found === after) return
    after = found
    yield { cursor: { phase: 'tickets', next: after } satisfies Cursor }
  }
}

/** Time-based: a page begins with what has the end time of the one before, so some come twice. */
async function* readEvents({ client, page, since }: Phase, next: string | null) {
  for (let from = next === null ? since : Number(next); ;) {
    const answer = await client.get(
      `/api/v2/incremental/ticket_events.json?${query({ start_time: from })}`,
    )
    yield* page(listIn(answer, 'ticket_events'), 'ticket_events')
    const end = numberIn(answer, 'end_time')
    if (isOver(answer) || end === undefined || end <= from) return
    from = end
    yield { cursor: { phase: 'events', next: String(from) } satisfies Cursor }
  }
}

async function* readRatings({ client, page, since }: Phase, next: string | null) {
  for (let after = next; ;) {
    const from = { start_time: since, 'page[size]': 100, 'page[after]': after }
    const answer = await client.tryGet(`/api/v2/satisfaction_ratings.json?${query(from)}`)
    yield* page(listIn(answer, 'satisfaction_ratings'), 'satisfaction_ratings')
    after = textIn(answer, 'meta', 'after_cursor')
    const hasMore =
      has(answer, 'meta') && has(answer['meta'], 'has_more') && answer['meta']['has_more']
    if (hasMore !== true || after === null) return
    yield { cursor: { phase: 'ratings', next: after } satisfies Cursor }
  }
}

function isOver(answer: unknown): boolean {
  return !has(answer, 'end_of_stream') || answer['end_of_stream'] !== false
}

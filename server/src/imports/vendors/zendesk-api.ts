import type { ApiAccess, Checkpoint, Told } from './vendor.ts'
import { addressOf, basic, vendorClient } from '#server/imports/vendors/http.ts'
import type { VendorClient } from '#server/imports/vendors/http.ts'
import { has } from '#server/imports/vendors/json-reader.ts'
import {
  cursorFrom,
  listIn,
  nextRound,
  numberIn,
  pageReader,
  query,
  textIn,
} from '#server/imports/vendors/pages.ts'
import type { Round } from '#server/imports/vendors/pages.ts'
import type { StepFound } from '#server/imports/vendors/step.ts'
import { translateZendesk } from '#server/imports/vendors/zendesk-records.ts'

/** Tickets, then what happened to them, then ratings: each has a place of its own to go on from. */
type Place = {
  phase: 'tickets' | 'events' | 'ratings'
  /** Of the cursor-based export; it stays good for what changes later. */
  tickets: string | null
  /** Of the time-based export: the last end time, in seconds. */
  events: number | null
  /** Of the page of ratings. */
  ratings: string | null
}
type Cursor = Place & Round

type Fetch = {
  client: VendorClient
  page: ReturnType<typeof pageReader<StepFound>>
  cursor: Cursor
}

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
  const place: Place = { phase: 'tickets', tickets: null, events: null, ratings: null }
  const cursor = cursorFrom(api, place)
  const fetch = { client, page, cursor }
  yield* page(listIn(await client.tryGet('/api/v2/groups.json?page[size]=100'), 'groups'), 'groups')
  if (cursor.phase === 'tickets') yield* readTickets(fetch)
  if (cursor.phase === 'events') yield* readEvents(fetch)
  yield* readRatings(fetch)
  const { tickets, events } = cursor
  yield nextRound(cursor, { tickets, events })
}

/** A copy: the cursor itself goes on. */
function checkpoint(cursor: Cursor): Checkpoint {
  return { cursor: { ...cursor } }
}

function secondsOf({ since }: Round): number {
  return Math.floor(Date.parse(since) / 1000)
}

/** `email:token` is an API token; anything else an OAuth token. */
function authorization(key: string): string {
  const at = key.lastIndexOf(':')
  if (at < 0) return `Bearer ${key}`
  const user = key.slice(0, at)
  return basic(user.endsWith('/token') ? user : `${user}/token`, key.slice(at + 1))
}

async function* readTickets({ client, page, cursor }: Fetch) {
  for (;;) {
    const { tickets: after } = cursor
    const include = 'users,groups,metric_sets'
    const from = after === null ? { start_time: secondsOf(cursor) } : { cursor: after }
    const answer = await client.get(
      `/api/v2/incremental/tickets/cursor.json?${query({ ...from, include })}`,
    )
    for (const list of ['users', 'groups', 'tickets', 'metric_sets']) {
      yield* page(listIn(answer, list), list)
    }
    cursor.tickets = textIn(answer, 'after_cursor') ?? after
    if (isOver(answer) || cursor.tickets === after) break
    yield checkpoint(cursor)
  }
  cursor.phase = 'events'
  yield checkpoint(cursor)
}

/** Time-based: a page begins with what has the end time of the one before, so some come twice. */
async function* readEvents({ client, page, cursor }: Fetch) {
  for (;;) {
    const from = cursor.events ?? secondsOf(cursor)
    const answer = await client.get(
      `/api/v2/incremental/ticket_events.json?${query({ start_time: from })}`,
    )
    yield* page(listIn(answer, 'ticket_events'), 'ticket_events')
    const end = numberIn(answer, 'end_time')
    cursor.events = end ?? from
    if (isOver(answer) || cursor.events <= from) break
    yield checkpoint(cursor)
  }
  cursor.phase = 'ratings'
  yield checkpoint(cursor)
}

async function* readRatings({ client, page, cursor }: Fetch) {
  for (;;) {
    const wanted = {
      start_time: secondsOf(cursor),
      'page[size]': 100,
      'page[after]': cursor.ratings,
    }
    const answer = await client.tryGet(`/api/v2/satisfaction_ratings.json?${query(wanted)}`)
    yield* page(listIn(answer, 'satisfaction_ratings'), 'satisfaction_ratings')
    const after = textIn(answer, 'meta', 'after_cursor')
    const meta = has(answer, 'meta') ? answer['meta'] : null
    if (!has(meta, 'has_more') || meta['has_more'] !== true || after === null) return
    cursor.ratings = after
    yield checkpoint(cursor)
  }
}

function isOver(answer: unknown): boolean {
  return !has(answer, 'end_of_stream') || answer['end_of_stream'] !== false
}

import { Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { days, later } from '#server/core/clock.ts'
import type { ApiAccess, Checkpoint, Told } from './vendor.ts'
import { translateFreshdesk } from '#server/imports/vendors/freshdesk-records.ts'
import { addressOf, basic, vendorClient } from '#server/imports/vendors/http.ts'
import type { VendorClient } from '#server/imports/vendors/http.ts'
import {
  cursorFrom,
  listIn,
  nextRound,
  pageReader,
  query,
  textIn,
} from '#server/imports/vendors/pages.ts'
import type { Round } from '#server/imports/vendors/pages.ts'
import type { StepFound } from '#server/imports/vendors/step.ts'

/** Tickets by when they changed, activities by day, ratings by page. */
type Place = {
  phase: 'tickets' | 'activities' | 'ratings'
  page: number
  /** Of tickets: changed since, where pages ran out; of activities: the next day. */
  from: string | null
}
type Cursor = Place & Round

const perPage = 100
/** Freshdesk answers no page beyond it. */
const lastPage = 300
/** The export reaches no further back than what is asked for day by day in good time. */
const activityDays = 400

type Access = {
  api: ApiAccess
  told: Told
  client: VendorClient
  read: ReturnType<typeof pageReader<StepFound>>
}

export async function* readFreshdeskApi(
  api: ApiAccess,
  told: Told,
): AsyncGenerator<StepFound | Checkpoint> {
  const client = vendorClient(api, {
    title: 'Freshdesk',
    address: addressOf(api.url).origin,
    headers: { authorization: basic(api.key, 'X') },
    needs: 'the API key of an administrator who sees all tickets',
  })
  const access = { api, told, client, read: pageReader(told, translateFreshdesk) }
  const cursor = cursorFrom<Place>(api, { phase: 'tickets', page: 1, from: null })
  for (const list of ['groups', 'agents']) yield* readNames(access, list)
  if (cursor.phase === 'tickets') yield* readTickets(access, cursor)
  if (cursor.phase === 'activities') yield* readActivities(access, cursor)
  yield* readRatings(access, cursor)
  yield nextRound(cursor)
}

function* goOn(cursor: Cursor, place: Partial<Place>): Generator<Checkpoint> {
  Object.assign(cursor, place)
  yield { cursor: { ...cursor } }
}

async function* readNames({ client, read }: Access, list: string) {
  for (let page = 1; page <= lastPage; page += 1) {
    const answer = await client.tryGet(`/api/v2/${list}?${query({ per_page: perPage, page })}`)
    const records = Array.isArray(answer) ? answer : []
    yield* read(records, list)
    if (records.length === 0) return
  }
}

/** Past the last page it goes on from the last change seen: some tickets come twice. */
async function* readTickets({ client, read }: Access, cursor: Cursor) {
  for (;;) {
    const { page } = cursor
    const since = cursor.from ?? cursor.since
    const order = { order_by: 'updated_at', order_type: 'asc' }
    const wanted = { include: 'stats', updated_since: since, ...order, per_page: perPage, page }
    const answer = await client.get(`/api/v2/tickets?${query(wanted)}`)
    const records = Array.isArray(answer) ? answer : []
    yield* read(records, 'tickets')
    if (records.length === 0) break
    if (page < lastPage) yield* goOn(cursor, { page: page + 1 })
    else yield* goOn(cursor, { page: 1, from: lastChange(records, since) })
  }
  yield* goOn(cursor, { phase: 'activities', page: 1, from: null })
}

function lastChange(records: readonly unknown[], since: string): string {
  const seen = textIn(records.at(-1), 'updated_at')
  if (seen !== null && seen !== since) return seen
  throw new Unavailable('vendor.paging', 'Freshdesk has more tickets of one second than pages')
}

/** One file a day, made by Freshdesk the day after; without them counts are estimates. */
async function* readActivities({ api, told, client, read }: Access, cursor: Cursor) {
  const now = new Date(cursor.startedAt)
  const earliest = later(now, -activityDays * days)
  const since = new Date(cursor.since)
  let day = cursor.from === null ? (since > earliest ? since : earliest) : new Date(cursor.from)
  while (day < now) {
    const date = day.toISOString().slice(0, 10)
    const wanted = query({ created_at: date })
    const answer = await client.tryGet(`/api/v2/export/ticket_activities?${wanted}`)
    const [first] = listIn(answer, 'export')
    const url = textIn(answer, 'export', 'url') ?? textIn(first, 'url')
    if (url !== null) {
      yield* read(listIn(await download(api, url), 'activities_data'), 'activities_data')
    } else {
      const detail = `${date}: Freshdesk gives no file (the export is part of its larger plans)`
      told.remark({ line: 0, reason: 'no-activities', detail })
    }
    day = later(day, days)
    yield* goOn(cursor, { from: day.toISOString() })
  }
  yield* goOn(cursor, { phase: 'ratings', page: 1, from: null })
}

const fileHosts = /(?:^|\.)(?:amazonaws\.com|freshdesk\.com|freshworks\.com)$/

/** The file lies elsewhere, under an address that is signed: it is given no key. */
async function download(api: ApiAccess, url: string): Promise<unknown> {
  const address = addressOf(url)
  const isOwn = address.origin === addressOf(api.url).origin
  if (!isOwn && !(address.protocol === 'https:' && fileHosts.test(address.hostname))) {
    throw new Unavailable(
      'vendor.file-elsewhere',
      sentence`Freshdesk names a file at ${address.host}, which is none of its own hosts: it is not fetched`,
    )
  }
  const client = vendorClient(api, { title: 'Freshdesk', address: url, headers: {}, needs: 'none' })
  return client.tryGet('')
}

async function* readRatings({ client, read }: Access, cursor: Cursor) {
  for (;;) {
    const { page } = cursor
    const wanted = { created_since: cursor.since, per_page: perPage, page }
    const answer = await client.tryGet(`/api/v2/surveys/satisfaction_ratings?${query(wanted)}`)
    const records = Array.isArray(answer) ? answer : []
    yield* read(records, 'satisfaction_ratings')
    if (records.length === 0 || page >= lastPage) return
    yield* goOn(cursor, { page: page + 1 })
  }
}

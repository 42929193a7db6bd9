import { Unavailable } from '#server/core/errors.ts'
import { days, later } from '#server/core/clock.ts'
import type { ApiAccess, Checkpoint, Told } from '#server/imports/vendor.ts'
import { translateFreshdesk } from '#server/imports/vendors/freshdesk-records.ts'
import { addressOf, basic, vendorClient } from '#server/imports/vendors/http.ts'
import type { VendorClient } from '#server/imports/vendors/http.ts'
import { cursorFrom, listIn, pageReader, query, textIn } from '#server/imports/vendors/pages.ts'
import type { StepFound } from '#server/imports/vendors/step.ts'

/** Tickets by when they changed, activities by day, ratings by page. */
type Cursor = {
  phase: 'tickets' | 'activities' | 'ratings' | 'done'
  since: string | null
  page: number
}

const perPage = 100
/** Freshdesk answers no page beyond it. */
const lastPage = 300

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
  const since = (api.since ?? new Date(0)).toISOString()
  let cursor = cursorFrom<Cursor>(api.cursor, { phase: 'tickets', since, page: 1 })
  for (const list of ['groups', 'agents']) yield* readNames(access, list)
  const phases = { tickets: readTickets, activities: readActivities, ratings: readRatings }
  const after = { tickets: 'activities', activities: 'ratings', ratings: 'done' } as const
  while (cursor.phase !== 'done') {
    yield* phases[cursor.phase](access, cursor)
    cursor = { phase: after[cursor.phase], since, page: 1 }
    yield { cursor }
  }
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
  let { since, page } = cursor
  for (;;) {
    const order = { order_by: 'updated_at', order_type: 'asc' }
    const wanted = { include: 'stats', updated_since: since, ...order, per_page: perPage, page }
    const answer = await client.get(`/api/v2/tickets?${query(wanted)}`)
    const records = Array.isArray(answer) ? answer : []
    yield* read(records, 'tickets')
    if (records.length === 0) return
    page += 1
    if (page > lastPage) {
      const seen: string | null = textIn(records.at(-1), 'updated_at')
      if (seen === null || seen === since) {
        throw new Unavailable(
          'vendor.paging',
          'Freshdesk has more tickets of one second than pages',
        )
      }
      since = seen
      page = 1
    }
    yield { cursor: { phase: 'tickets', since, page } satisfies Cursor }
  }
}

/** One file a day, made by Freshdesk the day after; without them counts are estimates. */
async function* readActivities({ api, told, client, read }: Access, cursor: Cursor) {
  const first = api.since ?? later(api.clock.now(), -90 * days)
  let day = cursor.page > 1 && cursor.since !== null ? new Date(cursor.since) : first
  for (; day < api.clock.now(); day = later(day, days)) {
    const date = day.toISOString().slice(0, 10)
    const answer = await client.tryGet(
      `/api/v2/export/ticket_activities?${query({ created_at: date })}`,
    )
    const url = textIn(answer, 'export', 'url') ?? textIn(listIn(answer, 'export')[0], 'url')
    if (url === null) {
      const detail = `${date}: Freshdesk gives no file (the export is part of its larger plans)`
      told.remark({ line: 0, reason: 'no-activities', detail })
      if (answer === undefined) return
    } else yield* read(listIn(await download(api, url), 'activities_data'), 'activities_data')
    const next = later(day, days).toISOString()
    yield { cursor: { phase: 'activities', since: next, page: 2 } satisfies Cursor }
  }
}

const fileHosts = /(?:^|\.)(?:amazonaws\.com|freshdesk\.com|freshworks\.com)$/

/** The file lies elsewhere, under an address that is signed: it is given no key. */
async function download(api: ApiAccess, url: string): Promise<unknown> {
  const address = addressOf(url)
  const isOwn = address.origin === addressOf(api.url).origin
  if (!isOwn && !(address.protocol === 'https:' && fileHosts.test(address.hostname))) {
    throw new Unavailable(
      'vendor.file-elsewhere',
      `Freshdesk names a file at ${address.host}, which is none of its own hosts: it is not fetched`,
    )
  }
  const client = vendorClient(api, { title: 'Freshdesk', address: url, headers: {}, needs: 'none' })
  return client.tryGet('')
}

async function* readRatings({ client, read }: Access, cursor: Cursor) {
  for (let { page } = cursor; page <= lastPage;) {
    const wanted = { created_since: cursor.since, per_page: perPage, page }
    const answer = await client.tryGet(`/api/v2/surveys/satisfaction_ratings?${query(wanted)}`)
    const records = Array.isArray(answer) ? answer : []
    yield* read(records, 'satisfaction_ratings')
    if (records.length === 0) return
    page += 1
    yield { cursor: { phase: 'ratings', since: cursor.since, page } satisfies Cursor }
  }
}

import { days, later } from '#server/core/clock.ts'
import type { ApiAccess, Checkpoint, Told } from './vendor.ts'
import { addressOf, basic, vendorClient } from '#server/imports/vendors/http.ts'
import type { VendorClient } from '#server/imports/vendors/http.ts'
import { translateJira } from '#server/imports/vendors/jira-records.ts'
import type { JiraFound } from '#server/imports/vendors/jira-records.ts'
import { has, isObject } from '#server/imports/vendors/json-reader.ts'
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

/** Cloud gives a token for the next page, Data Center counts. */
type Place = { next: string | null; startAt: number }
type Cursor = Place & Round

type Search = { client: VendorClient; read: ReturnType<typeof pageReader<JiraFound>>; jql: string }

const fields = 'created,updated,status,issuetype,resolution,resolutiondate,reporter,project'
const perPage = 100

/** A search of one’s own goes into the address: `https://acme.atlassian.net/?jql=project=SUP`. */
export async function* readJiraApi(
  api: ApiAccess,
  told: Told,
): AsyncGenerator<JiraFound | Checkpoint> {
  const url = addressOf(api.url)
  const client = vendorClient(api, {
    title: 'Jira',
    address: `${url.origin}${url.pathname.replace(/\/$/, '')}`,
    headers: { authorization: authorization(api.key) },
    needs:
      '“email:API token” (Cloud) or a personal access token (Data Center) that may browse the projects',
  })
  const read = pageReader(told, translateJira)
  const statuses = await client.get('/rest/api/2/status')
  yield* read(Array.isArray(statuses) ? statuses : [], 'statuses')
  const info = await client.get('/rest/api/2/serverInfo')
  const cursor = cursorFrom<Place>(api, { next: null, startAt: 0 })
  const search = { client, read, jql: jqlOf(url.searchParams.get('jql'), cursor.since) }
  const isCloud = textIn(info, 'deploymentType') === 'Cloud'
  yield* isCloud ? readCloud(search, cursor) : readDataCenter(search, cursor)
  yield nextRound(cursor)
}

function authorization(key: string): string {
  const at = key.indexOf(':')
  return at < 0 ? `Bearer ${key}` : basic(key.slice(0, at), key.slice(at + 1))
}

/** Days are of the key’s time zone, so it begins one earlier. */
function jqlOf(own: string | null, since: string): string {
  const from = later(new Date(Math.max(Date.parse(since), days)), -days)
    .toISOString()
    .slice(0, 10)
  const all = `updated >= "${from}"`
  return `${own ? `(${own}) AND ${all}` : all} ORDER BY created ASC`
}

async function* readCloud({ client, read, jql }: Search, cursor: Cursor) {
  for (;;) {
    const { next: nextPageToken } = cursor
    const wanted = { jql, fields, expand: 'changelog', maxResults: perPage, nextPageToken }
    const answer = await client.get(`/rest/api/3/search/jql?${query(wanted)}`)
    for (const issue of listIn(answer, 'issues')) {
      yield* read([await withWholeChangelog(client, issue)], 'issues')
    }
    cursor.next = textIn(answer, 'nextPageToken')
    const isLast = has(answer, 'isLast') && answer['isLast'] === true
    if (isLast || cursor.next === null || cursor.next === nextPageToken) return
    yield { cursor: { ...cursor } }
  }
}

/** A search gives the beginning of a long changelog only. */
async function withWholeChangelog(client: VendorClient, issue: unknown): Promise<unknown> {
  const id = textIn(issue, 'id')
  const histories = [...listIn(issue, 'changelog', 'histories')]
  const total = numberIn(issue, 'changelog', 'total') ?? 0
  if (!isObject(issue) || id === null || histories.length >= total) return issue
  const whole: unknown[] = []
  for (;;) {
    const wanted = query({ startAt: whole.length, maxResults: perPage })
    const answer = await client.get(
      `/rest/api/3/issue/${encodeURIComponent(id)}/changelog?${wanted}`,
    )
    const values = listIn(answer, 'values')
    whole.push(...values)
    const isLast = has(answer, 'isLast') && answer['isLast'] === true
    if (values.length === 0 || isLast || whole.length >= total) break
  }
  return { ...issue, changelog: { total, histories: whole.length > 0 ? whole : histories } }
}

async function* readDataCenter({ client, read, jql }: Search, cursor: Cursor) {
  for (;;) {
    const { startAt } = cursor
    const wanted = { jql, fields, expand: 'changelog', maxResults: perPage, startAt }
    const answer = await client.get(`/rest/api/2/search?${query(wanted)}`)
    const issues = listIn(answer, 'issues')
    yield* read(issues, 'issues')
    cursor.startAt += issues.length
    const total = numberIn(answer, 'total') ?? 0
    if (issues.length === 0 || cursor.startAt >= total) return
    yield { cursor: { ...cursor }, total }
  }
}

import { Invalid } from '#server/core/errors.ts'
import type { ApiAccess, Checkpoint, Told } from './vendor.ts'
import { translateChatwoot } from '#server/imports/vendors/chatwoot-records.ts'
import { addressOf, vendorClient } from '#server/imports/vendors/http.ts'
import type { VendorClient } from '#server/imports/vendors/http.ts'
import { isObject } from '#server/imports/vendors/json-reader.ts'
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

type Place = { phase: 'conversations' | 'ratings'; page: number }
type Fetch = {
  client: VendorClient
  account: string
  read: ReturnType<typeof pageReader<StepFound>>
  cursor: Place & Round
}

/** Conversations by page, each with its reporting events; then the answers to the survey. */
export async function* readChatwootApi(
  api: ApiAccess,
  told: Told,
): AsyncGenerator<StepFound | Checkpoint> {
  const url = addressOf(api.url)
  const client = vendorClient(api, {
    title: 'Chatwoot',
    address: url.origin,
    headers: { api_access_token: api.key },
    needs: 'the access token of an administrator',
  })
  const account = `/api/v1/accounts/${await accountOf(url, client)}`
  const read = pageReader(told, translateChatwoot)
  const cursor = cursorFrom<Place>(api, { phase: 'conversations', page: 1 })
  const fetch = { client, account, read, cursor }
  if (cursor.phase === 'conversations') yield* readConversations(fetch)
  yield* readRatings(fetch)
  yield nextRound(cursor)
}

async function* readConversations({ client, account, read, cursor }: Fetch) {
  for (;;) {
    const wanted = query({ status: 'all', sort_by: 'created_at_asc', page: cursor.page })
    const answer = await client.get(`${account}/conversations?${wanted}`)
    const conversations = listIn(answer, 'data', 'payload')
    for (const conversation of conversations.filter((one) => isActiveSince(one, cursor.since))) {
      yield* read([await withEvents(client, account, conversation)], 'data.payload')
    }
    if (conversations.length === 0) break
    cursor.page += 1
    const total = numberIn(answer, 'data', 'meta', 'all_count')
    yield { cursor: { ...cursor }, ...(total === undefined ? {} : { total }) }
  }
  Object.assign(cursor, { phase: 'ratings', page: 1 })
  yield { cursor: { ...cursor } }
}

async function* readRatings({ client, account, read, cursor }: Fetch) {
  for (;;) {
    const wanted = query({ page: cursor.page })
    const answer = await client.tryGet(`${account}/csat_survey_responses?${wanted}`)
    const responses = Array.isArray(answer) ? answer : listIn(answer, 'payload')
    if (responses.length === 0) return
    yield* read(responses, 'csat_survey_responses')
    cursor.page += 1
    yield { cursor: { ...cursor } }
  }
}

/** Named in the address (`…/accounts/7/…`), else the first of the key’s own. */
async function accountOf(url: URL, client: VendorClient): Promise<string> {
  const named = /\/accounts\/(\d+)/.exec(url.pathname)?.[1]
  if (named) return named
  const account = textIn(await client.get('/api/v1/profile'), 'account_id')
  if (account !== null && /^\d+$/.test(account)) return account
  throw new Invalid('vendor.account-unknown', 'Name the account in the address: …/app/accounts/1')
}

function isActiveSince(conversation: unknown, since: string): boolean {
  const active = numberIn(conversation, 'last_activity_at')
  return active === undefined || active * 1000 >= Date.parse(since)
}

/** An older Chatwoot has no such list: its conversations are then told by what they are now. */
async function withEvents(
  client: VendorClient,
  account: string,
  conversation: unknown,
): Promise<unknown> {
  const id = textIn(conversation, 'id')
  if (!isObject(conversation) || id === null) return conversation
  const answer = await client.tryGet(
    `${account}/conversations/${encodeURIComponent(id)}/reporting_events`,
  )
  const events = Array.isArray(answer) ? answer : listIn(answer, 'payload')
  return answer === undefined ? conversation : { ...conversation, reporting_events: events }
}

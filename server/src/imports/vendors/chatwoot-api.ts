import { Invalid } from '#server/core/errors.ts'
import type { ApiAccess, Checkpoint, Told } from '#server/imports/vendor.ts'
import { translateChatwoot } from '#server/imports/vendors/chatwoot-records.ts'
import { addressOf, vendorClient } from '#server/imports/vendors/http.ts'
import type { VendorClient } from '#server/imports/vendors/http.ts'
import { isObject } from '#server/imports/vendors/json-reader.ts'
import {
  cursorFrom,
  listIn,
  numberIn,
  pageReader,
  query,
  textIn,
} from '#server/imports/vendors/pages.ts'
import type { StepFound } from '#server/imports/vendors/step.ts'

type Cursor = { phase: 'conversations' | 'ratings' | 'done'; page: number }

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
  const cursor = cursorFrom<Cursor>(api.cursor, { phase: 'conversations', page: 1 })
  let { phase, page } = cursor
  for (; phase === 'conversations'; page += 1) {
    const wanted = query({ status: 'all', sort_by: 'created_at_asc', page })
    const answer = await client.get(`${account}/conversations?${wanted}`)
    const conversations = listIn(answer, 'data', 'payload')
    for (const conversation of conversations.filter((one) => isActiveSince(one, api.since))) {
      yield* read([await withEvents(client, account, conversation)], 'data.payload')
    }
    if (conversations.length === 0) break
    const total = numberIn(answer, 'data', 'meta', 'all_count')
    const next: Cursor = { phase, page: page + 1 }
    yield { cursor: next, ...(total === undefined ? {} : { total }) }
  }
  if (phase === 'done') return
  if (phase === 'conversations') page = 1
  phase = 'ratings'
  for (; ; page += 1) {
    yield { cursor: { phase, page } satisfies Cursor }
    const answer = await client.tryGet(`${account}/csat_survey_responses?${query({ page })}`)
    const responses = Array.isArray(answer) ? answer : listIn(answer, 'payload')
    if (responses.length === 0) break
    yield* read(responses, 'csat_survey_responses')
  }
  yield { cursor: { phase: 'done', page } satisfies Cursor }
}

/** Named in the address (`…/accounts/7/…`), else the first of the key’s own. */
async function accountOf(url: URL, client: VendorClient): Promise<string> {
  const named = /\/accounts\/(\d+)/.exec(url.pathname)?.[1]
  if (named) return named
  const account = textIn(await client.get('/api/v1/profile'), 'account_id')
  if (account !== null && /^\d+$/.test(account)) return account
  throw new Invalid('vendor.account-unknown', 'Name the account in the address: …/app/accounts/1')
}

function isActiveSince(conversation: unknown, since: Date | null): boolean {
  const active = numberIn(conversation, 'last_activity_at')
  return since === null || active === undefined || active * 1000 >= since.getTime()
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

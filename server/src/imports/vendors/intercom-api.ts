import type { ApiAccess, Checkpoint, Told } from './vendor.ts'
import { addressOf, vendorClient } from '#server/imports/vendors/http.ts'
import { translateIntercom } from '#server/imports/vendors/intercom-records.ts'
import {
  cursorFrom,
  listIn,
  nextRound,
  numberIn,
  pageReader,
  textIn,
} from '#server/imports/vendors/pages.ts'
import type { StepFound } from '#server/imports/vendors/step.ts'

const perPage = 50

/** A search names the conversations; only one asked for by its id has its parts. */
export async function* readIntercomApi(
  api: ApiAccess,
  told: Told,
): AsyncGenerator<StepFound | Checkpoint> {
  const client = vendorClient(api, {
    title: 'Intercom',
    address: addressOf(api.url).origin,
    headers: { authorization: `Bearer ${api.key}`, 'intercom-version': '2.11' },
    needs: 'an access token that may read conversations, admins and teams',
  })
  const read = pageReader(told, translateIntercom)
  yield* read(listIn(await client.tryGet('/teams'), 'teams'), 'teams')
  yield* read(listIn(await client.tryGet('/admins'), 'admins'), 'admins')
  const cursor = cursorFrom(api, { after: null as string | null })
  const value = Math.floor(Date.parse(cursor.since) / 1000)
  for (;;) {
    const { after } = cursor
    const answer = await client.post('/conversations/search', {
      query: { field: 'updated_at', operator: '>', value },
      pagination: { per_page: perPage, ...(after === null ? {} : { starting_after: after }) },
    })
    for (const found of listIn(answer, 'conversations')) {
      const id = textIn(found, 'id')
      const whole =
        id === null ? undefined : await client.tryGet(`/conversations/${encodeURIComponent(id)}`)
      yield* read([whole ?? found], 'conversations')
    }
    cursor.after = textIn(answer, 'pages', 'next', 'starting_after')
    if (cursor.after === null || cursor.after === after) break
    const total = numberIn(answer, 'total_count')
    yield { cursor: { ...cursor }, ...(total === undefined ? {} : { total }) }
  }
  yield nextRound(cursor)
}

import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { eventLog, someFile } from '#server/imports/testing/factory.ts'
import { previewHistory } from './preview-history.ts'
import { zendeskWorld } from '#server/imports/vendors/testing/zendesk-desk.ts'
import { createTestDesk } from '#server/testing/desk.ts'

const { url } = await createTestDesk()

test('a preview of a very large table looks at its beginning only, and says so', async () => {
  const file = someFile(
    eventLog(
      '1,2026-02-01 10:00,New,Desk,a',
      '1,2026-02-01 11:00,Resolved,Desk,a',
      '2,2026-02-01 10:00,New,Platform,a',
    ),
  )
  const part = await previewHistory(url, [file], { mostRows: 2 })
  expect(part.assumed).toContain('teams, statuses and dates are those of the first 2 rows')
  expect(part.teams.map(({ name }) => name)).toEqual(['Desk'])
  const all = await previewHistory(url, [file], {})
  expect(all.assumed.join()).not.toContain('of the first')
  expect(all.teams.map(({ name }) => name)).toEqual(['Desk', 'Platform'])
})

test('cases are shown as they begin in the file', async () => {
  const cases = ['Z-9', 'M-5', 'A-1', 'Q-7', 'B-2']
  const file = someFile(eventLog(...cases.map((id) => `${id},2026-02-01 10:00,Solved,Desk,a`)))
  const { tickets } = await previewHistory(url, [file], {})
  expect(tickets.map(({ key }) => key)).toEqual(cases)
})

const many = Array.from({ length: 5_000 }, (_, index) => index)
const table = eventLog(
  ...many.map((id) => `"T-${id}",2026-02-01 10:00,New,Desk,a\n"T-${id}",2026-02-02,Solved,Desk,a`),
)
const trace = (id: number) => `<trace><string key="concept:name" value="T-${id}"/><event>
  <string key="concept:name" value="Close"/><string key="org:group" value="Desk"/>
  <date key="time:timestamp" value="2026-02-01T10:00:00Z"/></event></trace>`
const json = JSON.stringify({ tickets: many.map((id) => ({ ...zendeskWorld.tickets[0], id })) })

test.each([
  ['a table', table],
  ['a gzipped table', gzipSync(table, { level: 0 })],
  ['an XES log', `<log>${many.map(trace).join('')}`],
  ['a JSON document', json],
  ['records, one a line', json.slice(12).replaceAll('},{"url', '}\n{"url')],
])(
  'of %s it reads the beginning alone, and takes no notice of what follows',
  async (_, content) => {
    const file = someFile(Buffer.concat([Buffer.from(content), Buffer.from('\n"}<broken"')]))
    const { tickets, refusals, isPartial, assumed, rows } = await previewHistory(url, [file], {
      mostBytes: 100_000,
      l1: [],
    })
    expect([tickets.length, refusals, isPartial]).toEqual([10, [], true])
    expect(rows.read).toBeGreaterThan(20)
    expect(rows.read).toBeLessThan(4_900)
    expect(assumed.length).toBeGreaterThan(0)
  },
)

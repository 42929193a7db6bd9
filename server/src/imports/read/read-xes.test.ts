import { describe, expect, test } from 'vitest'
import { inspectFile } from './inspect-file.ts'
import { readRows } from './read-rows.ts'
import { someFile } from '#server/imports/testing/factory.ts'
import { scorecardOfFile } from '#server/imports/record/scorecard-of-file.ts'
import { createTestDesk } from '#server/testing/desk.ts'

const event = (name: string, time: string, group: string) => `
    <event>
      <string key="concept:name" value="${name}"><string key="nested" value="not a column"/></string>
      <date key="time:timestamp" value="${time}"/>
      <string key="org:group" value="${group}"/>
    </event>`

const log = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016">
  <global scope="event"><string key="concept:name" value="default"/></global>
  <trace>
    <string key="concept:name" value="1 &amp; only"/>${event('New', '2024-03-01T10:00:00+01:00', 'Desk')}${event('Resolved', '2024-03-01T11:00:00+01:00', 'Desk')}
  </trace>
  <trace>
    <string key="concept:name" value="2"/>${event('New', '2024-03-02T10:00:00Z', 'Desk')}${event('Resolved', '2024-03-02T12:00:00Z', 'Platform')}
    <event/>
  </trace>
</log>`

describe('an XES log', () => {
  test('gives rows of its events, with the attributes of their trace', async () => {
    const shape = await inspectFile(someFile(log, 'log.xes'))
    let header: string[] = []
    const refused: object[] = []
    const rows = await Array.fromAsync(
      readRows(
        shape,
        (names) => (header = names),
        (refusal) => refused.push(refusal),
      ),
    )
    expect(header).toEqual(['case:concept:name', 'concept:name', 'time:timestamp', 'org:group'])
    expect(rows[0]).toEqual({
      line: 6,
      fields: ['1 & only', 'New', '2024-03-01T10:00:00+01:00', 'Desk'],
    })
    expect(rows).toHaveLength(4)
    expect(refused).toMatchObject([{ reason: 'no-attributes' }])
  })

  test('is understood without a word about its columns', async () => {
    const desk = await createTestDesk()
    const choice = { windowDays: 14, now: undefined }
    const { scorecard, rows } = await scorecardOfFile(
      [someFile(log, 'log.xes')],
      choice,
      async () => desk.url,
    )
    expect(rows).toEqual({ read: 5, used: 4, refused: 1 })
    expect(scorecard.l1).toMatchObject({ count: 1, of: 2 })
  })

  test('that is not well-formed is refused whole, with the place', async () => {
    const shape = await inspectFile(someFile(log.replace('</trace>', '</tract>')))
    const reading = Array.fromAsync(
      readRows(
        shape,
        () => undefined,
        () => undefined,
      ),
    )
    await expect(reading).rejects.toMatchObject({ reason: 'import.file-broken' })
  })
})

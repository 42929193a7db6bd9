import { describe, expect, test } from 'vitest'
import { parseFieldChoice } from '#server/imports/read/columns.ts'
import { previewHistory } from '#server/imports/record/preview-history.ts'
import type { ReadingChoice } from './reading.ts'
import { someFile } from '#server/imports/testing/factory.ts'
import { createTestDesk } from '#server/testing/desk.ts'

const { url } = await createTestDesk()

/** As trackers write their audit: what a ticket is now stands beside each change of it. */
const log = `Issue Key,Status,Created,Author,Field,From,To
A-1,Closed,2026-03-02 09:00,ada,priority,Low,High
A-1,Closed,2026-03-02 09:05,ada,Assignment group,Service Desk,Platform
A-1,Closed,2026-03-02 10:00,emil,Status,Open,Resolved
A-1,Closed,2026-03-03 10:00,mia,Status,Resolved,Open
A-1,Closed,2026-03-03 11:00,emil,Status,Open,Resolved
A-2,Closed,2026-03-02 09:00,ada,Status,Open,Resolved
A-2,Closed,2026-03-02 09:30,ada,Comment,,"Thanks, it works"
A-3,Open,2026-03-02 09:10,ada,Assignment group,,Service Desk
A-3,Open,2026-03-02 09:20,ada,Phase,Triage,Solved
`

const preview = (choice: ReadingChoice = {}) => previewHistory(url, [someFile(log)], choice)

describe('a file in which each row is the change of one field', () => {
  test('is known by its columns; only fields that tell something count, and the others are no refusals', async () => {
    const { reading, fields, rows, refusals, remarks, assumed, tickets } = await preview()
    expect(reading.columnNames).toMatchObject({ case: 'Issue Key', field: 'Field', to: 'To' })
    expect(reading.columnNames).not.toHaveProperty('status')
    expect(fields).toMatchObject([
      { name: 'Status', count: 4, tells: 'status', samples: ['Resolved', 'Open'] },
      { name: 'Assignment group', count: 2, tells: 'team' },
      { name: 'priority', tells: null },
      { name: 'Comment', tells: null },
      { name: 'Phase', tells: null },
    ])
    expect([rows.read, rows.refused, refusals, remarks]).toEqual([6, 0, [], []])
    expect(assumed).toContainEqual(expect.stringMatching(/3 rows of “priority”.* passed over/))
    const told = tickets.map(({ key, events }) => [key, ...events.map(({ name }) => name)])
    expect(told).toEqual([
      ['A-1', 'ticket.received', 'ticket.line_changed', 'ticket.resolved', 'ticket.reopened', 'ticket.resolved'],
      ['A-2', 'ticket.received', 'ticket.resolved'],
      ['A-3', 'ticket.received'],
    ]) // prettier-ignore
  })

  test('the team it was taken from is one of its teams, and had the ticket from the beginning', async () => {
    const { teams, tickets } = await preview({ l1: ['Platform'] })
    expect(teams.map(({ name, isFirstLine }) => [name, isFirstLine])).toEqual([
      ['Service Desk', false],
      ['Platform', true],
    ])
    expect(tickets[0]!.events[0]).toMatchObject({ name: 'ticket.received', data: { line: 'L2' } })
    expect(tickets[0]!.facts?.ticket.escalated).toBe(true)
  })

  test('other fields can be chosen instead, and an unknown one is refused with the nearest', async () => {
    const fields = parseFieldChoice(['status=Phase,team=Assignment group'])
    const { tickets, rows } = await preview({ fields })
    expect(rows.read).toBe(3)
    expect(tickets.find(({ key }) => key === 'A-3')!.events.at(-1)!.name).toBe('ticket.resolved')
    await expect(preview({ fields: { status: ['Statuss'] } })).rejects.toThrow(
      /No row tells a change of “Statuss”; did you mean “Status”\?\nFields in the file:\n {2}Status \(4 rows\)/,
    )
    await expect(preview({ fields: { team: ['Phase'] } })).rejects.toMatchObject({
      reason: 'import.no-status-field',
    })
  })

  test('a named status column makes it a log of states again', async () => {
    const { fields, rows } = await preview({
      columns: 'case=Issue Key,time=Created,status=Status,team=Author',
    })
    expect([fields, rows.read]).toEqual([[], 9])
  })
})

test('fields are named like columns, a role as often as needed', () => {
  expect(parseFieldChoice(['status=State,status=Incident, state', 'team=Group'])).toEqual({
    status: ['State', 'Incident, state'],
    team: ['Group'],
  })
  expect(() => parseFieldChoice(['statsu=State'])).toThrow(/did you mean “status”/)
})

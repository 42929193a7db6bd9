import { expect, onTestFinished, test } from 'vitest'
import { inspectFile } from '#server/imports/read/inspect-file.ts'
import { someFile } from '#server/imports/testing/factory.ts'
import type { HistoryReader } from './vendor.ts'
import { vendorReaders } from '#server/imports/vendors/all.ts'
import { startStandIn } from '#server/imports/vendors/testing/stand-in.ts'
import { accessTo, all, historiesOf, listening } from '#server/imports/vendors/testing/told.ts'

function readerOf(name: string): HistoryReader {
  return vendorReaders.find((reader) => reader.name === name)!
}

async function read(name: string, ...texts: string[]) {
  const heard = listening()
  const files = await Promise.all(
    texts.map((text) => inspectFile(someFile(text, text.startsWith('{') ? 'x.json' : 'x.csv'))),
  )
  const found = await all(readerOf(name).readFiles(files, heard.told))
  const histories = historiesOf(readerOf(name), found, heard.told.remark)
  const short = [...histories.values()].map((records) =>
    records.map(
      ({ at, name: what }) => `${new Date(at).toISOString().slice(8, 16)} ${what.slice(7)}`,
    ),
  )
  return { ...heard, histories, short }
}

test('Jira’s data pipeline: two CSV files tell of issues by their id', async () => {
  const issues = [
    'id,instance_url,key,project_key,project_name,issue_type,status,resolution,created_date,resolution_date,updated_date,reporter_key',
    '10001,https://jira.example.com,SUP-1,SUP,Support,Incident,Closed,Done,2026-03-02T08:00:00Z,2026-03-02T09:00:00Z,2026-03-09T08:00:00Z,mia',
    '10002,https://jira.example.com,SUP-2,SUP,Support,Incident,Closed,Duplicate,2026-03-03T08:00:00Z,,2026-03-03T08:30:00Z,mia',
    'none,https://jira.example.com,SUP-3,SUP,Support,Incident,Open,,not a time,,,mia',
  ].join('\n')
  const history = [
    'issue_id,changelog_id,author_key,created_date,field_type,field,from,from_string,to,to_string',
    '10001,1,ada,2026-03-02T08:10:00Z,jira,status,1,Open,5,Resolved',
    '10001,2,mia,2026-03-02T08:20:00Z,jira,status,5,Resolved,1,Open',
    '10001,3,ada,2026-03-02T08:30:00Z,custom,Team,,Support,,Platform',
    '10001,4,ada,2026-03-02T09:00:00Z,jira,status,1,Open,5,Resolved',
    '10001,5,,2026-03-09T08:00:00Z,jira,status,5,Resolved,6,Closed',
  ].join('\n')
  expect(readerOf('jira').fits({ path: 'issues.csv', text: issues })).toBe(true)
  expect(readerOf('jira').fits({ path: 'issue_history.csv', text: history })).toBe(true)
  const { short, refusals, histories } = await read('jira', history, issues)
  expect(refusals).toEqual([
    expect.objectContaining({
      line: 4,
      reason: 'unreadable-time',
      detail: expect.stringContaining('created_date'),
    }),
  ])
  expect(short).toEqual([
    [
      '02T08:00 received',
      '02T08:10 resolved',
      '02T08:20 reopened',
      '02T08:30 line_changed',
      '02T09:00 resolved',
    ],
    ['03T08:00 received', '03T08:30 voided'],
  ])
  expect(histories.get('10001')?.[2]?.data).toMatchObject({ by: 'customer' })
})

test('Zendesk’s audits tell as its events do; a merge makes a ticket void', async () => {
  const ticket = {
    created_at: '2026-03-02T08:00:00Z',
    status: 'closed',
    requester_id: 9,
    type: null,
  }
  const audit = (id: number, minute: string, ...events: object[]) => ({
    id: Number(minute),
    ticket_id: id,
    created_at: `2026-03-02T08:${minute}:00Z`,
    author_id: 9,
    via: { channel: 'web' },
    events,
  })
  const change = (field: string, value: unknown, previous: unknown, more = {}) => ({
    type: 'Change',
    field_name: field,
    value,
    previous_value: previous,
    ...more,
  })
  const { short, histories } = await read(
    'zendesk',
    JSON.stringify({
      tickets: [
        { ...ticket, id: 1, updated_at: '2026-03-02T08:40:00Z' },
        { ...ticket, id: 2, updated_at: '2026-03-02T08:30:00Z' },
      ],
      audits: [
        audit(1, '10', change('status', 'solved', 'open'), { type: 'Notification', value: 3 }),
        audit(1, '12', change('satisfaction_score', 'offered', 'unoffered')),
        audit(1, '15', change('satisfaction_score', 'good', 'offered')),
        audit(1, '20', change('status', 'open', 'solved', { via: { channel: 'rule' } })),
        audit(1, '40', change('status', 'solved', 'open')),
        audit(2, '30', change('tags', ['closed_by_merge'], []), change('status', 'closed', 'open')),
      ],
    }),
  )
  expect(short).toEqual([
    [
      '02T08:00 received',
      '02T08:10 resolved',
      '02T08:12 requested',
      '02T08:15 given',
      '02T08:20 reopened',
      '02T08:40 resolved',
    ],
    ['02T08:00 received', '02T08:30 voided'],
  ])
  expect(histories.get('1')?.find(({ name }) => name === 'ticket.reopened')?.data).toMatchObject({
    by: 'customer',
    cause: 'set open again by system',
  })
})

test.each([
  ['cut off', '{"id": 7, "stat'],
  ['no record at all', 'exported by nobody'],
])('a first line that is %s is refused, and the rest is read', async (_, broken) => {
  const ticket = { id: 1, created_at: '2024-03-02T08:00:00Z', status: 'open', url: zendeskUrl }
  const text = `${broken}\n${JSON.stringify(ticket)}\n${JSON.stringify({ ...ticket, id: 2 })}\n`
  const file = await inspectFile(someFile(text))
  expect(file.content).toBe('json')
  const { refusals, histories } = await read('zendesk', text)
  expect(refusals).toMatchObject([{ line: 1, reason: 'no-json', raw: broken }])
  expect([...histories.keys()]).toEqual(['1', '2'])
})

const zendeskUrl = 'https://acme.zendesk.com/api/v2/tickets/1.json'

test('Zendesk’s metric sets complete tickets also from a list of their own', async () => {
  const { short, remarks } = await read(
    'zendesk',
    JSON.stringify({
      metric_sets: [
        {
          ticket_id: 5,
          reopens: 1,
          group_stations: 2,
          solved_at: '2026-03-03T08:00:00Z',
          updated_at: '2026-03-04T08:00:00Z',
        },
      ],
      tickets: [
        {
          id: 5,
          created_at: '2026-03-02T08:00:00Z',
          updated_at: '2026-03-04T08:00:00Z',
          status: 'solved',
          group_id: 71,
        },
      ],
    }),
  )
  expect(short[0]?.map((told) => told.slice(9))).toEqual([
    'received',
    'line_changed',
    'resolved',
    'reopened',
    'resolved',
  ])
  expect(remarks.map(({ reason }) => reason)).toEqual(['estimated-history'])
})

test('Chatwoot’s survey messages say when a rating was asked, and the answer', async () => {
  const seconds = Date.UTC(2026, 2, 2, 8) / 1000
  const survey = (at: number, rating?: number) => ({
    message_type: 3,
    content_type: 'input_csat',
    created_at: seconds + at,
    content_attributes: rating ? { submitted_values: { csat_survey_response: { rating } } } : {},
  })
  const { short, remarks } = await read(
    'chatwoot',
    JSON.stringify({
      conversations: [
        {
          id: 3,
          status: 'resolved',
          created_at: seconds,
          last_activity_at: seconds + 240,
          reporting_events: [
            { name: 'conversation_resolved', event_end_time: '2026-03-02T08:01:00Z', value: 60 },
          ],
          messages: [
            survey(120),
            survey(180, 3),
            survey(240, 5),
            { message_type: 0, created_at: seconds, content: 'Hi' },
          ],
        },
      ],
    }),
  )
  expect(short).toEqual([
    ['02T08:00 received', '02T08:01 resolved', '02T08:02 requested', '02T08:04 given'],
  ])
  expect(remarks.map(({ reason }) => reason)).toEqual(['neutral-rating'])
})

test('times without an offset are of the zone that is named, also when clocks change', async () => {
  const heard = listening('Europe/Berlin')
  const ticket = (id: number, created: string) => ({
    id,
    status: 2,
    created_at: created,
    stats: {},
  })
  const text = JSON.stringify({
    tickets: [ticket(1, '2026-03-28 12:00'), ticket(2, '2026-03-29 12:00')],
  })
  const file = await inspectFile(someFile(text, 'tickets.json'))
  const found = await all(readerOf('freshdesk').readFiles([file], heard.told))
  const times = found.flatMap((one) =>
    'at' in one ? [new Date(one.at).toISOString().slice(11, 16)] : [],
  )
  expect([...new Set(times)]).toEqual(['11:00', '10:00'])
})

test('a file that Freshdesk names at a foreign host is not fetched', async () => {
  const standIn = await startStandIn('authorization: Basic azpY', ({ path }) =>
    path === '/api/v2/export/ticket_activities'
      ? { export: { url: 'https://files.example.com/secret.json' } }
      : [],
  )
  onTestFinished(() => standIn.stop())
  const { access } = accessTo({ key: 'k' }, standIn)
  const fetching = all(readerOf('freshdesk').readApi!(access, listening().told))
  await expect(fetching).rejects.toMatchObject({ reason: 'vendor.file-elsewhere' })
})

test('a limit that is used up is waited for before it is exceeded', async () => {
  const standIn = await startStandIn('authorization: Bearer k', () => ({ conversations: [] }))
  onTestFinished(() => standIn.stop())
  const reset = String(Date.UTC(2026, 2, 9, 0, 0, 10) / 1000)
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
  standIn.faults.push({ status: 200, headers })
  const { access, slept } = accessTo({ key: 'k' }, standIn)
  await all(readerOf('intercom').readApi!(access, listening().told))
  expect(slept).toEqual([10_000])
})

test('a search of one’s own narrows what is asked of Jira', async () => {
  const asked: string[] = []
  const standIn = await startStandIn('authorization: Bearer k', ({ path, query }) => {
    if (path.endsWith('/search')) asked.push(query.get('jql') ?? '')
    if (path.endsWith('/serverInfo')) return { deploymentType: 'Server' }
    return path.endsWith('/status') ? [] : { total: 0, issues: [] }
  })
  onTestFinished(() => standIn.stop())
  const { access } = accessTo({ key: 'k' }, { url: `${standIn.url}/jira/?jql=project=SUP` })
  await all(readerOf('jira').readApi!(access, listening().told))
  expect(asked).toEqual(['(project=SUP) AND updated >= "2026-02-28" ORDER BY created ASC'])
  expect(standIn.seen[0]).toBe('GET /jira/rest/api/2/status')
})

test.each([
  ['no address', { url: 'acme' }, 'vendor.url-invalid'],
  ['no http address', { url: 'file:///etc/passwd' }, 'vendor.url-invalid'],
  ['the address clouds keep secrets at', { url: 'http://169.254.169.254' }, 'outbound.forbidden'],
  ['a key that would break the header', { key: 'a\r\nx: y' }, 'vendor.key-invalid'],
])('%s is refused before anything is sent', async (_, changes, reason) => {
  const { access } = accessTo({ key: 'k' }, { url: 'http://127.0.0.1:9' })
  const fetching = all(readerOf('intercom').readApi!({ ...access, ...changes }, listening().told))
  await expect(fetching).rejects.toMatchObject({ reason })
})

import { permissionsOf } from '@firstline/contract/permissions'
import type { Scorecard } from '@firstline/contract/scorecard'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { App } from '#web/app/App.tsx'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { problem, serve } from '#web/testing/server.ts'

const none = { count: 0, of: 0, rate: null, low: null, high: null }
const some = (count: number, of: number) => ({ count, of, rate: count / of, low: 0.1, high: 0.9 })

const card: Scorecard = {
  from: '2026-01-05T00:00:00Z',
  to: '2026-03-02T09:00:00Z',
  asOf: '2026-03-02T09:00:00Z',
  timeZone: 'UTC',
  windowDays: 14,
  l1: some(1, 1),
  reopen: none,
  heldL1: none,
  reopenByPath: { firstLine: none, escalated: none },
  resolutions: { made: 1, brokenEver: 0, ticketsReopened: 0 },
  timeToResolution: {
    tickets: 1,
    solved: 1,
    medianHours: 0.4,
    p90Hours: null,
    business: null,
    isExact: true,
  },
  csat: { up: none, response: null },
  voided: 0,
  weeks: [
    {
      week: '2026-02-23',
      isoWeek: '2026-W09',
      l1: some(1, 1),
      reopen: none,
      heldL1: none,
      immature: 1,
      reopenEstimate: 0,
      reopenAtRisk: 1,
    },
  ],
  types: [
    { type: 'exports', l1: some(1, 4), reopen: some(1, 30), heldL1: none, weeks: [] },
    { type: 'webhooks', l1: some(30, 40), reopen: none, heldL1: none, weeks: [] },
    { type: 'access', l1: some(20, 22), reopen: some(2, 20), heldL1: none, weeks: [] },
  ],
  typesOmitted: 0,
  trend: { l1: null, reopen: null, verdict: 'too_early' },
  explanations: [],
  origins: [{ origin: 'live', tickets: 1 }],
}

const ticket = {
  ticketId: '018f0000-0000-7000-8000-000000000011',
  resolutionId: '018f0000-0000-7000-8000-000000000012',
  at: '2026-03-01T12:00:00Z',
  number: 1042,
  subject: 'Export never arrived',
  type: 'exports',
  channel: 'email',
  product: null,
  line: 'L1',
  origin: 'live',
  escalated: false,
  brokenAt: null,
  rating: null,
}

const lead = {
  id: '018f0000-0000-7000-8000-000000000001',
  name: 'Lena',
  email: 'lena@acme.test',
  role: 'lead',
  line: 'L1',
  permissions: [...permissionsOf.lead],
  confined: null,
}

function open(path: string, answers: Parameters<typeof serve>[0]) {
  const served = serve({
    'GET /api/me': { body: lead },
    'GET /api/ticket-types': { body: { items: [] } },
    'GET /api/runbooks': { body: { items: [], problems: [] } },
    'GET /api/scorecard': { body: card },
    ...answers,
  })
  const history = createMemoryHistory({ initialEntries: [path] })
  render(<App history={history} />)
  return { ...served, history }
}

beforeEach(() => {
  vi.stubGlobal('EventSource', ScriptedEventSource)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
})

describe('the scorecard', () => {
  test('says of one ticket that it is too little for a trend, and shows no estimate of it', async () => {
    open('/scorecard', {})
    expect(await screen.findByText(/too little judged history/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Show as a table' }))
    const weeks = screen.getByRole('table', { name: 'The two numbers per week' })
    expect(within(weeks).getByText('too early')).toBeDefined()
  })

  test('asks for what the address says', async () => {
    const { asked } = open('/scorecard?weeks=8&type=exports&channel=email', {})
    await screen.findByRole('heading', { name: 'L1 resolution rate' })
    expect(asked).toContain('GET /api/scorecard?weeks=8&type=exports&channel=email')
  })

  test('has what customers solved by themselves in a block of its own', async () => {
    const runbook = {
      runbook: 'export-missing',
      title: 'Export missing',
      type: 'exports',
      solved: some(3, 5),
      passedOn: 2,
      pending: 2,
      cameBack: 1,
      broken: none,
    }
    const period = { from: card.from, to: card.to, windowDays: 14 }
    const body = { ...period, solved: some(3, 5), broken: none, runbooks: [runbook] }
    const { asked } = open('/scorecard?weeks=8&type=exports&channel=email', {
      'GET /api/scorecard/self-service': { body },
    })
    const name = 'Runbooks that customers tried by themselves'
    const row = within(await screen.findByRole('table', { name })).getByText('Export missing')
    expect(row.closest('tr')?.textContent).toContain('60')
    expect(asked).toContain('GET /api/scorecard/self-service?weeks=8&type=exports')
  })

  test('opens exactly the tickets behind a figure', async () => {
    const { asked } = open('/scorecard', {
      'GET /api/scorecard/tickets': { body: { items: [ticket], next: null } },
    })
    await userEvent.click(await screen.findByRole('button', { name: /1 ticket resolved at/ }))
    expect(await screen.findByRole('link', { name: '#1042 Export never arrived' })).toBeDefined()
    expect(screen.getByText('That is the one.')).toBeDefined()
    const list = new URL(asked.at(-1)!.split(' ')[1]!, 'http://x')
    expect(Object.fromEntries(list.searchParams)).toEqual({
      figure: 'l1-resolved',
      from: card.from,
      to: card.to,
    })
  })

  test('puts the type that costs the most first; those without a figure stay last', async () => {
    open('/scorecard', {})
    const table = await screen.findByRole('table', { name: 'The two numbers per type' })
    const order = () =>
      within(table)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent)
    expect(order()).toEqual(['webhooks', 'exports', 'access'])
    await userEvent.click(within(table).getByRole('button', { name: 'Reopens' }))
    expect(order()).toEqual(['access', 'exports', 'webhooks'])
    await userEvent.click(within(table).getByRole('button', { name: 'Reopens' }))
    expect(order()).toEqual(['exports', 'access', 'webhooks'])
  })

  test('without any history names the command that brings one', async () => {
    open('/scorecard', {
      'GET /api/scorecard': {
        body: {
          ...card,
          resolutions: { made: 0, brokenEver: 0, ticketsReopened: 0 },
          timeToResolution: { ...card.timeToResolution, tickets: 0, solved: 0, medianHours: null },
          weeks: [],
          types: [],
          origins: [],
        },
      },
    })
    expect(await screen.findByText(/firstline -- import/)).toBeDefined()
  })

  test('a failure is said, and trying again shows the numbers', async () => {
    const { answers } = open('/scorecard', {
      'GET /api/scorecard': problem(500, 'server.unexpected'),
    })
    expect(await screen.findByText('Something went wrong on the server.')).toBeDefined()
    answers['GET /api/scorecard'] = { body: card }
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: 'Reopen rate' })).toBeDefined()
  })
})

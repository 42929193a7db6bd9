import type { Opportunities, Opportunity } from '@firstline/contract/opportunities'
import { permissionsOf } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import type { Impact } from '@firstline/contract/scorecard-insights'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen, within, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { App } from '#web/app/App.tsx'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { newId } from '#web/testing/factories.ts'
import { problem, serve } from '#web/testing/server.ts'

const none = { count: 0, of: 0, rate: null, low: null, high: null }
const some = (count: number, of: number) => ({ count, of, rate: count / of, low: 0.1, high: 0.9 })
const lena = { kind: 'person', id: newId(), name: 'Lena Lead' } as const

function anOpportunity(overrides: Partial<Opportunity> = {}): Opportunity {
  return {
    id: newId(),
    type: 'exports',
    runbook: null,
    cause: null,
    missing: 'action',
    because: 'nothing here sends the mail again',
    details: ['Send one export mail again'],
    tickets: 3,
    engineerHours: 1.5,
    points: 2.25,
    first: '2026-02-01T12:00:00Z',
    last: '2026-03-01T12:00:00Z',
    draft: null,
    state: 'open',
    decided: null,
    thing: null,
    ...overrides,
  }
}

function opportunities(...items: Opportunity[]): Opportunities {
  const span = { from: '2025-12-02T00:00:00Z', to: '2026-03-02T00:00:00Z' }
  return { ...span, resolved: 133, items, unexplained: [] }
}

function anImpact(overrides: Partial<Impact> = {}): Impact {
  return {
    kind: 'runbook',
    id: 'export-email',
    title: 'Export email not received',
    liveSince: '2026-02-27T12:00:00Z',
    types: ['exports'],
    days: 3,
    before: { l1: some(4, 9), reopen: some(1, 9) },
    after: { l1: some(2, 2), reopen: none },
    l1: null,
    reopen: null,
    verdict: 'too-early',
    waitsFor: 'days',
    ...overrides,
  }
}

function open(path: string, answers: Parameters<typeof serve>[0], role: Role = 'lead') {
  const served = serve({
    'GET /api/me': {
      body: {
        id: newId(),
        name: 'Lena Lead',
        email: 'lena@acme.test',
        role,
        line: 'L1',
        permissions: [...permissionsOf[role]],
        confined: null,
      },
    },
    'GET /api/ticket-types': { body: { items: [] } },
    'GET /api/runbooks': { body: { items: [], problems: [] } },
    'GET /api/lessons': { body: { items: [], next: null, unlearned: 0 } },
    ...answers,
  })
  const history = createMemoryHistory({ initialEntries: [path] })
  render(<App history={history} />)
  return { ...served, history }
}

beforeEach(() => {
  vi.stubGlobal('EventSource', ScriptedEventSource)
})

describe('what to build next', () => {
  test('a missing runbook leads to its draft, a missing action to the text for who builds it', async () => {
    const draft = { runbook: 'export-email', version: 2 }
    const action = anOpportunity()
    const runbook = anOpportunity({ missing: 'runbook', because: 'no runbook', details: [], draft })
    const undrafted = anOpportunity({ missing: 'runbook', because: 'it was waived' })
    open('/build-next', {
      'GET /api/opportunities': { body: opportunities(action, runbook, undrafted) },
      [`GET /api/opportunities/${action.id}/issue`]: {
        body: { title: 'Give the first line an action', text: 'It must send one mail.' },
      },
    })
    const [first, second, third] = await screen.findAllByRole('article')
    expect(within(first!).getByText('up to 2.3 points')).toBeDefined()
    expect(within(first!).queryByRole('button', { name: 'Open the draft' })).toBeNull()
    expect(within(second!).getByRole('button', { name: 'Open the draft' })).toBeDefined()
    expect(within(third!).getByRole('button', { name: 'Write the runbook' })).toBeDefined()
    await userEvent.click(within(first!).getByRole('button', { name: 'Start it …' }))
    const sheet = await screen.findByRole('dialog', { name: 'For the team that builds it' })
    expect(await within(sheet).findByText('Give the first line an action')).toBeDefined()
  })

  test('it is started with where it is built and the id it will have; a wrong link is told', async () => {
    const action = anOpportunity()
    const sent = vi.fn()
    open('/build-next', {
      'GET /api/opportunities': { body: opportunities(action) },
      [`GET /api/opportunities/${action.id}/issue`]: { body: { title: 'An action', text: 'Do' } },
      [`POST /api/opportunities/${action.id}/start`]: () => {
        sent()
        return { body: { ...action, state: 'started' } }
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Start it …' }))
    const link = await screen.findByLabelText('Where (link, optional)')
    await userEvent.type(link, 'javascript:alert(1)')
    await userEvent.click(screen.getByRole('button', { name: 'Mark as started' }))
    expect(await screen.findByText(/begins with http/)).toBeDefined()
    expect(document.activeElement).toBe(link)
    expect(sent).not.toHaveBeenCalled()
    await userEvent.clear(link)
    await userEvent.type(screen.getByLabelText(/Id the action will have/), 'export.resend')
    await userEvent.click(screen.getByRole('button', { name: 'Mark as started' }))
    await waitFor(() => expect(sent).toHaveBeenCalledOnce())
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('an agent reads it and decides nothing', async () => {
    open(
      '/build-next',
      { 'GET /api/opportunities': { body: opportunities(anOpportunity()) } },
      'agent',
    )
    expect(await screen.findByRole('button', { name: 'Issue text' })).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Dismiss …' })).toBeNull()
  })

  test('what shipped says that it is too early to tell, and what it waits for', async () => {
    const thing = { kind: 'runbook', id: 'export-email' } as const
    const decided = { at: '2026-02-20T12:00:00Z', by: lena, link: null, reason: null }
    const { asked } = open('/build-next?state=shipped', {
      'GET /api/opportunities': {
        body: opportunities(
          anOpportunity({ state: 'shipped', missing: 'runbook', thing, decided }),
        ),
      },
      'GET /api/scorecard/impact': { body: { items: [anImpact()] } },
    })
    expect(await screen.findByText('Too early to tell')).toBeDefined()
    expect(screen.getByText('Waits for 28 days; it is live for 3 days.')).toBeDefined()
    expect(screen.getByText('4 of 9')).toBeDefined()
    expect(asked).toContain('GET /api/scorecard/impact?kind=runbook&id=export-email')
  })

  test('a failure is said, and trying again shows the list', async () => {
    const { answers } = open('/build-next', {
      'GET /api/opportunities': problem(500, 'server.unexpected'),
    })
    expect(await screen.findByText('Something went wrong on the server.')).toBeDefined()
    answers['GET /api/opportunities'] = { body: opportunities() }
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText(/Nothing is missing that anybody told of/)).toBeDefined()
  })
})

import { permissionsOf } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import type { Ticket } from '@firstline/contract/tickets'
import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { resumeSession } from '#web/team/session.ts'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { aTicket } from '#web/testing/factories.ts'
import { problem, serve } from '#web/testing/server.ts'
import { App } from './App.tsx'

const idOf = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const ticketOf = (n: number, overrides: Partial<Ticket> = {}) =>
  aTicket({ id: idOf(n), number: n, subject: `Subject ${n}`, lastEvent: String(n), ...overrides })

type Sent = { path: string; body: unknown; seen: string | null; key: string | null }

/** The queue of three tickets; @returns what is sent, as it comes, and what answers it */
function openQueue(role: Role = 'agent', path = '/tickets') {
  const tickets = [11, 12, 13].map((n) => ticketOf(n))
  const { answers } = serve({
    'GET /api/me': {
      body: {
        id: idOf(1),
        name: 'Ada Agent',
        email: 'ada@acme.test',
        role,
        line: 'L1',
        permissions: [...permissionsOf[role]],
        confined: null,
      },
    },
    'GET /api/ticket-counts': {
      body: { mine: 0, new: 3, open: 3, waiting: 0, resolved: 0, unknown: 0, void: 0, snoozed: 0 },
    },
    'GET /api/tickets': { body: { items: tickets, next: null } },
    ...Object.fromEntries(
      tickets.flatMap((ticket) => [
        [`GET /api/tickets/${ticket.id}`, { body: ticket }],
        [
          `GET /api/tickets/${ticket.id}/workspace`,
          {
            body: {
              ticket,
              timeline: { items: [], truncated: false, lastEvent: null },
              panels: null,
              approvals: null,
              actions: null,
              watchers: { items: [], isWatching: false },
            },
          },
        ],
        [`PUT /api/tickets/${ticket.id}/priority`, { body: { ...ticket, priority: 'urgent' } }],
        [`PATCH /api/tickets/${ticket.id}/tags`, { body: { ...ticket, tags: ['beta'] } }],
      ]),
    ),
    'GET /api/tags': { body: { items: [{ id: idOf(90), name: 'beta' }] } },
  })
  const sent: Sent[] = []
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, request: RequestInit = {}) => {
    if ((request.method ?? 'GET') !== 'GET') {
      const headers = new Headers(request.headers)
      const body: unknown = JSON.parse(String(request.body))
      const [seen, key] = [headers.get('seen-event'), headers.get('idempotency-key')]
      sent.push({ path, body, seen, key })
    }
    return fetch(path, request)
  })
  const history = createMemoryHistory({ initialEntries: [path] })
  render(<App history={history} />)
  return { answers, sent, history }
}

const rows = () => screen.getAllByRole('row')
const selected = () => rows().filter((row) => row.getAttribute('aria-selected') === 'true')
const bar = () => screen.findByRole('region', { name: 'Selected tickets' })

async function select(keys: string) {
  await screen.findByText('Subject 11')
  await userEvent.keyboard(keys)
}

beforeEach(() => {
  vi.stubGlobal('EventSource', ScriptedEventSource)
  vi.stubGlobal('scrollTo', () => {})
  // jsdom lays nothing out; the virtual list wants to know how much it can show.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300)
})
afterEach(() => {
  cleanup()
  resumeSession()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('rows are chosen by key, one or as far as one goes, all of them, and none again; each time it is said', async () => {
  openQueue()
  await select('jv')
  const grid = screen.getByRole('grid', { name: 'Queue' })
  expect(grid.getAttribute('aria-multiselectable')).toBe('true')
  expect(selected().map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Subject 11'),
  ])
  expect(screen.getByText('1 selected', { selector: '[role=status]' })).toBeTruthy()
  await userEvent.keyboard('{Shift>}j{/Shift}')
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
  expect(selected()).toHaveLength(3)
  await userEvent.keyboard('{Shift>}k{/Shift}')
  expect(selected()).toHaveLength(2)
  await userEvent.keyboard('{Escape}')
  expect(selected()).toHaveLength(0)
  await userEvent.keyboard('{Control>}a{/Control}')
  expect(selected()).toHaveLength(3)
  await userEvent.keyboard('{Escape}{Shift>}v{/Shift}')
  expect(selected()).toHaveLength(3)
  await userEvent.keyboard(' ')
  expect(selected()).toHaveLength(2)
})

test('while words are written, Control A chooses the words', async () => {
  openQueue()
  await select('/word{Control>}a{/Control}')
  expect(selected()).toHaveLength(0)
})

const byPath = (a: { path: string }, b: { path: string }) => a.path.localeCompare(b.path)

test('each ticket is changed for itself; one that was changed meanwhile stays chosen, may be tried again, and all are undone as one', async () => {
  const { answers, sent } = openQueue()
  const path = `PUT /api/tickets/${idOf(12)}/priority`
  const well = answers[path]
  const by = { kind: 'person' as const, id: idOf(2), name: 'Maria' }
  const newer = [
    { id: '99', at: '2026-03-02T12:00:00Z', name: 'ticket.priority_changed', by, text: null },
  ]
  const refusal = problem(409, 'ticket.changed-meanwhile')
  answers[path] = { ...refusal, body: { ...(refusal.body as object), newer } }
  await select('{Shift>}v{/Shift}pu{Enter}')
  const result = await bar()
  await within(result).findByText('2 tickets changed')
  within(result).getByText('1 not changed')
  within(result).getByText(/Maria set the priority/)
  expect(selected().map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Subject 12'),
  ])
  expect(sent).toHaveLength(3)
  expect(new Set(sent.map(({ key }) => key)).size).toBe(3)
  expect(sent.toSorted(byPath).map(({ path, seen }) => [path, seen])).toEqual(
    [11, 12, 13].map((n) => [`/api/tickets/${idOf(n)}/priority`, String(n)]),
  )

  if (well) answers[path] = well
  answers[`GET /api/tickets/${idOf(12)}`] = { body: ticketOf(12, { priority: 'low' }) }
  await userEvent.click(within(result).getByRole('button', { name: 'Try again' }))
  await within(result).findByText('3 tickets changed')
  expect(sent.at(-1)).toMatchObject({ body: { priority: 'urgent' }, seen: '99' })

  // the second was set by somebody else since: it stays
  answers[`GET /api/tickets/${idOf(11)}`] = { body: ticketOf(11, { priority: 'urgent' }) }
  answers[`GET /api/tickets/${idOf(12)}`] = { body: ticketOf(12, { priority: 'urgent' }) }
  answers[`GET /api/tickets/${idOf(13)}`] = { body: ticketOf(13, { priority: 'high' }) }
  sent.length = 0
  await userEvent.keyboard('z')
  await within(result).findByText('Undone · 2 tickets are as they were')
  within(result).getByText(/something newer has come/)
  // several at once, each after its own look
  expect(sent.toSorted(byPath).map(({ path, body }) => [path, body])).toEqual([
    [`/api/tickets/${idOf(11)}/priority`, { priority: 'normal' }],
    [`/api/tickets/${idOf(12)}/priority`, { priority: 'low' }],
  ])
})

test('what they are already is no failure, and nothing is taken back of it', async () => {
  const { answers, sent } = openQueue()
  answers[`PATCH /api/tickets/${idOf(11)}/tags`] = problem(409, 'ticket.tags-unchanged')
  await select('{Shift>}v{/Shift}t')
  await screen.findByRole('option', { name: /beta/ })
  await userEvent.keyboard('be{Enter}')
  const result = await bar()
  await within(result).findByText('2 tickets changed')
  within(result).getByText('1 was like this already')
  expect(selected()).toHaveLength(3)
  for (const n of [12, 13]) {
    answers[`GET /api/tickets/${idOf(n)}`] = { body: ticketOf(n, { tags: ['Beta'] }) }
  }
  sent.length = 0
  await userEvent.keyboard('z')
  await within(result).findByText('Undone · 2 tickets are as they were')
  expect(sent.map(({ body }) => body)).toEqual([
    { add: [], remove: ['beta'] },
    { add: [], remove: ['beta'] },
  ])
})

test('with a ticket open beside them, P means those that are chosen', async () => {
  const { sent } = openQueue('agent', `/tickets/${idOf(12)}`)
  await screen.findByRole('heading', { name: '#12 Subject 12' })
  screen.getByRole('button', { name: 'Priority: Normal' })
  const row = screen.getByText('Subject 11').closest('a')
  row?.focus()
  await userEvent.keyboard('v')
  // what is opened after that brings its own P
  await userEvent.keyboard('j')
  await screen.findByRole('heading', { name: '#13 Subject 13' })
  await screen.findByRole('button', { name: 'Priority: Normal' })
  await userEvent.keyboard('pu{Enter}')
  await within(await bar()).findByText('1 ticket changed')
  expect(sent.map(({ path }) => path)).toEqual([`/api/tickets/${idOf(11)}/priority`])
})

test('by touch a press chooses instead of opening, until one has done', async () => {
  const { history } = openQueue()
  await screen.findByText('Subject 11')
  await userEvent.click(screen.getByRole('button', { name: 'Select' }))
  await userEvent.click(screen.getByText('Subject 12'))
  expect(selected()).toHaveLength(1)
  expect(history.location.pathname).toBe('/tickets')
  await userEvent.click(screen.getByRole('button', { name: 'Clear the selection' }))
  expect(selected()).toHaveLength(0)
  await userEvent.click(screen.getByText('Subject 12'))
  await waitFor(() => expect(history.location.pathname).toBe(`/tickets/${idOf(12)}`))
})

test('who may change no ticket selects none', async () => {
  openQueue('auditor')
  await select('jv{Shift>}v{/Shift}')
  expect(screen.queryByRole('checkbox')).toBeNull()
  expect(screen.getByRole('grid').hasAttribute('aria-multiselectable')).toBe(false)
  expect(screen.queryByRole('region', { name: 'Selected tickets' })).toBeNull()
})

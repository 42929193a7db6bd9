import { permissionsOf } from '@firstline/contract/permissions'
import { routes } from '@firstline/contract/routes'
import { createMemoryHistory } from '@tanstack/react-router'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { resumeSession } from '#web/team/session.ts'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { problem, serve } from '#web/testing/server.ts'
import { App } from './App.tsx'

/** Holds the code of the security page back, as a slow network does. */
const slow = vi.hoisted(() => Promise.withResolvers<void>())
vi.mock('#web/routes/SecurityPage.tsx', async (load) => {
  await slow.promise
  return load()
})

const id = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const me = {
  id: id(1),
  name: 'Ada Agent',
  email: 'ada@acme.test',
  role: 'agent',
  line: 'L1',
  permissions: [...permissionsOf.agent],
  confined: null,
}

function ticket(n: number) {
  return {
    id: id(n),
    number: n,
    subject: `Subject ${n}`,
    state: 'open',
    type: null,
    line: 'L1',
    channel: 'email',
    account: null,
    contact: null,
    assignee: null,
    openedAt: '2026-03-02T12:00:00Z',
    updatedAt: '2026-03-02T12:00:00Z',
    spoke: { last: 'customer', since: '2026-03-02T12:00:00Z', by: null, personId: null },
    lastEvent: String(n),
    escalatedAt: null,
    priority: 'normal',
    tags: [],
    snoozed: null,
    woken: null,
    reopenCount: 0,
    runbook: null,
    preview: 'Hi',
    problemStartedAt: null,
    isSenderVerified: true,
    repeatOf: null,
    recipients: { to: [], cc: [], offered: [] },
    mayContinue: null,
    joinedTo: null,
    outside: null,
    incident: null,
    voidReason: null,
    resolutions: [],
  }
}

/** What the server answers to who opens it, and again. */
function opened(number: number) {
  const path = `GET /api/tickets/${id(number)}`
  const timeline = { items: [], truncated: false, lastEvent: null }
  const parts = {
    timeline,
    panels: null,
    approvals: null,
    actions: null,
    watchers: { items: [], isWatching: false },
  }
  return {
    [path]: { body: ticket(number) },
    [`${path}/workspace`]: { body: { ticket: ticket(number), ...parts } },
    [`${path}/timeline`]: { body: timeline },
  }
}

const noTickets = { body: { items: [], next: null } }
const signedIn = {
  'GET /api/me': { body: me },
  'GET /api/drafts': { body: { items: [] } },
  'GET /api/inbound-mail-counts': { body: { held: 0, failed: 0, ignored: 0 } },
  'GET /api/notification-counts': { body: { unread: 0 } },
  'GET /api/ticket-counts': {
    body: { mine: 0, new: 2, open: 2, waiting: 0, resolved: 1000, unknown: 0, void: 0, snoozed: 0 },
  },
  'GET /api/tickets': { body: { items: [ticket(11), ticket(12)], next: null } },
  ...opened(11),
  ...opened(12),
}

function visit(path: string) {
  const history = createMemoryHistory({ initialEntries: [path] })
  render(<App history={history} />)
  return history
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

describe('without a session', () => {
  test('any page leads to sign-in, and from there back to it', async () => {
    const { answers } = serve({
      'GET /api/me': problem(401, 'session.missing'),
      'POST /api/auth/sign-in/email': { body: {} },
    })
    const history = visit('/tickets?view=new')
    await userEvent.type(await screen.findByLabelText('Email'), 'ada@acme.test')
    Object.assign(answers, signedIn)
    await userEvent.type(screen.getByLabelText('Password'), 'correct-horse{Enter}')
    expect(await screen.findByText('Subject 11')).toBeTruthy()
    expect(history.location.href).toBe('/tickets?view=new')
  })

  test('a return address of another site is not followed', async () => {
    const { answers } = serve({
      'GET /api/me': problem(401, 'session.missing'),
      'POST /api/auth/sign-in/email': { body: {} },
    })
    const history = visit('/sign-in?return=%2F%2Fevil.test%2F')
    await userEvent.type(await screen.findByLabelText('Email'), 'ada@acme.test')
    Object.assign(answers, signedIn)
    await userEvent.type(screen.getByLabelText('Password'), 'correct-horse{Enter}')
    await screen.findByText('Subject 11')
    expect(history.location.pathname).toBe('/tickets')
  })
})

describe('signed in', () => {
  test('a session that ends in the middle of work is renewed on top of the page', async () => {
    const { answers } = serve({ ...signedIn, 'POST /api/auth/sign-in/email': { body: {} } })
    visit('/tickets')
    await screen.findByText('Subject 11')
    Object.assign(answers, { 'GET /api/ticket-counts': problem(401, 'session.missing') })
    act(() => ScriptedEventSource.opened.at(-1)?.send({}, 'resync'))
    expect(await screen.findByRole('dialog', { name: 'Your session has ended' })).toBeTruthy()
    expect(screen.getByText('Subject 11')).toBeTruthy()
    Object.assign(answers, signedIn)
    await userEvent.type(screen.getByLabelText('Email'), 'ada@acme.test')
    await userEvent.type(screen.getByLabelText('Password'), 'correct-horse{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('a page whose code is slow to come says that it loads, beside what is there already', async () => {
    serve(signedIn)
    const history = visit('/tickets')
    await screen.findByText('Subject 11')
    act(() => history.push('/security'))
    await waitFor(() => expect(screen.queryByText('Subject 11')).toBeNull())
    expect(await screen.findByRole('status', { name: 'Loading' })).toBeTruthy()
    expect(screen.getByRole('link', { name: /Scorecard/ })).toBeTruthy()
    slow.resolve()
    await waitFor(() => expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull())
  })

  test('an unknown address says so and leads back to work', async () => {
    serve(signedIn)
    visit('/no/such/page')
    await userEvent.click(await screen.findByRole('button', { name: 'Go to the queue' }))
    expect(await screen.findByText('Subject 11')).toBeTruthy()
  })

  test('a server that is away is said, and tried again on request', async () => {
    const { answers } = serve({ 'GET /api/me': problem(500, 'server.unexpected') })
    vi.spyOn(console, 'error').mockReturnValue()
    visit('/tickets')
    expect((await screen.findByRole('alert')).textContent).toContain('req-42')
    Object.assign(answers, signedIn)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Subject 11')).toBeTruthy()
  })
})

describe('while the server is away', () => {
  test('the page says so, and reads what failed as soon as it is back', async () => {
    const { answers } = serve({ ...signedIn, 'GET /api/ticket-counts': undefined! })
    visit('/tickets')
    await screen.findByText('Subject 11')
    act(() => ScriptedEventSource.opened.at(-1)?.fail(false))
    expect(await screen.findByText(/Reconnecting/)).toBeTruthy()
    Object.assign(answers, signedIn)
    act(() => ScriptedEventSource.opened.at(-1)?.open())
    expect(await screen.findByRole('link', { name: 'Open 2' })).toBeTruthy()
    expect(screen.queryByText(/Reconnecting/)).toBeNull()
  })
})

const excerpt = {
  kind: 'note',
  at: '2026-03-02T10:00:00.000Z',
  parts: ['Asked ', 'Northwind', '.'],
}

describe('the palette', () => {
  test('finds tickets of every state, accounts and runbooks, and goes there', async () => {
    const { asked } = serve({
      ...signedIn,
      'GET /api/ticket-search': {
        body: { items: [{ ...ticket(12), excerpt }], next: null, count: 1, stale: 3 },
      },
      'GET /api/accounts': {
        body: { items: [{ externalId: 'acc_1', name: 'Northwind & Co', domain: null }] },
      },
      'GET /api/runbooks': {
        body: {
          items: [
            {
              id: 'north-export',
              title: 'North export',
              type: 'exports',
              owner: 'team-exports',
              state: 'published',
              publishedVersion: 1,
              draftVersion: null,
              origin: 'git',
              updatedAt: '2026-03-02T12:00:00Z',
              verified: null,
              stale: [],
              usage: { runs: 0, causesFound: 0, unclassified: 0, abandoned: 0 },
            },
          ],
          problems: [],
        },
      },
    })
    const history = visit('/tickets')
    await screen.findByRole('link', { name: 'Open 2' })
    await userEvent.keyboard('{Control>}k{/Control}north')
    expect(await screen.findByRole('option', { name: /Subject 12/ })).toBeTruthy()
    expect(await screen.findByRole('option', { name: /North export/ })).toBeTruthy()
    await userEvent.click(await screen.findByRole('option', { name: /Northwind/ }))
    expect(history.location.href).toBe('/tickets?q=Northwind%20%26%20Co')
    await waitFor(() => expect(asked).toContain('GET /api/ticket-search?q=Northwind+%26+Co'))
    expect(await screen.findByText('1 ticket found, in all views')).toBeTruthy()
    expect(screen.getByText(/^3 tickets are still being made ready/)).toBeTruthy()
    const [row] = screen.getAllByRole('link', { name: /Subject 12/ })
    expect(row?.querySelector('mark')?.textContent).toBe('Northwind')
    expect(screen.queryByRole('link', { current: 'page', name: /^Open/ })).toBeNull()
  })

  test('runs what the page offers', async () => {
    serve(signedIn)
    visit('/tickets')
    await screen.findByText('Subject 11')
    await userEvent.keyboard('{Control>}k{/Control}shortcuts{Enter}')
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(sheet.textContent).toContain('Next ticket')
  })

  test('does not ask for what the person may not see', async () => {
    const { asked } = serve({
      ...signedIn,
      'GET /api/me': { body: { ...me, role: 'auditor', permissions: [...permissionsOf.auditor] } },
    })
    visit('/tickets')
    await screen.findByText('Subject 11')
    await userEvent.keyboard('{Control>}k{/Control}north')
    await waitFor(() => expect(asked.some((path) => path.includes('q=north'))).toBe(true))
    expect(asked.filter((path) => path.startsWith('GET /api/accounts'))).toEqual([])
  })
})

describe('the queue', () => {
  test('shows the views with their counts, a very long one as "1,000+"', async () => {
    serve(signedIn)
    visit('/tickets')
    expect(await screen.findByRole('link', { name: 'New 2' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Resolved 1,000+' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Open 2' }).getAttribute('aria-current')).toBe('page')
  })

  test('words are looked for with Enter, which stands beside them until they are', async () => {
    const { asked } = serve(signedIn)
    visit('/tickets')
    const field = await screen.findByRole('searchbox', { name: /search/i })
    expect(screen.queryByText('↵')).toBeNull()
    await userEvent.type(field, 'invoice')
    expect(screen.getByText('↵')).toBeTruthy()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(asked.some((path) => path.includes('q=invoice'))).toBe(true))
    expect(screen.queryByText('↵')).toBeNull()
  })

  test('J and K move the focus in the list; with a ticket open they open the neighbour', async () => {
    serve(signedIn)
    visit('/tickets')
    await screen.findByText('Subject 11')
    await userEvent.keyboard('j')
    await waitFor(() => expect(document.activeElement?.tagName).toBe('A'))
    expect(document.activeElement?.textContent).toContain('Subject 11')
    await userEvent.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: '#11 Subject 11' })).toBeTruthy()
    await userEvent.keyboard('j')
    expect(await screen.findByRole('heading', { name: '#12 Subject 12' })).toBeTruthy()
    await userEvent.keyboard('jk')
    expect(await screen.findByRole('heading', { name: '#11 Subject 11' })).toBeTruthy()
  })

  test('ten quick J move ten rows, and Tab stops at one of them', async () => {
    const tickets = Array.from({ length: 14 }, (_, n) => ticket(11 + n))
    serve({ ...signedIn, 'GET /api/tickets': { body: { items: tickets, next: null } } })
    visit('/tickets')
    await screen.findByText('Subject 11')
    await userEvent.keyboard('jjjjjjjjjj')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Subject 20'))
    const stops = document.querySelectorAll('[data-queue] a:not([tabindex="-1"])')
    expect([...stops]).toEqual([document.activeElement])
  })

  test('a ticket that left the list leaves its place to its neighbour', async () => {
    const { answers } = serve({
      ...signedIn,
      'GET /api/tickets': { body: { items: [11, 12, 13].map(ticket), next: null } },
      ...opened(13),
    })
    visit(`/tickets/${id(12)}`)
    await screen.findByText('Subject 13')
    answers['GET /api/tickets'] = { body: { items: [11, 13].map(ticket), next: null } }
    act(() =>
      ScriptedEventSource.opened
        .at(-1)
        ?.send({ name: 'ticket.resolved', ticketId: id(12), accountId: null, actorId: null }),
    )
    await waitFor(() => expect(document.querySelectorAll('[data-ticket]')).toHaveLength(2))
    await userEvent.keyboard('j')
    expect(await screen.findByRole('heading', { name: '#13 Subject 13' })).toBeTruthy()
  })

  test('a ticket that is opened brings its parts along, and is not asked for again', async () => {
    const { asked } = serve(signedIn)
    visit(`/tickets/${id(11)}`)
    await screen.findByRole('heading', { name: '#11 Subject 11' })
    const path = `GET /api/tickets/${id(11)}`
    expect(asked).toContain(`${path}/workspace`)
    for (const one of [path, `${path}/timeline`]) expect(asked).not.toContain(one)
  })

  /** With the first of the list open, until the second has been read ahead. */
  async function withNeighbourAhead(answers: Parameters<typeof serve>[0]) {
    const { asked } = serve(answers)
    visit(`/tickets/${id(11)}`)
    const path = `GET /api/tickets/${id(12)}`
    await waitFor(() => expect(asked).toContain(`${path}/timeline`))
    await screen.findByRole('heading', { name: '#11 Subject 11' })
    return { path, ofNeighbour: () => asked.filter((one) => one.startsWith(path)) }
  }

  test('the conversation of the neighbour that a key opens is read ahead, the rest by one request when it is opened', async () => {
    const { path, ofNeighbour } = await withNeighbourAhead(signedIn)
    // to be shown a customer's account goes on record: nobody has opened it yet
    expect(ofNeighbour()).toEqual([path, `${path}/timeline`])
    await userEvent.keyboard('j')
    expect(await screen.findByRole('heading', { name: '#12 Subject 12' })).toBeTruthy()
    const parts = [
      'getTicket',
      'getTimeline',
      'getTicketWorkspace',
      'listTicketWatchers',
      'listPanels',
      'listTicketApprovals',
      'listActions',
    ] as const
    const ofWorkspace = parts.map(
      (name) => `GET ${routes[name].path.replace('{ticketId}', id(12))}`,
    )
    expect(ofNeighbour().filter((one) => ofWorkspace.includes(one))).toEqual([
      path,
      `${path}/timeline`,
      `${path}/workspace`,
    ])
  })

  test('what was read ahead is there also where opening it fails', async () => {
    const away = { [`GET /api/tickets/${id(12)}/workspace`]: problem(503, 'database.away') }
    await withNeighbourAhead({ ...signedIn, ...away })
    await userEvent.keyboard('j')
    expect(await screen.findByRole('heading', { name: '#12 Subject 12' })).toBeTruthy()
  })

  test('a new ticket appears by itself', async () => {
    const { answers } = serve(signedIn)
    visit('/tickets')
    await screen.findByText('Subject 11')
    answers['GET /api/tickets'] = { body: { items: [ticket(13), ticket(11)], next: null } }
    act(() =>
      ScriptedEventSource.opened
        .at(-1)
        ?.send({ name: 'ticket.received', ticketId: id(13), accountId: null, actorId: null }),
    )
    expect(await screen.findByText('Subject 13')).toBeTruthy()
  })

  test('a new ticket whose row is told appears without any list being read again', async () => {
    const { asked } = serve(signedIn)
    visit('/tickets')
    await screen.findByText('Subject 11')
    await waitFor(() => expect(asked).toContain('GET /api/drafts')) // the last that a page asks for
    const before = asked.length
    const stream = ScriptedEventSource.opened.at(-1)!
    const told = { name: 'ticket.received', ticketId: id(13), accountId: null, actorId: null }
    const counts = { mine: 0, new: 3, open: 57, waiting: 0, resolved: 0, unknown: 0, void: 0 }
    act(() => {
      stream.send({ ...told, rowFollows: true, countsFollow: true })
      stream.send({ ...told, name: 'person.role_changed', ticketId: null })
      stream.send({ tickets: [ticket(13)] }, 'tickets')
      stream.send({ countTickets: { ...counts, snoozed: 0 } }, 'counts')
    })
    expect(await screen.findByText('Subject 13')).toBeTruthy()
    expect(await screen.findByText('57')).toBeTruthy()
    // of the same moment, so that what is read for the one would be read by now for the other
    await waitFor(() => expect(asked.slice(before)).toEqual(['GET /api/me']))
  })

  test('reads on with the cursor, and shows a ticket that moved between pages once', async () => {
    const { asked } = serve({
      ...signedIn,
      'GET /api/tickets': (url) =>
        url.searchParams.has('cursor')
          ? { body: { items: [ticket(12), ticket(13)], next: null } }
          : { body: { items: [ticket(11), ticket(12)], next: 'page-2' } },
    })
    visit('/tickets')
    await screen.findByText('Subject 13')
    expect(asked).toContain('GET /api/tickets?view=open&order=longest&cursor=page-2')
    expect(screen.getAllByText('Subject 12')).toHaveLength(1)
  })

  test('that is empty says what that means and where to go', async () => {
    serve({ ...signedIn, 'GET /api/tickets': noTickets })
    visit('/tickets?view=mine')
    await userEvent.click(await screen.findByRole('button', { name: 'Go to New' }))
    expect(await screen.findByText(/No new tickets/)).toBeTruthy()
  })

  test('that cannot be read says so with the request id, and tries again', async () => {
    const { answers } = serve({
      ...signedIn,
      'GET /api/tickets': problem(503, 'database.unavailable'),
    })
    visit('/tickets')
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('The database does not answer')
    expect(alert.textContent).toContain('req-42')
    Object.assign(answers, signedIn)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Subject 11')).toBeTruthy()
  })
})

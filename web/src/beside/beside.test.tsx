import { permissionsOf } from '@firstline/contract/permissions'
import type { Permission } from '@firstline/contract/permissions'
import { createMemoryHistory } from '@tanstack/react-router'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { App } from '#web/app/App.tsx'
import { resumeSession } from '#web/team/session.ts'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { aTicket, newId } from '#web/testing/factories.ts'
import { problem, serve } from '#web/testing/server.ts'

const me = (permissions: Iterable<Permission>) => ({
  id: newId(),
  name: 'Ada Agent',
  email: 'ada@acme.test',
  role: 'agent',
  line: 'L1',
  permissions: [...permissions],
  confined: null,
})
const there = '/api/beside/redmine/tickets/4711'
const outside = { desk: 'redmine', id: '4711', address: 'https://redmine.acme.test/issues/4711' }
const ticket = aTicket({ number: 12, channel: 'redmine', outside, account: null })

const opened = {
  'GET /api/me': { body: me(permissionsOf.agent) },
  [`GET /api/tickets/${ticket.id}`]: { body: ticket },
  [`GET /api/tickets/${ticket.id}/workspace`]: {
    body: {
      ticket,
      timeline: { items: [], truncated: false, lastEvent: null },
      panels: null,
      approvals: null,
      actions: null,
      watchers: { items: [], isWatching: false },
    },
  },
}

/** As another page shows it within itself. */
function framed() {
  vi.spyOn(window, 'top', 'get').mockReturnValue(null)
}

function visit(path = '/beside/redmine/4711') {
  const history = createMemoryHistory({ initialEntries: [path] })
  render(<App history={history} />)
  return history
}

beforeEach(() => {
  vi.stubGlobal('EventSource', ScriptedEventSource)
  vi.stubGlobal('scrollTo', () => {})
  vi.stubGlobal('open', vi.fn())
})
afterEach(() => {
  cleanup()
  resumeSession()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('the panel beside a ticket of another desk', () => {
  test('shows it without a way to the other pages, which open by themselves', async () => {
    serve({ ...opened, [`GET ${there}`]: { body: { id: ticket.id } } })
    const history = visit()
    expect(await screen.findByRole('heading', { level: 1, name: /#12/ })).toBeTruthy()
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(screen.getByRole('tab', { name: 'Work', selected: true })).toBeTruthy()
    const link = screen.getByRole('link', { name: /Open here/ })
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([
      `/tickets/${ticket.id}`,
      '_blank',
    ])
    history.push('/scorecard?weeks=8')
    await waitFor(() =>
      expect(window.open).toHaveBeenCalledWith('/scorecard?weeks=8', '_blank', 'noopener'),
    )
    expect(history.location.pathname).toBe('/beside/redmine/4711')
  })

  test('asks for one that is not here yet, once, and opens it', async () => {
    const { asked } = serve({
      ...opened,
      [`GET ${there}`]: problem(404, 'beside.not-mirrored'),
      [`POST ${there}`]: { body: { id: ticket.id } },
    })
    visit()
    expect(await screen.findByRole('heading', { level: 1, name: /#12/ })).toBeTruthy()
    expect(asked.filter((one) => one === `POST ${there}`)).toHaveLength(1)
  })

  test('says why it is not there, and asks again on request', async () => {
    const { answers } = serve({
      ...opened,
      [`GET ${there}`]: problem(404, 'beside.not-mirrored'),
      [`POST ${there}`]: problem(503, 'beside.not-reachable'),
    })
    visit()
    expect((await screen.findByRole('alert')).textContent).toContain('beside.not-reachable')
    Object.assign(answers, { [`POST ${there}`]: { body: { id: ticket.id } } })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { level: 1, name: /#12/ })).toBeTruthy()
  })

  test('is not asked for by who may only read', async () => {
    const { asked } = serve({
      ...opened,
      'GET /api/me': { body: me(permissionsOf.auditor) },
      [`GET ${there}`]: problem(404, 'beside.not-mirrored'),
    })
    visit()
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(asked).not.toContain(`POST ${there}`)
  })

  test('asks for no password within another page, but in a window of its own', async () => {
    framed()
    const { answers } = serve({ 'GET /api/me': problem(401, 'session.missing') })
    visit()
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
    expect(screen.queryByLabelText('Password')).toBeNull()
    expect(window.open).toHaveBeenCalled()
    Object.assign(answers, opened, { [`GET ${there}`]: { body: { id: ticket.id } } })
    await userEvent.click(screen.getByRole('button', { name: 'I am signed in' }))
    expect(await screen.findByRole('heading', { level: 1, name: /#12/ })).toBeTruthy()
  })

  test('in a window of its own leads to sign-in, and from there back', async () => {
    serve({ 'GET /api/me': problem(401, 'session.missing') })
    const history = visit('/beside/redmine/4711?theme=dark')
    expect(await screen.findByLabelText('Password')).toBeTruthy()
    expect(history.location.href).toContain(encodeURIComponent('/beside/redmine/4711?theme=dark'))
  })
})

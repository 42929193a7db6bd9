import type { LearningTime, LessonDetail, Win } from '@firstline/contract/learning'
import { permissionsOf } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { App } from '#web/app/App.tsx'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { newId } from '#web/testing/factories.ts'
import { serve } from '#web/testing/server.ts'

const ticket = { id: newId(), number: 1042, subject: 'Export never arrived', type: 'exports' }
const emil = { id: newId(), name: 'Emil Engineer' }

const lesson: LessonDetail = {
  id: newId(),
  ticket,
  returned: {
    at: '2026-03-01T12:00:00Z',
    by: emil,
    was: 'The mail job was dropped.',
    fix: 'Sent it again.',
    wouldHaveHelped: 'runbook',
    detail: '',
  },
  loop: 'waived',
  runbook: null,
  waivedBecause: 'The job cannot be dropped any more.',
  learnedAt: null,
  before: null,
  after: null,
}

const win: Win = {
  id: newId(),
  state: 'named',
  ticket,
  resolvedAt: '2026-02-10T12:00:00Z',
  by: { kind: 'person', id: newId(), name: 'Ada Agent' },
  runbook: null,
  actions: [],
  typeRate: { resolved: 2, of: 9 },
  proposedAt: '2026-02-25T12:00:00Z',
  name: 'The mail that was never sent',
  story: '',
  decided: null,
  chat: 'failed',
  chatError: 'The chat answered 404',
}

const week = (begins: string, utilisation: number, isRunning = false) => ({
  begins,
  ticketHours: utilisation * 40,
  shiftHours: 40,
  utilisation,
  isAbove: utilisation > 0.8,
  isRunning,
})
const time: LearningTime = {
  utilisationLine: 0.8,
  timeZone: 'UTC',
  pauseMinutes: 10,
  readingMinutes: 2,
  lines: [
    {
      line: 'L1',
      teams: ['Support'],
      people: 1,
      weeklyHours: 40,
      weeks: [week('2026-02-16', 0.5), week('2026-02-23', 0.9), week('2026-03-02', 0.1, true)],
    },
  ],
}

function open(path: string, answers: Parameters<typeof serve>[0], role: Role = 'agent') {
  const served = serve({
    'GET /api/me': {
      body: {
        id: newId(),
        name: 'Ada Agent',
        email: 'ada@acme.test',
        role,
        line: 'L1',
        permissions: [...permissionsOf[role]],
        confined: null,
      },
    },
    'GET /api/ticket-types': { body: { items: [] } },
    'GET /api/runbooks': { body: { items: [], problems: [] } },
    'GET /api/lessons': { body: { items: [lesson], next: null, unlearned: 1 } },
    ...answers,
  })
  render(<App history={createMemoryHistory({ initialEntries: [path] })} />)
  return served
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

describe('learning', () => {
  test('a lesson is read by key, says what became of it, is put aside, and taken back', async () => {
    let learnedAt: string | null = null
    const read = () => ({ body: { ...lesson, learnedAt } })
    open('/learning', {
      [`GET /api/lessons/${lesson.id}`]: read,
      [`PUT /api/lessons/${lesson.id}/learned`]: () => {
        learnedAt = learnedAt === null ? '2026-03-02T12:00:00Z' : null
        return read()
      },
    })
    expect(await screen.findByText('The mail job was dropped.')).toBeDefined()
    await userEvent.keyboard('j')
    expect(await screen.findByText(/The job cannot be dropped any more/)).toBeDefined()
    await userEvent.keyboard('l')
    expect(await screen.findByRole('button', { name: 'Put back' })).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('button', { name: 'Learned' })).toBeDefined()
  })

  test('proposals are for leads; a chat that refused a win is said with its answer', async () => {
    const answers = {
      'GET /api/wins': ({ searchParams }: URL) => {
        const items =
          searchParams.get('state') === 'proposed' ? [{ ...win, name: null, id: newId() }] : [win]
        return { body: { items, next: null, proposed: 1 } }
      },
    }
    const { asked } = open('/learning?part=wins', answers)
    expect(await screen.findByText('The mail that was never sent')).toBeDefined()
    expect(screen.getByText('The chat answered 404')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Name it …' })).toBeNull()
    expect(asked).not.toContain('GET /api/wins?state=proposed')
  })

  test('a line above the set utilisation is a risk, told in words; the running week is not judged', async () => {
    open('/learning?part=time', { 'GET /api/learning-time': { body: time } })
    expect(await screen.findByText(/Risk: 90% on tickets last week, above 80%/)).toBeDefined()
    expect(screen.getByText(/acts of one person on tickets at most 10 minutes apart/)).toBeDefined()
  })

  test('who may not learn sees the loop alone', async () => {
    open(
      '/learning',
      { 'GET /api/escalation-loop': { body: { closedDays: 30, columns: [] } } },
      'auditor',
    )
    expect(await screen.findByText(/of the last 30 days/)).toBeDefined()
    expect(screen.queryByRole('link', { name: 'Wins' })).toBeNull()
  })
})

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ScriptedEventSource } from '#web/testing/event-source.ts'
import { connectLive } from './connect-live.ts'

const event = { name: 'ticket.received', ticketId: null, accountId: null, actorId: null }

function connect({ isFull = false } = {}) {
  const listener = {
    onEvents: vi.fn(),
    onRows: vi.fn(),
    onManyRows: vi.fn(),
    onCounts: vi.fn(),
    onResync: vi.fn(),
    onState: vi.fn(),
    onRefused: vi.fn(),
  }
  const close = connectLive(
    listener,
    (url) => new ScriptedEventSource(url) as unknown as EventSource,
    async () => isFull,
    () => 0,
  )
  return { ...listener, close, source: () => ScriptedEventSource.opened.at(-1)! }
}

beforeEach(() => {
  vi.useFakeTimers()
  ScriptedEventSource.opened = []
})
afterEach(() => void vi.useRealTimers())

describe('the live connection', () => {
  test('gives what happens within a moment together', () => {
    const live = connect()
    live.source().open()
    live.source().send(event)
    live.source().send({ ...event, name: 'ticket.assigned' })
    expect(live.onEvents).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(live.onEvents).toHaveBeenCalledExactlyOnceWith([
      event,
      { ...event, name: 'ticket.assigned' },
    ])
  })

  test('asks to read all again when the server says so, and when an event is not understood', () => {
    const live = connect()
    live.source().open()
    live.source().send({}, 'resync')
    live.source().send({ nonsense: true })
    expect(live.onResync).toHaveBeenCalledTimes(2)
  })

  test('says first for how long the page has been read, and later nothing of it', async () => {
    const live = connect()
    expect(live.source().url).toMatch(/^\/api\/events\?rows=true&readingForMs=\d+$/)
    live.source().fail(true)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(live.source().url).toBe('/api/events?rows=true')
  })

  test('lets the browser reconnect with its last event id, and reads nothing again', () => {
    const live = connect()
    live.source().open()
    live.source().fail(false)
    expect(live.onState).toHaveBeenLastCalledWith('reconnecting')
    vi.advanceTimersByTime(60_000)
    expect(ScriptedEventSource.opened).toHaveLength(1)
    live.source().open()
    expect(live.onState).toHaveBeenLastCalledWith('live')
    expect(live.onRefused).not.toHaveBeenCalled()
    expect(live.onResync).not.toHaveBeenCalled()
  })

  test('opens anew after a refusal, and then reads all again, for events may be lost', async () => {
    const live = connect()
    live.source().fail(true)
    expect(live.onRefused).toHaveBeenCalledOnce()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(ScriptedEventSource.opened).toHaveLength(2)
    live.source().open()
    expect(live.onResync).toHaveBeenCalledOnce()
  })

  test('says that too many are open, and comes again more slowly', async () => {
    const live = connect({ isFull: true })
    live.source().fail(true)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(live.onState).toHaveBeenLastCalledWith('full')
    expect(ScriptedEventSource.opened).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(ScriptedEventSource.opened).toHaveLength(2)
    live.source().open()
    expect(live.onState).toHaveBeenLastCalledWith('live')
  })

  test('once closed stays closed', async () => {
    const live = connect()
    live.source().fail(true)
    live.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(ScriptedEventSource.opened).toHaveLength(1)
  })
})

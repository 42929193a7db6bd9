import { act, render, screen } from '@testing-library/react'
import { Profiler } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { chooseLanguage } from '#web/i18n/i18n.ts'
import { Countdown } from './Countdown.tsx'
import { RelativeTime } from './RelativeTime.tsx'

const start = new Date('2026-03-02T12:00:00Z')
const before = (seconds: number) => new Date(start.getTime() - seconds * 1_000)

beforeEach(() => void vi.useFakeTimers({ now: start }))
afterEach(async () => {
  vi.useRealTimers()
  await chooseLanguage('en')
})

describe('a relative time', () => {
  test.each([
    [0, '0 s ago'],
    [59, '59 s ago'],
    [60, '1 min ago'],
    [3_599, '59 min ago'],
    [3_600, '1 h ago'],
    [86_400 * 6, '6 d ago'],
    [-90, 'in 1 min'],
    [86_400 * 30, 'Jan 31'],
    [86_400 * 400, 'Jan 26, 2025'],
  ])('%i s before now reads "%s"', (seconds, words) => {
    render(<RelativeTime at={before(seconds)} />)
    expect(screen.getByText(words)).toBeTruthy()
  })

  test('carries the absolute time for machines and on hover', () => {
    render(<RelativeTime at={before(60)} />)
    const time = screen.getByText('1 min ago')
    expect(time.getAttribute('datetime')).toBe('2026-03-02T11:59:00.000Z')
    expect(time.title).toContain('2026')
  })

  test('grows older by itself', () => {
    render(<RelativeTime at={before(58)} form="short" />)
    act(() => void vi.advanceTimersByTime(2_000))
    expect(screen.getByText('1 min')).toBeTruthy()
  })

  test('is drawn again when its words change, not each second', () => {
    const onRender = vi.fn()
    render(
      <Profiler id="age" onRender={onRender}>
        <RelativeTime at={before(60)} />
      </Profiler>,
    )
    act(() => void vi.advanceTimersByTime(59_000))
    expect(onRender).toHaveBeenCalledTimes(1)
    act(() => void vi.advanceTimersByTime(1_000))
    expect(onRender).toHaveBeenCalledTimes(2)
    expect(screen.getByText('2 min ago')).toBeTruthy()
  })

  test('speaks the language of the page', async () => {
    render(<RelativeTime at={before(7_200)} />)
    await act(() => chooseLanguage('de'))
    expect(screen.getByText('vor 2 h')).toBeTruthy()
  })
})

describe('a countdown', () => {
  test('runs to zero and then tells so once', () => {
    const onEnd = vi.fn()
    render(<Countdown until={before(-61)} onEnd={onEnd} />)
    expect(screen.getByRole('timer').textContent).toBe('1:01')
    act(() => void vi.advanceTimersByTime(60_000))
    expect(screen.getByRole('timer').textContent).toBe('0:01')
    expect(onEnd).not.toHaveBeenCalled()
    act(() => void vi.advanceTimersByTime(5_000))
    expect(screen.getByRole('timer').textContent).toBe('0:00')
    expect(onEnd).toHaveBeenCalledOnce()
  })

  test('shows hours when there are some', () => {
    render(<Countdown until={before(-3_725)} />)
    expect(screen.getByRole('timer').textContent).toBe('1:02:05')
  })

  test('whose time has already passed ends at once', () => {
    const onEnd = vi.fn()
    render(<Countdown until={before(10)} onEnd={onEnd} />)
    expect(onEnd).toHaveBeenCalledOnce()
  })
})

import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { CommandPalette } from './CommandPalette.tsx'
import type { CommandGroup } from './CommandPalette.tsx'

const queue = vi.fn()
const runbooks = vi.fn()
const pages: CommandGroup = {
  id: 'pages',
  title: 'Go to',
  commands: [
    { id: 'queue', label: 'Queue', shortcut: 'q', run: queue },
    { id: 'runbooks', label: 'Runbooks', keywords: 'playbook', run: runbooks },
  ],
}

function open(groups: readonly CommandGroup[]) {
  const onOpenChange = vi.fn()
  render(<CommandPalette isOpen onOpenChange={onOpenChange} groups={groups} />)
  return { onOpenChange, field: screen.getByRole('combobox') }
}

const chosen = () =>
  screen.getAllByRole('option').find((option) => option.getAttribute('aria-selected') === 'true')

describe('the palette', () => {
  test('has the focus, shows what is known with shortcuts, and marks the first', () => {
    const { field } = open([pages])
    expect(document.activeElement).toBe(field)
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'QueueQ',
      'Runbooks',
    ])
    expect(field.getAttribute('aria-activedescendant')).toBe(chosen()?.id)
  })

  test('arrows go round, Enter runs the chosen one and closes', async () => {
    const { onOpenChange } = open([pages])
    await userEvent.keyboard('{ArrowUp}')
    expect(chosen()?.textContent).toBe('Runbooks')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(runbooks).toHaveBeenCalledOnce()
    expect(onOpenChange).toHaveBeenCalledWith(false)
  })

  test('finds by any word, also by those not shown', async () => {
    open([pages])
    await userEvent.keyboard('playb')
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Runbooks'])
  })

  test('says when nothing matches, and Enter then does nothing', async () => {
    const { onOpenChange } = open([pages])
    await userEvent.keyboard('zzz{Enter}')
    expect(screen.getByText(/Nothing matches/)).toBeTruthy()
    expect(onOpenChange).not.toHaveBeenCalled()
  })

  test('asks a source for what is typed; one that fails is named and holds back nobody', async () => {
    const search = vi.fn(async (text: string) => [{ id: 't', label: `#7 ${text}`, run: () => {} }])
    open([
      pages,
      { id: 'tickets', title: 'Tickets', search },
      { id: 'accounts', title: 'Accounts', search: () => Promise.reject(new Error('down')) },
    ])
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    for (const value of ['e', 'ex', 'exp']) {
      fireEvent.change(screen.getByRole('combobox'), { target: { value } })
    }
    expect(search).not.toHaveBeenCalled()
    await act(() => vi.advanceTimersByTimeAsync(120))
    vi.useRealTimers()
    expect(await screen.findByText('#7 exp')).toBeTruthy()
    expect(await screen.findByText(/Accounts · could not be searched/)).toBeTruthy()
    expect(search).toHaveBeenCalledOnce() // the pause gathers the letters into one question
  })

  test('an answer to earlier letters never replaces the later one', async () => {
    const answers = new Map<string, (label: string) => void>()
    const signals = new Map<string, AbortSignal>()
    const slow: CommandGroup = {
      id: 'slow',
      title: 'Slow',
      search: (text, signal) => {
        signals.set(text, signal)
        return new Promise((resolve) =>
          answers.set(text, (label) => resolve([{ id: label, label, run: () => {} }])),
        )
      },
    }
    open([slow])
    await userEvent.keyboard('a')
    await waitFor(() => expect(answers.has('a')).toBe(true))
    await userEvent.keyboard('b')
    await waitFor(() => expect(answers.has('ab')).toBe(true))
    expect(signals.get('a')?.aborted).toBe(true)
    answers.get('ab')?.('later')
    expect(await screen.findByText('later')).toBeTruthy()
    await act(async () => answers.get('a')?.('earlier'))
    expect(screen.queryByText('earlier')).toBeNull()
  })
})

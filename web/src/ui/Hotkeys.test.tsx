import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { Dialog } from './Dialog.tsx'
import { useHotkeys } from './Hotkeys.tsx'
import { HotkeySheet } from './HotkeySheet.tsx'
import { TextField } from './TextField.tsx'

function Bind({ keys, run, isFirst = false }: BindProps) {
  useHotkeys([{ keys, label: `Do ${keys}${isFirst ? ' first' : ''}`, isFirst, run }])
  return null
}
type BindProps = { keys: string; run: () => void; isFirst?: boolean }

describe('hotkeys', () => {
  test('a bare letter answers on the page and is ignored while typing', async () => {
    const run = vi.fn()
    render(
      <>
        <Bind keys="j" run={run} />
        <TextField label="Note" />
      </>,
    )
    await userEvent.keyboard('j')
    expect(run).toHaveBeenCalledTimes(1)
    await userEvent.type(screen.getByLabelText('Note'), 'jj')
    expect(run).toHaveBeenCalledTimes(1)
    expect(screen.getByLabelText('Note')).toHaveProperty('value', 'jj')
  })

  test('a combination with Ctrl answers while typing too', async () => {
    const run = vi.fn()
    render(
      <>
        <Bind keys="mod+enter" run={run} />
        <TextField label="Note" />
      </>,
    )
    await userEvent.type(screen.getByLabelText('Note'), 'done{Control>}{Enter}{/Control}')
    expect(run).toHaveBeenCalledOnce()
  })

  test('a letter with Ctrl or with Shift is another key', async () => {
    const run = vi.fn()
    render(<Bind keys="r" run={run} />)
    await userEvent.keyboard('{Control>}r{/Control}{Shift>}R{/Shift}')
    expect(run).not.toHaveBeenCalled()
  })

  test('of the same keys the newest answers, unless one goes first; the sheet shows the one that answers', async () => {
    const [first, second, third] = [vi.fn(), vi.fn(), vi.fn()]
    const two = (
      <>
        <Bind keys="p" run={second} />
        <Bind keys="p" run={third} />
        <HotkeySheet isOpen onOpenChange={() => {}} />
      </>
    )
    const { rerender } = render(two)
    expect(screen.getAllByText('Do p')).toHaveLength(1)
    rerender(
      <>
        <Bind keys="p" run={first} isFirst />
        <Bind keys="p" run={second} />
        <Bind keys="p" run={third} />
      </>,
    )
    await userEvent.keyboard('p')
    expect([first, second, third].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0])
  })

  test('the question mark answers however the keyboard produces it', async () => {
    const run = vi.fn()
    render(<Bind keys="?" run={run} />)
    await userEvent.keyboard('{Shift>}?{/Shift}')
    expect(run).toHaveBeenCalledOnce()
  })

  test('while a dialog is open only its own keys answer, afterwards the page again', async () => {
    const page = vi.fn()
    const dialog = vi.fn()
    const view = (isOpen: boolean) => (
      <>
        <Bind keys="e" run={page} />
        <Dialog title="Requeue" isOpen={isOpen} onOpenChange={() => {}}>
          <Bind keys="mod+enter" run={dialog} />
        </Dialog>
      </>
    )
    const { rerender } = render(view(true))
    await userEvent.keyboard('e{Control>}{Enter}{/Control}')
    expect(page).not.toHaveBeenCalled()
    expect(dialog).toHaveBeenCalledOnce()
    rerender(view(false))
    await userEvent.keyboard('e')
    expect(page).toHaveBeenCalledOnce()
  })

  test('the newest binding of a key wins, and the older one is back when it goes', async () => {
    const older = vi.fn()
    const newer = vi.fn()
    const { rerender } = render(<Both hasNewer />)
    await userEvent.keyboard('x')
    rerender(<Both hasNewer={false} />)
    await userEvent.keyboard('x')
    expect([newer.mock.calls.length, older.mock.calls.length]).toEqual([1, 1])

    function Both({ hasNewer }: { hasNewer: boolean }) {
      return (
        <>
          <Bind keys="x" run={older} />
          {hasNewer && <Bind keys="x" run={newer} />}
        </>
      )
    }
  })

  test('the sheet lists every key of the page with its words', () => {
    render(
      <>
        <Bind keys="j" run={() => {}} />
        <Bind keys="mod+k" run={() => {}} />
        <HotkeySheet isOpen onOpenChange={() => {}} />
      </>,
    )
    const sheet = screen.getByRole('dialog', { name: 'Keyboard shortcuts' })
    expect(sheet.textContent).toContain('Do jJ')
    expect(sheet.textContent).toContain('Do mod+kCtrl K')
  })
})

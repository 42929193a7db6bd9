import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { useComposer } from './useComposer.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Ticket() {
  const { kind, input, open, close } = useComposer('one')
  return (
    <section data-content tabIndex={-1} aria-label="Ticket">
      <button onClick={() => open('reply')}>Reply</button>
      <button onClick={close}>Elsewhere</button>
      {kind && <textarea ref={input} onKeyDown={(event) => event.key === 'Escape' && close()} />}
    </section>
  )
}

test('what is written in has the focus, and leaves it to the ticket when it goes', async () => {
  render(<Ticket />)
  await userEvent.click(screen.getByText('Reply'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox')))
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('textbox')).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Ticket')))
})

test('who is somewhere else already stays there', async () => {
  render(<Ticket />)
  await userEvent.click(screen.getByText('Reply'))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox')))
  await userEvent.click(screen.getByText('Elsewhere'))
  expect(screen.queryByRole('textbox')).toBeNull()
  await new Promise((resolve) => requestAnimationFrame(resolve))
  expect(document.activeElement).toBe(screen.getByText('Elsewhere'))
})

test('however early a frame comes, the focus waits for the field, and for it to be gone', async () => {
  vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) => {
    draw(0)
    return 0
  })
  render(<Ticket />)
  await userEvent.click(screen.getByText('Reply'))
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement).toBe(screen.getByLabelText('Ticket'))
})

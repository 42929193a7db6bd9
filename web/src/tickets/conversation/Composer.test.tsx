import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { aTicket } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { problem, serve } from '#web/testing/server.ts'
import { Composer } from './Composer.tsx'
import { readDraft, writeDraft } from './draft.ts'
import { useComposer } from './useComposer.ts'

beforeEach(() => vi.unstubAllGlobals())

function Writing({ ticket }: { ticket: ReturnType<typeof aTicket> }) {
  const composer = useComposer(ticket.id)
  return (
    <>
      <button type="button" onClick={() => composer.open('reply')}>
        Begin
      </button>
      <button type="button" onClick={() => composer.insertReply('Sorry for the wait.')}>
        Insert
      </button>
      <Composer ticket={ticket} composer={composer} />
    </>
  )
}

test('what was typed is there again after the page was left', async () => {
  const ticket = aTicket()
  const { unmount } = renderSignedIn(<Writing ticket={ticket} />)
  await userEvent.click(screen.getByText('Begin'))
  await userEvent.type(screen.getByLabelText('Reply'), 'Half a sentence')
  expect(Object.values(localStorage)).toContain('Half a sentence')
  unmount()
  renderSignedIn(<Writing ticket={ticket} />)
  expect(screen.getByLabelText<HTMLTextAreaElement>('Reply').value).toBe('Half a sentence')
})

test('Ctrl+Enter sends the reply, and the draft is gone', async () => {
  const ticket = aTicket()
  const { asked } = serve({ [`POST /api/tickets/${ticket.id}/replies`]: { body: {} } })
  renderSignedIn(<Writing ticket={ticket} />)
  await userEvent.click(screen.getByText('Begin'))
  await userEvent.type(screen.getByLabelText('Reply'), 'Done')
  fireEvent.keyDown(screen.getByLabelText('Reply'), { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(screen.queryByLabelText('Reply')).toBeNull())
  expect(asked).toContain(`POST /api/tickets/${ticket.id}/replies`)
  expect(readDraft(ticket.id, 'reply')).toBe('')
})

test('a reply that could not be sent stays, and says why', async () => {
  const ticket = aTicket()
  serve({ [`POST /api/tickets/${ticket.id}/replies`]: problem(409, 'ticket.void') })
  renderSignedIn(<Writing ticket={ticket} />)
  await userEvent.click(screen.getByText('Begin'))
  await userEvent.type(screen.getByLabelText('Reply'), 'Done')
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect((await screen.findByRole('alert')).textContent).toContain('ticket.void')
  expect(readDraft(ticket.id, 'reply')).toBe('Done')
})

test('inserted words join what was written, and not twice', async () => {
  const ticket = aTicket()
  writeDraft(ticket.id, 'reply', 'Hello Dana,')
  renderSignedIn(<Writing ticket={ticket} />)
  await userEvent.click(screen.getByText('Insert'))
  await userEvent.click(screen.getByText('Insert'))
  expect(readDraft(ticket.id, 'reply')).toBe('Hello Dana,\n\nSorry for the wait.\n')
})

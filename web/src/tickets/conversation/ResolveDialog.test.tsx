import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { aTicket } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { ResolveDialog } from './ResolveDialog.tsx'

function resolving(ticket: ReturnType<typeof aTicket>) {
  const { asked } = serve({
    [`GET /api/tickets/${ticket.id}/timeline`]: {
      body: { items: [], truncated: false, lastEvent: null },
    },
  })
  const { unmount } = renderSignedIn(
    <ResolveDialog
      ticket={ticket}
      suggestion=""
      isOpen
      onOpenChange={vi.fn()}
      onResolved={vi.fn()}
    />,
  )
  return { asked, unmount }
}

test('what is said and what the button is called is what happens', async () => {
  resolving(aTicket())
  expect(screen.getByText(/Without a reply no mail goes out/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Resolve' })).toBeTruthy()
  await userEvent.click(screen.getByLabelText(/^Last reply/))
  await userEvent.paste('It is on its way.')
  expect(screen.getByText(/is asked by mail whether this solved it/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Reply and resolve' })).toBeTruthy()
})

test('of a ticket that lives in another desk it is said what happens there', async () => {
  const outside = { desk: 'redmine', id: '4711', address: 'https://redmine.example/issues/4711' }
  resolving(aTicket({ outside }))
  expect(screen.getByText(/solved in Redmine too, with a private note/)).toBeTruthy()
  await userEvent.click(screen.getByLabelText(/^Last reply/))
  await userEvent.paste('It is on its way.')
  expect(screen.getByText(/comment in Redmine that asks whether this solved it/)).toBeTruthy()
  expect(screen.queryByText(/asked by mail/)).toBeNull()
})

test('without a summary nothing is sent, and the summary has the focus; typed words survive Escape', async () => {
  const ticket = aTicket()
  const { asked, unmount } = resolving(ticket)
  await userEvent.click(screen.getByLabelText(/^Last reply/))
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  const summary = () => screen.getByLabelText<HTMLTextAreaElement>(/^What solved it/)
  expect(document.activeElement).toBe(summary())
  expect(asked.filter((call) => call.startsWith('POST'))).toEqual([])
  await userEvent.paste('Sent it again')
  unmount()
  resolving(ticket)
  expect(summary().value).toBe('Sent it again')
})

import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { apiQuery } from '#web/api.ts'
import { belongTo, belongToNobody } from '#web/ui/own-storage.ts'
import { aReply, aTicket } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { problem, serve } from '#web/testing/server.ts'
import { Composer } from './Composer.tsx'
import { readDraft, readSendingKey, renewSendingKey, writeDraft } from './draft.ts'
import { MessageItem } from './MessageItem.tsx'
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

test('a draft follows who wrote it, not the browser', () => {
  const ticket = aTicket()
  belongTo('ada')
  writeDraft(ticket.id, 'note', 'Only for us: they are about to leave')
  expect(belongTo('emil')).toBe(true)
  expect(readDraft(ticket.id, 'note')).toBe('')
  belongToNobody()
  expect(belongTo('ada')).toBe(false)
  expect(readDraft(ticket.id, 'note')).toBe('Only for us: they are about to leave')
  belongToNobody()
})

test('what another tab has sent is no longer a draft here', async () => {
  const ticket = aTicket()
  renderSignedIn(<Writing ticket={ticket} />)
  await userEvent.click(screen.getByText('Begin'))
  await userEvent.type(screen.getByLabelText('Reply'), 'Sent elsewhere')
  const key = Object.keys(localStorage).find(
    (name) => localStorage.getItem(name) === 'Sent elsewhere',
  )!
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key, newValue: null })))
  expect(screen.getByLabelText<HTMLTextAreaElement>('Reply').value).toBe('')
})

test('sending nothing is said, and the field has the focus', async () => {
  const ticket = aTicket()
  const { asked } = serve({})
  renderSignedIn(<Writing ticket={ticket} />)
  await userEvent.click(screen.getByText('Begin'))
  const field = await screen.findByLabelText('Reply')
  await waitFor(() => expect(document.activeElement).toBe(field))
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('Nothing is written yet.')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(field))
  expect(asked.filter((call) => call.startsWith('POST'))).toEqual([])
})

test('what was kept before it was said whose it is, is forgotten', () => {
  localStorage.setItem('firstline.draft.note.1', 'of somebody')
  localStorage.setItem('firstline.theme', 'dark')
  belongTo('ada')
  expect(localStorage.getItem('firstline.draft.note.1')).toBeNull()
  expect(localStorage.getItem('firstline.theme')).toBe('dark')
  belongToNobody()
})

test('Ctrl+Enter sends the reply, and the draft is gone', async () => {
  const ticket = aTicket()
  const { asked } = serve({ [`POST /api/tickets/${ticket.id}/replies`]: { body: aReply('Done') } })
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

test('what happened meanwhile is shown before anything goes out, and sent only when asked', async () => {
  const ticket = aTicket()
  const sent: (string | null)[] = []
  const newer = [
    {
      id: '77',
      at: '2026-03-02T12:00:00Z',
      name: 'message.replied',
      by: { kind: 'person', id: ticket.id, name: 'Maria' },
      text: 'It is solved.',
    },
  ]
  const refused = problem(409, 'ticket.changed-meanwhile')
  serve({})
  vi.stubGlobal('fetch', async (_path: string, { headers }: RequestInit = {}) => {
    sent.push(new Headers(headers).get('seen-event'))
    const isFirst = sent.length === 1
    const body = isFirst ? { ...(refused.body as object), newer } : {}
    return new Response(JSON.stringify(body), { status: isFirst ? 409 : 200 })
  })
  const { queryClient } = renderSignedIn(<Writing ticket={ticket} />)
  const { queryKey } = apiQuery('getTimeline', { params: { ticketId: ticket.id } })
  queryClient.setQueryData(queryKey, { items: [], truncated: false, lastEvent: '70' })
  await userEvent.click(screen.getByText('Begin'))
  await userEvent.type(screen.getByLabelText('Reply'), 'Not yet')
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  const told = await screen.findByRole('alert')
  expect(told.textContent).toContain('Maria answered')
  expect(told.textContent).toContain('It is solved.')
  expect(readDraft(ticket.id, 'reply')).toBe('Not yet')
  await userEvent.click(screen.getByRole('button', { name: 'Send anyway' }))
  await waitFor(() => expect(screen.queryByLabelText('Reply')).toBeNull())
  expect(sent).toEqual(['70', '77'])
})

test('a draft has one key in every tab and after a reload, until it was sent', () => {
  writeDraft('of-a-ticket', 'reply', 'Half')
  const key = readSendingKey('of-a-ticket', 'reply')
  writeDraft('of-a-ticket', 'reply', 'Half a sentence')
  expect(readSendingKey('of-a-ticket', 'reply')).toBe(key)
  expect(renewSendingKey('of-a-ticket', 'reply')).not.toBe(key)
  const before = readSendingKey('of-a-ticket', 'reply')
  writeDraft('of-a-ticket', 'reply', '')
  expect(readSendingKey('of-a-ticket', 'reply')).not.toBe(before)
})

test('without a network sending fails at once instead of waiting for one', async () => {
  const ticket = aTicket()
  serve({ [`POST /api/tickets/${ticket.id}/replies`]: undefined as never })
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  window.dispatchEvent(new Event('offline'))
  try {
    renderSignedIn(<Writing ticket={ticket} />)
    await userEvent.click(screen.getByText('Begin'))
    await userEvent.type(screen.getByLabelText('Reply'), 'Done')
    await userEvent.click(screen.getByRole('button', { name: 'Send' }))
    expect((await screen.findByRole('alert')).textContent).toContain('could not be reached')
    expect(readDraft(ticket.id, 'reply')).toBe('Done')
  } finally {
    vi.restoreAllMocks()
    window.dispatchEvent(new Event('online'))
  }
})

test('a reply taken back before it left is in the composer again, as it was, with whom it was for', async () => {
  const partner = { email: 'partner@shop.test', name: null }
  const dana = { email: 'dana@northwind.test', name: 'Dana Reyes' }
  const ticket = aTicket({ recipients: { to: [dana], cc: [], offered: [partner] } })
  const message = {
    ...aReply('Too early'),
    author: { kind: 'person', id: '018f0000-0000-7000-8000-000000000001', name: 'Ada' } as const,
    leavesAt: new Date(Date.now() + 10_000).toISOString(),
  }
  const { asked } = serve({
    [`DELETE /api/messages/${message.id}/delivery`]: {
      body: {
        text: 'Too early',
        to: [dana],
        cc: [partner],
        wait: true,
        savedReplyId: null,
        summary: null,
      },
    },
  })
  renderSignedIn(
    <>
      <MessageItem message={message} ticket={ticket} hasReturned={false} />
      <Writing ticket={ticket} />
    </>,
  )
  expect(screen.getByRole('timer')).toBeTruthy()
  await userEvent.keyboard('z')
  const field = await screen.findByLabelText<HTMLTextAreaElement>('Reply')
  expect(field.value).toBe('Too early')
  await waitFor(() => expect(document.activeElement).toBe(field))
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Wait/ }).checked).toBe(true)
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /partner/ }).checked).toBe(true)
  expect(asked.filter((call) => call.startsWith('DELETE'))).toHaveLength(1)
})

test('another’s reply that has not left yet is not offered to be taken back', () => {
  const message = { ...aReply('Hello'), leavesAt: new Date(Date.now() + 10_000).toISOString() }
  renderSignedIn(<MessageItem message={message} ticket={aTicket()} hasReturned={false} />)
  expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull()
})

import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { serveDrafts } from '#web/testing/draft-server.ts'
import { aReply, aTicket } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { belongTo } from '#web/ui/own-storage.ts'
import { chooseLanguage } from '#web/i18n/i18n.ts'
import { Composer } from '../conversation/Composer.tsx'
import { readDraft, writeDraft } from '../conversation/draft.ts'
import { useComposer } from '../conversation/useComposer.ts'
import { DraftMark } from './DraftMark.tsx'
import { pullDrafts } from './keep-drafts.ts'
import { useKeptDrafts } from './useKeptDrafts.ts'
import { usePulledDrafts } from './usePulledDrafts.ts'

type Ticket = ReturnType<typeof aTicket>

function Writing({ ticket }: { ticket: Ticket }) {
  useKeptDrafts()
  usePulledDrafts(ticket.id)
  const composer = useComposer(ticket.id)
  return (
    <>
      <button type="button">Elsewhere</button>
      <Composer ticket={ticket} composer={composer} />
      <DraftMark ticketId={ticket.id} />
    </>
  )
}

afterEach(() => chooseLanguage('en'))

const field = () => screen.findByLabelText<HTMLTextAreaElement>('Reply')

function open(ticket: Ticket, server: ReturnType<typeof serveDrafts>) {
  belongTo('ada')
  const { unmount } = renderSignedIn(<Writing ticket={ticket} />)
  return { server, unmount }
}

test('what was begun on another device is open, says where it is from, and takes the focus from nobody', async () => {
  const ticket = aTicket()
  const server = serveDrafts(ticket.id)
  server.write({ text: 'We look', editedAt: new Date(Date.now() - 300_000).toISOString() })
  open(ticket, server)
  act(() => screen.getByText('Elsewhere').focus())
  expect((await field()).value).toBe('We look')
  expect(screen.getByText(/From another device/).textContent).toContain('5 min ago')
  expect(document.activeElement).toBe(screen.getByText('Elsewhere'))
  await userEvent.type(await field(), ' now')
  expect(screen.queryByText(/From another device/)).toBeNull()
})

test('written on in both places, both are shown, and one press decides', async () => {
  const ticket = aTicket()
  const server = serveDrafts(ticket.id)
  belongTo('ada')
  writeDraft(ticket.id, 'reply', 'Mine')
  server.write({ text: 'The other' })
  open(ticket, server)
  const told = await screen.findByRole('alert', { name: 'You also wrote on another device' })
  expect(told.textContent).toContain('The other')
  expect((await field()).value).toBe('Mine')
  await userEvent.click(screen.getByRole('button', { name: 'Both, one below the other' }))
  expect((await field()).value).toBe('Mine\n\nThe other\n')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(document.activeElement).toBe(await field())
  await waitFor(() => expect(server.drafts.get('reply')?.text).toBe('Mine\n\nThe other\n'))
})

test('sent there while it was written on here, it says so in the reader’s language', async () => {
  const ticket = aTicket()
  const server = serveDrafts(ticket.id)
  open(ticket, server)
  act(() => writeDraft(ticket.id, 'reply', 'Mine'))
  await waitFor(() => expect(server.drafts.get('reply')?.text).toBe('Mine'))
  await chooseLanguage('de')
  server.drafts.clear()
  await act(async () => {
    writeDraft(ticket.id, 'reply', 'Mine, and more')
    await pullDrafts(ticket.id, new AbortController().signal)
  })
  const told = await screen.findByRole('alert')
  expect(told.textContent).toContain('Auf einem anderen Gerät gesendet oder verworfen')
  await userEvent.click(screen.getByRole('button', { name: 'Verwerfen' }))
  expect(readDraft(ticket.id, 'reply')).toBe('')
})

test('what another device wrote goes out under its key, however long this page was open', async () => {
  const ticket = aTicket()
  const keys: (string | null)[] = []
  const server = serveDrafts(ticket.id, {
    [`POST /api/tickets/${ticket.id}/replies`]: (_, { headers }) => {
      keys.push(new Headers(headers).get('idempotency-key'))
      return { body: aReply('We look') }
    },
  })
  belongTo('ada')
  writeDraft(ticket.id, 'reply', 'We')
  open(ticket, server)
  await waitFor(() => expect(server.drafts.get('reply')?.text).toBe('We'))
  server.write({ text: 'We look', choices: { sendingKey: 'of-the-other' } })
  await act(async () => void (await pullDrafts(ticket.id, new AbortController().signal)))
  await userEvent.click(await screen.findByRole('button', { name: 'Send' }))
  await waitFor(() => expect(keys).toEqual(['of-the-other']))
})

test('a ticket with a draft of mine has a mark with its first words', async () => {
  const ticket = aTicket()
  const editedAt = '2026-03-02T12:00:00Z'
  const draft = { ticketId: ticket.id, kind: 'note' as const, words: 'Ask Bo', editedAt }
  serveDrafts(ticket.id, { 'GET /api/drafts': { body: { items: [draft] } } })
  renderSignedIn(<DraftMark ticketId={ticket.id} />)
  expect((await screen.findByText('Draft')).parentElement?.title).toBe('Draft: Ask Bo')
})

import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { aTicket } from '#web/testing/factories.ts'
import { renderSignedIn } from '#web/testing/render.tsx'
import { serve } from '#web/testing/server.ts'
import { ToastRegion } from '#web/ui/Toast.tsx'
import { TicketTags } from './TicketTags.tsx'

const names = ['beta', 'Café', '<b>bold</b>']

/** @returns what is sent, as it comes */
function open(tags: string[]) {
  const ticket = aTicket({ tags })
  const path = `PATCH /api/tickets/${ticket.id}/tags`
  const items = names.map((name, n) => ({ id: `018f0000-0000-7000-8000-00000000000${n}`, name }))
  serve({ [path]: { body: ticket }, 'GET /api/tags': { body: { items } } })
  const sent: unknown[] = []
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (url: string, request: RequestInit = {}) => {
    if (request.method === 'PATCH') sent.push(JSON.parse(String(request.body)))
    return fetch(url, request)
  })
  renderSignedIn(
    <>
      <TicketTags ticket={ticket} />
      <ToastRegion />
    </>,
  )
  return { ticket, sent }
}

test('T completes what is typed among the tags of the desk, and Undo takes off what was put on', async () => {
  const { ticket, sent } = open(['<b>bold</b>'])
  await screen.findByRole('button', { name: 'Tags: <b>bold</b>' })
  await userEvent.keyboard('t')
  await screen.findByRole('option', { name: /beta/ })
  await userEvent.keyboard('be{Enter}')
  await screen.findByText(`#${ticket.number} has the tag “beta”`)
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() =>
    expect(sent).toEqual([
      { add: ['beta'], remove: [] },
      { add: [], remove: ['beta'] },
    ]),
  )
})

test('what is made is the whole word, however fast it was typed', async () => {
  const { sent } = open([])
  await userEvent.keyboard('t')
  await screen.findByRole('option', { name: /beta/ })
  await userEvent.keyboard('<i>')
  await screen.findByRole('option', { name: 'Make the tag “<i>”' })
  await userEvent.keyboard('x</i>{Enter}')
  await waitFor(() => expect(sent).toEqual([{ add: ['<i>x</i>'], remove: [] }]))
})

test('a new word is offered to be made, one that is there in other letters is not; what is on is taken off', async () => {
  const { sent } = open(['beta'])
  await userEvent.keyboard('t')
  const field = await screen.findByRole('combobox')
  await screen.findByRole('option', { name: /Café/ })
  await userEvent.type(field, 'CAFÉ')
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
  await userEvent.clear(field)
  await userEvent.type(field, 'refund')
  await userEvent.click(await screen.findByRole('option', { name: 'Make the tag “refund”' }))
  await waitFor(() => expect(sent).toEqual([{ add: ['refund'], remove: [] }]))
  await userEvent.keyboard('t')
  await userEvent.click(await screen.findByRole('option', { name: /beta.*Take off/ }))
  await waitFor(() => expect(sent.at(-1)).toEqual({ add: [], remove: ['beta'] }))
})
